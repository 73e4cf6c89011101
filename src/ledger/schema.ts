import { DatabaseSync } from 'node:sqlite';

/** The version of these tables, kept in the file as `user_version`. */
export const schemaVersion = 1;

const clear = (name: string, path: string) =>
  `${name} TEXT GENERATED ALWAYS AS (json_extract(CAST(body AS TEXT), '$.${path}')) VIRTUAL`;

const never = (table: string, act: 'UPDATE' | 'DELETE') =>
  `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table}
   BEGIN SELECT RAISE(ABORT, 'the decision log is append-only'); END`;

const appendOnly = ['entry', 'node', 'checkpoint', 'signer', 'blob'];

/** The tables of a ledger. `body` holds the exact bytes that were hashed. */
export const schema: readonly string[] = [
  `CREATE TABLE entry (
     idx INTEGER PRIMARY KEY,
     op TEXT NOT NULL UNIQUE,
     leaf BLOB NOT NULL CHECK (length(leaf) = 32),
     body BLOB,
     ${clear('at', 'at')},
     ${clear('kind', 'kind')},
     ${clear('verdict', 'body.verdict')},
     ${clear('pseudonym', 'pseudonym')},
     ${clear('ref', 'ref')}
   ) STRICT`,
  `CREATE UNIQUE INDEX entry_ref ON entry (ref)`,
  `CREATE INDEX entry_at ON entry (at)`,
  `CREATE INDEX entry_kind ON entry (kind)`,
  `CREATE INDEX entry_pseudonym ON entry (pseudonym)`,
  `CREATE TABLE node (
     level INTEGER NOT NULL, i INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
     PRIMARY KEY (level, i)
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE state (
     id INTEGER PRIMARY KEY CHECK (id = 1), size INTEGER NOT NULL, frontier BLOB NOT NULL
   ) STRICT`,
  `CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT`,
  `CREATE TABLE signer (since INTEGER PRIMARY KEY, vkey TEXT NOT NULL) STRICT`,
  `CREATE TABLE blob (sha256 TEXT PRIMARY KEY, kind TEXT NOT NULL, bytes BLOB NOT NULL)
   STRICT, WITHOUT ROWID`,
  // These stop accidents; an attacker is stopped by the tree and by checkpoints kept elsewhere.
  ...appendOnly.flatMap((table) => [never(table, 'UPDATE'), never(table, 'DELETE')]),
  `CREATE TRIGGER entry_only_at_the_end BEFORE INSERT ON entry
   WHEN new.idx IS NOT (SELECT size FROM state)
   BEGIN SELECT RAISE(ABORT, 'the decision log is append-only'); END`,
];

/** The tables, indexes and triggers of a database as SQLite keeps them, for comparison. */
export function schemaOf(db: DatabaseSync): string {
  const rows = db
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name')
    .all();
  return JSON.stringify([db.prepare('PRAGMA user_version').all(), rows]);
}

/** What `schemaOf` gives for an untouched ledger. */
export function expectedSchema(): string {
  using db = new DatabaseSync(':memory:');
  createSchema(db);
  return schemaOf(db);
}

export function createSchema(db: DatabaseSync): void {
  for (const statement of schema) db.exec(statement);
  db.exec(`PRAGMA user_version = ${schemaVersion}`);
}
