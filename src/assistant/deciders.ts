import type { Desk, Role } from '#assistant/desk.ts';
import type { House } from '#assistant/house.ts';

/** The roles that may judge a case. */
const deciding: readonly Role[] = ['lead', 'deputy'];

/** Who may judge cases, leads first. */
export async function deciders(
  { workspace }: Pick<House, 'workspace'>,
  { roles }: Pick<Desk, 'roles'>,
): Promise<readonly string[]> {
  const holders = await Promise.all(deciding.map((role) => roles.holders(workspace, role)));
  return [...new Set(holders.flat())];
}

/** Whether a person may judge cases at all. */
export async function mayDecide(
  person: string,
  { workspace }: Pick<House, 'workspace'>,
  { roles }: Pick<Desk, 'roles'>,
): Promise<boolean> {
  const held = await roles.of(workspace, person);
  return held.some((role) => deciding.includes(role));
}
