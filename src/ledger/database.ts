import { closeSync, existsSync, linkSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '#domain/problem.ts';
import type { Random } from '#ledger/cipher.ts';

// Primary result codes of SQLite, https://sqlite.org/rescode.html
// The statements are ours: where one fails, tables or rows are not.
const failed = 1;
const corrupt = 11;
const notADatabase = 26;
const constraint = 19;
// The one constraint that fails when nothing is wrong: another process has just forgotten the person.
const foreignKey = 787;

/** Opens a SQLite file that is there; another process that writes is waited for. */
export function openDatabase(
  path: string,
  options: { readOnly?: boolean; timeout?: number } = {},
): DatabaseSync {
  const db = new DatabaseSync(path, {
    readOnly: options.readOnly ?? false,
    timeout: options.timeout ?? 5_000,
    defensive: true,
    allowExtension: false,
  });
  db.exec('PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL;');
  refuseUnsafe(db, path);
  return db;
}

/** Makes a SQLite file unless it is there; nobody sees it half made, and of two makers one wins. */
export function createDatabase(
  path: string,
  random: Random,
  fill: (db: DatabaseSync) => void,
): void {
  placeOnce(path, random, (draft) => {
    // SQLite gives its side files the rights of the file.
    closeSync(openSync(draft, 'wx', 0o600));
    const db = openDatabase(draft);
    fill(db);
    db.close();
  });
}

/** Puts a finished file in place unless one is there. */
export function placeOnce(path: string, random: Random, write: (draft: string) => void): void {
  if (existsSync(path)) return;
  const draft = `${path}.${Buffer.from(random(8)).toString('hex')}`;
  try {
    write(draft);
    linkSync(draft, path);
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cause;
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(draft + end, { force: true });
  }
}

/** Does all of the work or none of it, alone among writers. */
export function transact<T>(db: DatabaseSync, work: () => T): T {
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

/** Works on a file; what its storage refuses comes out as a `Problem`. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw problemWith(path, cause) ?? cause;
  }
}

/** What to say when a file is not what was written. */
export function damaged(path: string, what: string, cause?: unknown): Problem {
  return new Problem(
    'log.damaged',
    {
      de: `Das Protokoll ist beschädigt: ${what} (${path}).`,
      en: `The decision log is damaged: ${what} (${path}).`,
    },
    {
      remedy: {
        de: '„leitplanke log verify“ zeigt, wie weit es heil ist. Spielen Sie dann eine Sicherung ein, oder legen Sie die Datei beiseite, um ein neues zu beginnen.',
        en: '"leitplanke log verify" shows how far it is whole. Then restore a backup, or move the file away to begin a new log.',
      },
      cause,
    },
  );
}

/** True for SQLite versions that can lose a commit when two connections share a WAL file. */
export function losesCommits(version: string): boolean {
  // https://sqlite.org/wal.html: fixed in 3.51.3, 3.50.7 and 3.44.6; 3.52.0 was withdrawn.
  const [, minor = 0, patch = 0] = version.split('.').map(Number);
  if (minor === 44) return patch < 6;
  if (minor === 50) return patch < 7;
  if (minor === 51) return patch < 3;
  return minor < 51 || (minor === 52 && patch === 0);
}

function refuseUnsafe(db: DatabaseSync, path: string): void {
  const version = String(db.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  if (!losesCommits(version)) return;
  db.close();
  throw new Problem('log.unavailable', `SQLite ${version} can lose entries of ${path}.`, {
    remedy: 'Use the Node version that package.json asks for: it brings a newer SQLite.',
  });
}

function problemWith(path: string, cause: unknown): Problem | undefined {
  const code = codeOf(cause);
  if (!(cause instanceof Error) || typeof code !== 'string') return undefined;
  if (code === 'ERR_SQLITE_ERROR' && 'errcode' in cause) {
    const broken = [failed, corrupt, notADatabase, constraint].includes(
      Number(cause.errcode) % 256,
    );
    if (broken && cause.errcode !== foreignKey) return damaged(path, cause.message, cause);
  }
  if (code !== 'ERR_SQLITE_ERROR' && !('syscall' in cause)) return undefined;
  return new Problem(
    'log.unavailable',
    {
      de: `Das Protokoll ist nicht verfügbar: ${cause.message}.`,
      en: `The decision log cannot be used: ${cause.message}.`,
    },
    {
      remedy: {
        de: `Prüfen Sie, ob ${path} beschreibbar ist, ob noch Platz ist und ob kein anderes Programm die Datei hält; versuchen Sie es dann noch einmal.`,
        en: `Check that ${path} can be written, that the disk is not full, and that no other program holds the file; then try again.`,
      },
      cause,
    },
  );
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
