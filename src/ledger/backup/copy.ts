import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';
import { backup } from 'node:sqlite';
import { guarded, openDatabase } from '#ledger/database.ts';

/** Copies a SQLite file that others may be writing: the copy is one moment of it, in one file. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  // SQLite gives the copy the rights of the file that is there.
  guarded(to, () => closeSync(openSync(to, 'wx', 0o600)));
  using source = guarded(from, () => openDatabase(from, { readOnly: true }));
  await backup(source, to, { rate: 1_000 });
  guarded(to, () => {
    using copy = openDatabase(to);
    // A write-ahead log is a second file, and needs a folder that can be written.
    copy.exec('PRAGMA journal_mode = DELETE');
  });
  syncFile(to);
}

/** Makes sure that a file, or the names in a folder, outlast a power cut. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The SHA-256 of a file of any size, in hex. */
export function hashOfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const piece = Buffer.alloc(1024 * 1024);
    let read = readSync(file, piece);
    while (read > 0) {
      hash.update(piece.subarray(0, read));
      read = readSync(file, piece);
    }
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
