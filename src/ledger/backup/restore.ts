import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '#domain/problem.ts';
import { syncFile } from '#ledger/backup/copy.ts';
import type { Manifest } from '#ledger/backup/manifest.ts';
import { guarded, openDatabase } from '#ledger/database.ts';

/** What a restore did. */
export type Restored = {
  /** Files of the backup that are in place now. */
  readonly placed: readonly string[];
  /** Files that were there, sound, and stayed: what was erased since must not come back. */
  readonly stayed: readonly string[];
  /** Where the files lie that were replaced. */
  readonly aside?: string | undefined;
};

/** Puts the log of a backup in place; keys and desk only where they are missing or do not open. */
export function restore(folder: string, from: string, manifest: Manifest, now: Date): Restored {
  return guarded(folder, () => {
    refuseInUse(join(folder, 'ledger.db'));
    const names = Object.keys(manifest.files).filter((name) => existsSync(join(from, name)));
    const wanted = names.filter((name) => !staysAsItIs(folder, baseOf(name)));
    // First all copies, then all renames: a full disk stops it before anything is replaced.
    for (const name of wanted) copyBeside(join(from, name), join(folder, baseOf(name)));
    const aside = setAside(folder, wanted.map(baseOf), now);
    for (const name of wanted) {
      const path = join(folder, baseOf(name));
      renameSync(`${path}.restored`, path);
    }
    syncFile(folder);
    return {
      placed: wanted.map(baseOf),
      stayed: names.map(baseOf).filter((name) => !wanted.map(baseOf).includes(name)),
      aside,
    };
  });
}

/** A log that another program has open would be written on under its old name. */
function refuseInUse(path: string): void {
  if (!existsSync(path)) return;
  try {
    using db = openDatabase(path, { timeout: 0 });
    // Fails while anybody else has the file open: connections to a write-ahead log keep a lock.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK');
  } catch (cause) {
    const code = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) % 256 : 0;
    // 5 and 6: busy, locked. A file that cannot be read is no reason to stop.
    if (code === 5 || code === 6) throw inUse(path, cause);
  }
}

function staysAsItIs(folder: string, name: string): boolean {
  const path = join(folder, name);
  if (name === 'ledger.db' || !existsSync(path)) return false;
  return !name.endsWith('.db') || isSound(path);
}

function isSound(path: string): boolean {
  try {
    using db = openDatabase(path, { readOnly: true });
    return db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  } catch {
    return false;
  }
}

function copyBeside(source: string, path: string): void {
  const draft = `${path}.restored`;
  rmSync(draft, { force: true });
  copyFileSync(source, draft);
  if (path.endsWith('ledger.db') || path.endsWith('desk.db')) {
    using db = openDatabase(draft);
    db.exec('PRAGMA journal_mode = WAL');
  }
  syncFile(draft);
}

/** Moves what is to be replaced into a folder of its own, with the files that belong to it. */
function setAside(folder: string, names: readonly string[], now: Date): string | undefined {
  const present = names
    .flatMap((name) => ['', '-wal', '-shm', '-journal'].map((end) => name + end))
    .filter((name) => existsSync(join(folder, name)));
  if (present.length === 0) return undefined;
  const aside = join(folder, `aside-${now.toISOString().replaceAll(/[:.]/g, '-')}`);
  mkdirSync(aside, { mode: 0o700 });
  for (const name of present) renameSync(join(folder, name), join(aside, name));
  syncFile(aside);
  return aside;
}

function baseOf(name: string): string {
  return name.replace(/^.*\//, '');
}

function inUse(path: string, cause: unknown): Problem {
  return new Problem(
    'log.unavailable',
    {
      de: `Ein anderes Programm hat das Protokoll geöffnet: ${path}.`,
      en: `Another program has the log open: ${path}.`,
    },
    {
      remedy: {
        de: 'Beenden Sie Leitplanke, und rufen Sie den Befehl noch einmal auf.',
        en: 'Stop Leitplanke, and run the command again.',
      },
      cause,
    },
  );
}
