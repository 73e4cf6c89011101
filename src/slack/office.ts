import type { House } from '#assistant/house.ts';
import type { Desk, Ledger } from '#assistant/ports.ts';
import { Problem } from '#domain/problem.ts';
import { turns, type Turns } from '#slack/turns.ts';

/** What listeners work with. */
export type Office = {
  readonly house: House;
  readonly desk: Desk;
  readonly turns: Turns;
  /** Tells the operator what went wrong; never hears what people wrote. */
  readonly report: (line: string) => void;
};

/** Furnishes an office; whatever the ledger throws is from here on a `Problem` with the log. */
export function officeOf(house: House, desk: Desk, report: (line: string) => void): Office {
  return { house: { ...house, ledger: insisting(house.ledger) }, desk, turns: turns(), report };
}

function insisting(ledger: Ledger): Ledger {
  return {
    append: async (entry) => {
      try {
        return await ledger.append(entry);
      } catch (cause) {
        if (cause instanceof Problem && cause.code.startsWith('log.')) throw cause;
        throw new Problem('log.unavailable', 'The log did not take the entry.', {
          remedy: 'See the output of the server for the reason.',
          cause,
        });
      }
    },
    read: (filter) => ledger.read(filter),
    open: (entry) => ledger.open(entry),
    head: () => ledger.head(),
    close: () => ledger.close(),
  };
}
