import { Problem } from '#domain/problem.ts';
import type { Database, Session } from '#postgres/database.ts';

/** Refuses to delete what would stay in the files of its table: before anything is deleted. */
export async function insistOnRewriting(
  { place }: Pick<Database, 'place'>,
  session: Session,
  tables: readonly string[],
): Promise<void> {
  const { rows } = await session.query(
    `SELECT bool_and(
       pg_has_role(relowner, 'USAGE') OR
       CASE WHEN current_setting('server_version_num')::integer >= 170000
         THEN has_table_privilege(oid, 'MAINTAIN') ELSE false END) AS may
     FROM pg_class WHERE oid = ANY($1::text[]::regclass[])`,
    [[...tables]],
  );
  if (rows[0]?.['may'] === true) return;
  throw new Problem(
    'log.unavailable',
    {
      de: `Hier darf niemand gelöscht werden: In ${place} fehlt das Recht, Tabellen neu zu schreiben, und Reste blieben in den Dateien.`,
      en: `Nobody can be erased this way: in ${place} the right to write tables anew is missing, and leftovers would stay in the files.`,
    },
    {
      remedy: {
        de: 'Geben Sie der Rolle das Recht MAINTAIN (ab PostgreSQL 17; „leitplanke log postgres-roles“), oder löschen Sie mit der Adresse des Eigentümers in LEITPLANKE_DATABASE_URL.',
        en: 'Grant the role MAINTAIN (PostgreSQL 17 or later; "leitplanke log postgres-roles"), or erase with the address of the owner in LEITPLANKE_DATABASE_URL.',
      },
    },
  );
}

/** Writes tables anew: a deleted row would else lie in their files until its place is used again. */
export async function rewrite(session: Session, tables: readonly string[]): Promise<void> {
  for (const table of tables) await session.query(`VACUUM (FULL) ${table}`);
}
