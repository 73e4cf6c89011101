import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { expectedSchema, schemaOf } from '#ledger/schema.ts';
import { sameHash } from '#ledger/tree.ts';
import type { Frontier } from '#ledger/tree.ts';
import type { Report } from '#ledger/verification.ts';

const State = z.object({ size: z.number(), frontier: z.instanceof(Uint8Array) });
const Blob = z.object({ sha256: z.string(), bytes: z.instanceof(Uint8Array) });

/** Compares the stored head of the tree, and the number of its parts, with the rebuilt tree. */
export function checkState(db: DatabaseSync, frontier: Frontier, report: Report): void {
  const state = State.safeParse(db.prepare('SELECT size, frontier FROM state').get()).data;
  const peaks = Buffer.concat(frontier.peaks);
  if (state?.size !== frontier.size || !sameHash(state.frontier, peaks)) {
    report({ what: `The stored head is not that of the ${frontier.size} entries found.` });
  }
  // A tree of n leaves has n - 1 inner nodes per peak; peaks of one leaf are leaves.
  const nodes = frontier.size - frontier.peaks.length;
  if (count(db, 'node') !== nodes) report({ what: `The tree does not have its ${nodes} nodes.` });
  if (count(db, 'signer') !== 1) report({ what: 'The log does not have exactly one key.' });
  if (count(db, 'checkpoint') !== frontier.size + 1) {
    report({ what: `There is not one checkpoint for each size up to ${frontier.size}.` });
  }
}

/** Checks that each bundle is stored under its own hash. */
export function checkBlobs(db: DatabaseSync, report: Report): void {
  for (const row of db.prepare('SELECT sha256, bytes FROM blob').iterate()) {
    const { sha256, bytes } = Blob.parse(row);
    if (hash('sha256', bytes) !== sha256) report({ what: `The bundle ${sha256} was altered.` });
  }
}

/** Checks the tables themselves: their definitions, and that indexes and rows agree. */
export function checkFile(db: DatabaseSync, report: Report): void {
  if (schemaOf(db) !== expectedSchema()) {
    report({ what: 'The tables, triggers or indexes are not those of a log.' });
  }
  for (const row of db.prepare('PRAGMA integrity_check(10)').all()) {
    const found = String(row['integrity_check']);
    if (found !== 'ok') report({ what: `SQLite finds the file damaged: ${found}.` });
  }
}

function count(db: DatabaseSync, table: string): number {
  return Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
}
