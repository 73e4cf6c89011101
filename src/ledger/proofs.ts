import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { guarded } from '#ledger/database.ts';
import { prepared } from '#ledger/prepared.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { consistencyProof, frontierFrom, inclusionProof, rootOf } from '#ledger/tree.ts';
import type { Frontier } from '#ledger/tree.ts';

/** What a log file can prove, whoever opened it. */
export type Proofs = Pick<
  LedgerStore,
  'vkey' | 'head' | 'checkpoint' | 'inclusionProof' | 'consistencyProof'
>;

const State = z.object({ size: z.number(), frontier: z.instanceof(Uint8Array) });
const Note = z.object({ note: z.string() });

/** The proofs of a log, from its stored nodes. */
export function proofsOf(db: DatabaseSync, path: string): Proofs {
  const nodes = nodeSource(db);
  const Key = z.object({ vkey: z.string() });
  const vkey = guarded(path, () => {
    const row = db.prepare('SELECT vkey FROM signer ORDER BY since DESC LIMIT 1').get();
    return Key.parse(row).vkey;
  });
  return {
    vkey,
    head: async () => guarded(path, () => headOf(frontierIn(db))),
    checkpoint: async () => guarded(path, () => checkpointOf(db, frontierIn(db).size)),
    inclusionProof: async (index, size) => guarded(path, () => inclusionProof(nodes, index, size)),
    consistencyProof: async (from, to) => guarded(path, () => consistencyProof(nodes, from, to)),
  };
}

/** The tree as the file has it now. */
export function frontierIn(db: DatabaseSync): Frontier {
  return frontierFrom(State.parse(prepared(db, 'SELECT size, frontier FROM state').get()));
}

/** The signed note over a size. */
export function checkpointOf(db: DatabaseSync, size: number): string {
  return Note.parse(prepared(db, 'SELECT note FROM checkpoint WHERE size = ?').get(size)).note;
}

function headOf(frontier: Frontier): { size: number; root: string } {
  return { size: frontier.size, root: Buffer.from(rootOf(frontier)).toString('hex') };
}

function nodeSource(db: DatabaseSync) {
  const Row = z.object({ hash: z.instanceof(Uint8Array) });
  const leaf = db.prepare('SELECT leaf AS hash FROM entry WHERE idx = ?');
  const node = db.prepare('SELECT hash FROM node WHERE level = ? AND i = ?');
  return (level: number, index: number) =>
    Row.parse(level === 0 ? leaf.get(index) : node.get(level, index)).hash;
}
