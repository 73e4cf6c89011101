import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Receipt } from '#domain/entry.ts';
import { leafHash } from '#ledger/tree.ts';
import { aDecision, anAnswer } from '../contracts/entries.ts';
import { aFolder, aLedger } from './samples.ts';

export const size = 20;

/** A log of 20 entries and one bundle, closed, with what its keepers know; decisions at even indexes. */
export async function aWrittenLog() {
  const folder = aFolder();
  const ledger = aLedger(folder);
  const receipts: Receipt[] = [];
  for (let number = 0; number < size; number++) {
    receipts.push(await ledger.append(number % 2 ? anAnswer() : aDecision()));
  }
  await ledger.putBlob('knowledge', Buffer.from('facts and controls'));
  await ledger.close();
  return {
    path: join(folder, 'ledger.db'),
    vkey: ledger.vkey,
    key: createPrivateKey(readFileSync(join(folder, 'signing-key.pem'))),
    receipts,
    refOf: (index: number) => receipts[index]?.reference ?? '',
    noteOf: (index: number) => receipts[index]?.checkpoint ?? '',
  };
}
export type WrittenLog = Awaited<ReturnType<typeof aWrittenLog>>;

/** The bytes of an entry. */
export function bytesOf(db: DatabaseSync, idx: number): Buffer {
  const row = db.prepare('SELECT body FROM entry WHERE idx = ?').get(idx);
  return Buffer.from(row?.['body'] as Uint8Array);
}

/** Puts other bytes in the place of an entry, and their hash too when told. */
export function rewrite(
  db: DatabaseSync,
  idx: number,
  { from, to, rehash = true }: { from: string; to: string; rehash?: boolean },
): void {
  const body = Buffer.from(bytesOf(db, idx).toString().replace(from, to));
  db.prepare('UPDATE entry SET body = ? WHERE idx = ?').run(body, idx);
  if (rehash) db.prepare('UPDATE entry SET leaf = ? WHERE idx = ?').run(leafHash(body), idx);
}

/** Writes the file anew, so that no page holds leftovers of earlier rows. */
export function vacuum(path: string): void {
  using db = new DatabaseSync(path);
  db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
}
