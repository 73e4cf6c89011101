import { z } from 'zod';
import type { Saved } from '#assistant/desk.ts';
import { Problem } from '#domain/problem.ts';
import type { Row, Rows } from '#postgres/database.ts';

/** The record as it will be read: with the revision that saving gives it. */
export function recordOf<T extends { readonly revision: number }>(
  schema: z.ZodType<T>,
  record: T,
): string {
  // JSON spells half characters and zero bytes out, which PostgreSQL would refuse raw.
  return JSON.stringify(schema.parse({ ...record, revision: record.revision + 1 }));
}

/** The record of a row; one that is not as it was saved is refused. */
export function recordIn<T>(
  row: Row | undefined,
  schema: z.ZodType<T>,
  place: string,
): T | undefined {
  if (row === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(z.object({ record: z.string() }).parse(row).record));
  } catch (cause) {
    throw damaged(place, cause);
  }
}

/** Whether a row was written, and the revision that it has then. */
export function saved({ count }: Rows, revision: number): Saved {
  return count === 0 ? { saved: false } : { saved: true, revision: revision + 1 };
}

function damaged(place: string, cause: unknown): Problem {
  return new Problem(
    'log.damaged',
    {
      de: `Ein Vorgang in ${place} ist nicht so, wie er gespeichert wurde.`,
      en: `A record in ${place} is not as it was saved.`,
    },
    {
      remedy: {
        de: 'Spielen Sie das Schema des Desks aus einer Sicherung zurück; das Entscheidungsprotokoll ist nicht betroffen.',
        en: 'Restore the schema of the desk from a backup; the decision log is not touched.',
      },
      cause,
    },
  );
}
