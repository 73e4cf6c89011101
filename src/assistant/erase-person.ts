import { frameOf, type Framing } from '#assistant/frame.ts';
import type { House } from '#assistant/house.ts';
import { onRecord } from '#assistant/on-record.ts';
import { entriesNaming, type PersonalStores } from '#assistant/person-on-record.ts';
import type { SetUp } from '#assistant/set-up.ts';
import { Problem } from '#domain/problem.ts';

/** How much of a person there is to erase; in the log entries stay, without name and without texts. */
export type Erasable = Readonly<
  Record<
    'pseudonyms' | 'keys' | 'entries' | 'threads' | 'statements' | 'cases' | 'feedback' | 'roles',
    number
  >
>;

/** Counts what an erasure would erase, and touches nothing. */
export async function erasableOf(
  person: string,
  { ledger, desk, workspace }: PersonalStores,
): Promise<Erasable> {
  const { pseudonyms, keys } = await ledger.heldOf(person);
  const indexes = new Set<number>();
  for await (const { index } of entriesNaming(pseudonyms, ledger)) indexes.add(index);
  const held = await desk.people.held(workspace, person);
  return {
    pseudonyms: pseudonyms.length,
    keys,
    entries: indexes.size,
    threads: held.threads.length,
    statements: held.statements.length,
    cases: held.cases.length,
    feedback: held.feedback.length,
    roles: held.roles.length,
  };
}

export type Erasing = PersonalStores & {
  readonly house: Framing & Pick<House, 'ledger' | 'clock' | 'newOperation'>;
  /** Takes the roles of a person on record; refuses to take those of the last lead. */
  readonly setUp: Pick<SetUp, 'assign'>;
  /** The persons whose data must be kept for now. */
  readonly onHold: ReadonlySet<string>;
};

/**
 * Forgets a person: first on record, then in the log and at the desk. Gives the reference of the
 * record; none where nothing was held.
 */
export async function erasePerson(person: string, erasing: Erasing): Promise<string | undefined> {
  const { ledger, desk, workspace, house, setUp, onHold } = erasing;
  if (onHold.has(person)) throw onLegalHold(person);
  const held = await erasableOf(person, { ledger, desk, workspace });
  if (held.roles > 0) await setUp.assign(person, [], 'terminal');
  const isAnything = Object.values(held).some((count) => count > 0);
  const receipt = isAnything ? await recordErasure(held, house) : undefined;
  // Again where nothing was found: an erasure that was interrupted is brought to its end.
  await ledger.forget(person);
  await desk.people.forget(workspace, person);
  return receipt;
}

async function recordErasure(
  { pseudonyms, keys }: Erasable,
  house: Erasing['house'],
): Promise<string> {
  const frame = frameOf(house, {
    op: house.newOperation(),
    at: house.clock.now().toISOString(),
    actor: 'terminal',
    place: 'terminal',
  });
  const body = { pseudonyms, keys };
  const { reference } = await onRecord({ ...frame, kind: 'erasure', body, private: {} }, house);
  return reference;
}

function onLegalHold(person: string): Problem {
  return new Problem(
    'input.invalid',
    {
      de: `Für ${person} gilt eine Aufbewahrungssperre: Gelöscht ist nichts.`,
      en: `${person} is on legal hold: nothing was erased.`,
    },
    {
      remedy: {
        de: 'Wenn der Grund der Sperre entfallen ist, nehmen Sie die Zeile aus legal-hold.txt im Ordner des Workspace.',
        en: 'When the reason for the hold is gone, take the line out of legal-hold.txt in the folder of the workspace.',
      },
    },
  );
}
