import type { PersonOnDesk } from '#assistant/desk.ts';
import { entriesNaming, type PersonalStores } from '#assistant/person-on-record.ts';
import type { Entry } from '#domain/entry.ts';

/** All that is held about one person, in clear. */
export type PersonalData = {
  readonly workspace: string;
  readonly person: string;
  readonly pseudonyms: readonly string[];
  readonly entries: readonly PersonalEntry[];
  readonly desk: PersonOnDesk;
};

/** An entry of a person, or one that names them; only their own comes with its texts. */
export type PersonalEntry = {
  readonly index: number;
  readonly entry: Omit<Entry, 'sealed'>;
  readonly texts?: Readonly<Record<string, string>>;
};

/** Gathers all that is held about a person: entries with their texts, conversations, cases, feedback, roles. */
export async function personalData(
  person: string,
  { ledger, desk, workspace }: PersonalStores,
): Promise<PersonalData> {
  const { pseudonyms } = await ledger.heldOf(person);
  const entries = new Map<number, PersonalEntry>();
  for await (const { index, entry } of entriesNaming(pseudonyms, ledger)) {
    const { sealed: _box, ...clear } = entry;
    const isOwn = pseudonyms.includes(entry.pseudonym);
    entries.set(index, {
      index,
      entry: clear,
      ...(isOwn ? { texts: await ledger.open(entry) } : {}),
    });
  }
  return {
    workspace,
    person,
    pseudonyms,
    entries: [...entries.values()].toSorted((one, other) => one.index - other.index),
    desk: await desk.people.held(workspace, person),
  };
}
