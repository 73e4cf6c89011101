import { z } from 'zod';
import { Problem } from '#domain/problem.ts';
import type { Database, Session } from '#postgres/database.ts';

/** Tables under one schema, as they came to be: step by step, forward only. */
export type Tables = {
  readonly schema: string;
  /** The n-th step leads to version n. */
  readonly steps: readonly string[];
};

/**
 * Makes the tables, or brings them to the newest version; of several that start at once one does.
 * An older version is changed only by somebody who was told to make a backup first.
 */
export async function bringUpToDate(
  session: Session,
  place: string,
  { schema, steps }: Tables,
  options: { readonly hasBackup?: boolean | undefined } = {},
): Promise<{ readonly from: number }> {
  const found = await versionOf(session, schema);
  if (found > steps.length) throw newer(place);
  if (found > 0 && found < steps.length && options.hasBackup !== true) throw older(place);
  if (found === 0) {
    await session.query(
      `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)};
       CREATE TABLE ${quoted(schema)}.migration (version integer PRIMARY KEY)`,
    );
  }
  for (const [index, step] of steps.entries()) {
    if (index < found) continue;
    await session.query(step);
    await session.query(`INSERT INTO ${quoted(schema)}.migration VALUES ($1)`, [index + 1]);
  }
  return { from: found };
}

/** One after another, in all processes: whoever holds the lock of this name works alone. */
export async function takeTurn(session: Session, name: string): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `leitplanke ${name}`,
  ]);
}

/** Refuses a server that this program cannot trust its texts to. */
export async function refuseUnfit(database: Database): Promise<void> {
  const { rows } = await database.query(
    `SELECT current_setting('server_version_num')::integer AS version,
            current_setting('server_encoding') AS encoding`,
  );
  const { version, encoding } = z
    .object({ version: z.number(), encoding: z.string() })
    .parse(rows[0]);
  if (version >= 150_000 && encoding === 'UTF8') return;
  throw new Problem(
    'log.unavailable',
    {
      de: `Die Datenbank ${database.place} passt nicht: PostgreSQL ${Math.floor(version / 10_000)}, Zeichensatz ${encoding}.`,
      en: `The database ${database.place} does not fit: PostgreSQL ${Math.floor(version / 10_000)}, encoding ${encoding}.`,
    },
    {
      remedy: {
        de: 'Nötig ist PostgreSQL ab 15 mit einer Datenbank in UTF8 (createdb --encoding=UTF8 --template=template0).',
        en: 'It takes PostgreSQL 15 or later and a database in UTF8 (createdb --encoding=UTF8 --template=template0).',
      },
    },
  );
}

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function versionOf(session: Session, schema: string): Promise<number> {
  const table = `${quoted(schema)}.migration`;
  const { rows: found } = await session.query('SELECT to_regclass($1) IS NOT NULL AS made', [
    table,
  ]);
  if (found[0]?.['made'] !== true) return 0;
  const { rows } = await session.query(`SELECT coalesce(max(version), 0) AS n FROM ${table}`);
  return Number(rows[0]?.['n']);
}

function newer(place: string): Problem {
  return new Problem(
    'log.unavailable',
    {
      de: `Die Tabellen in ${place} hat eine neuere Version geschrieben.`,
      en: `The tables in ${place} were written by a newer version.`,
    },
    {
      remedy: {
        de: 'Starten Sie die neuere Version: eine ältere darf hier nicht schreiben.',
        en: 'Start the newer version: an older one must not write here.',
      },
    },
  );
}

function older(place: string): Problem {
  return new Problem(
    'log.unavailable',
    {
      de: `Die Tabellen in ${place} sind von einer älteren Version.`,
      en: `The tables in ${place} are of an older version.`,
    },
    {
      remedy: {
        de: 'Beenden Sie alle Prozesse, sichern Sie die Datenbank (pg_dump), und führen Sie dann „leitplanke log migrate“ aus; zurück führt nur die Sicherung.',
        en: 'Stop all processes, back up the database (pg_dump), then run "leitplanke log migrate"; only the backup leads back.',
      },
    },
  );
}
