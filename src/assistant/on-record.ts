import type { House } from '#assistant/house.ts';
import type { NewEntry, Receipt } from '#domain/entry.ts';
import { Problem } from '#domain/problem.ts';

/** Appends an entry; whatever keeps it from the log comes out as a `Problem` with the log. */
export async function onRecord(
  entry: NewEntry,
  { ledger }: Pick<House, 'ledger'>,
): Promise<Receipt> {
  try {
    return await ledger.append(entry);
  } catch (cause) {
    if (cause instanceof Problem && cause.code.startsWith('log.')) throw cause;
    throw new Problem(
      'log.unavailable',
      {
        de: 'Das Protokoll hat den Eintrag nicht angenommen.',
        en: 'The log did not take the entry.',
      },
      {
        remedy: {
          de: 'Den Grund nennt die Ausgabe des Servers.',
          en: 'See the output of the server for the reason.',
        },
        cause,
      },
    );
  }
}
