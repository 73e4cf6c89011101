import type { Desk } from '#assistant/desk.ts';
import type { Ledger } from '#assistant/ledger.ts';
import type { StoredEntry } from '#domain/entry.ts';

/** A log that can tell and forget who a person was. */
export type PersonalLog = Pick<Ledger, 'read' | 'open' | 'append' | 'head'> & {
  heldOf(
    person: string,
  ): Promise<{ readonly pseudonyms: readonly string[]; readonly keys: number }>;
  forget(person: string): Promise<{ readonly pseudonyms: number; readonly keys: number }>;
};

export type PersonalStores = {
  readonly ledger: PersonalLog;
  readonly desk: Pick<Desk, 'people'>;
  readonly workspace: string;
};

const readAtOnce = 100;

/** The entries in which one of these pseudonyms stands, oldest first for each. */
export async function* entriesNaming(
  pseudonyms: readonly string[],
  ledger: Pick<Ledger, 'read'>,
): AsyncGenerator<StoredEntry> {
  for (const pseudonym of pseudonyms) {
    for (let after = -1; ;) {
      const page = await ledger.read({
        about: pseudonym,
        after,
        oldestFirst: true,
        limit: readAtOnce,
      });
      yield* page;
      after = page.at(-1)?.index ?? after;
      if (page.length < readAtOnce) break;
    }
  }
}
