import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '#domain/problem.ts';

// Primary result codes of SQLite, https://sqlite.org/rescode.html
// The statements are ours: where one fails, tables or rows are not.
const failed = 1;
const corrupt = 11;
const notADatabase = 26;

// 2: what people say of answers, and whom the assistant has met.
const version = 2;

const tables = `
  CREATE TABLE IF NOT EXISTS thread (
    workspace TEXT, place TEXT, thread TEXT, revision INTEGER NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (workspace, place, thread)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS review (
    workspace TEXT, id TEXT, revision INTEGER NOT NULL,
    state TEXT NOT NULL, created TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (workspace, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS role (
    workspace TEXT, person TEXT, role TEXT, PRIMARY KEY (workspace, person, role)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS delivery (
    workspace TEXT, id TEXT, at TEXT NOT NULL, PRIMARY KEY (workspace, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS feedback (
    workspace TEXT, decision TEXT, person TEXT, at TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (workspace, decision, person)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS met (
    workspace TEXT, person TEXT, PRIMARY KEY (workspace, person)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS delivery_at ON delivery (at);
  PRAGMA user_version = ${version};
`;

/** Opens the file of the desk, or begins it. */
export function openDesk(path: string): DatabaseSync {
  return guarded(path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // SQLite gives its side files the rights of the file.
    closeSync(openSync(path, 'a', 0o600));
    const db = new DatabaseSync(path, { timeout: 5_000, defensive: true });
    try {
      // Deleted rows are overwritten: what a person wrote here must be able to go.
      db.exec('PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL;');
      refuseUnsafe(db, path);
      db.exec('PRAGMA journal_mode = WAL');
      inOneStep(db, () => {
        refuseNewer(db, path);
        db.exec(tables);
      });
      return db;
    } catch (cause) {
      db.close();
      throw cause;
    }
  });
}

/** Does all of the work or none of it, alone among writers. */
export function inOneStep<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw cause;
  }
}

/** Works on the file; what its storage refuses comes out as a `Problem`. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    if (
      'errcode' in cause &&
      [failed, corrupt, notADatabase].includes(Number(cause.errcode) % 256)
    ) {
      throw damaged(path, cause);
    }
    if ('errcode' in cause || 'syscall' in cause) throw unavailable(path, cause.message, cause);
    throw cause;
  }
}

/** What to say when a record is not what was saved. */
export function damaged(path: string, cause: Error): Problem {
  return new Problem('log.damaged', `The desk is damaged: ${cause.message} (${path}).`, {
    remedy:
      'Restore a backup of this file, or move it away: open threads and cases begin anew, the decision log is not touched.',
    cause,
  });
}

function unavailable(path: string, what: string, cause?: unknown): Problem {
  return new Problem('log.unavailable', `The desk cannot be used: ${what}.`, {
    remedy: `Check that ${path} can be written, that the disk is not full, and that no other program holds the file; then try again.`,
    cause,
  });
}

/** Refuses a SQLite that can lose commits when two connections share a WAL file. */
function refuseUnsafe(db: DatabaseSync, path: string): void {
  const row = db.prepare('SELECT sqlite_version() AS version').get();
  // https://sqlite.org/wal.html: fixed in 3.51.3; older branches that got the fix are not in any Node 26.
  const [, minor = 0, patch = 0] = String(row?.['version']).split('.').map(Number);
  if (minor > 51 || (minor === 51 && patch >= 3)) return;
  throw unavailable(path, `SQLite ${String(row?.['version'])} can lose what it saved`);
}

function refuseNewer(db: DatabaseSync, path: string): void {
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > version) throw unavailable(path, 'a newer version wrote it');
}
