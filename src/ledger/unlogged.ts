import type { Ledger } from '#assistant/ledger.ts';
import { NewEntry } from '#domain/entry.ts';
import { referenceOf } from '#domain/reference.ts';

/**
 * A ledger that checks entries and keeps none: for measuring and for batch runs that nobody acts on.
 * Never for an answer that goes to a person.
 */
export function unloggedLedger(): Ledger {
  let size = 0;
  return {
    append: async (given) => {
      const entry = NewEntry.parse(given);
      size += 1;
      return {
        index: size - 1,
        reference: referenceOf(entry.op, entry.at),
        checkpoint: '',
        repeated: false,
      };
    },
    read: async () => [],
    open: async () => ({}),
    head: async () => ({ size, root: '' }),
    close: async () => undefined,
  };
}
