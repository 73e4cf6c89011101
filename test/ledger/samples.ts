import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { Random } from '#ledger/cipher.ts';
import { sqliteLedger } from '#ledger/sqlite.ts';
import type { LedgerStore } from '#ledger/store.ts';

/** An empty folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leitplanke-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Bytes that are the same in every run. */
export function seeded(seed: string): Random {
  let drawn = 0;
  return (size) => {
    const blocks = Array.from({ length: Math.ceil(size / 32) }, () =>
      createHash('sha256').update(`${seed} ${drawn++}`).digest(),
    );
    return Buffer.concat(blocks).subarray(0, size);
  };
}

/** A ledger that is closed after the test. */
export function aLedger(folder: string, seed = 'ledger'): LedgerStore {
  const ledger = sqliteLedger({ folder, workspace: 'T1', random: seeded(seed) });
  onTestFinished(() => ledger.close().catch(() => undefined));
  return ledger;
}

/** Edits the file behind the back of the ledger; the triggers are as before when it is done. */
export function tamper(file: string, edit: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(file, { defensive: false });
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${String(name)}"`);
  edit(db);
  for (const { sql } of triggers) db.exec(String(sql));
  db.close();
}
