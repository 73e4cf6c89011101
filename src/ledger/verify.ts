import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { Problem } from '#domain/problem.ts';
import { checkpointReader, originOf } from '#ledger/checkpoint.ts';
import type { CheckpointReader } from '#ledger/checkpoint.ts';
import { openDatabase } from '#ledger/database.ts';
import { emptyFrontier, grow, rootOf, sameHash } from '#ledger/tree.ts';
import type { Frontier, TreeNode } from '#ledger/tree.ts';
import { checkEntry, EntryRow } from '#ledger/verify-entry.ts';
import type { Fault, Report, Trusted, Verification } from '#ledger/verification.ts';
import { checkBlobs, checkFile, checkState } from '#ledger/verify-file.ts';

const mostProblems = 100;
const rowsBetweenBreaths = 200;

/** Recomputes a log from its file alone: every byte, hash, column, signature. It trusts nothing stored. */
export async function verifyLedger(path: string, trusted: Trusted = {}): Promise<Verification> {
  refuseMissing(path);
  const problems: Fault[] = [];
  const report: Report = (fault) => {
    if (problems.length < mostProblems) problems.push(fault);
  };
  const progress = { frontier: emptyFrontier, vkey: trusted.vkey ?? '', wholeUpTo: -1 };
  try {
    using db = openDatabase(path, { readOnly: true });
    // One moment of the log, whatever is appended meanwhile.
    db.exec('BEGIN');
    await audit(db, trusted, report, progress);
  } catch (cause) {
    report({ what: `The file cannot be read further: ${reasonOf(cause)}.` });
  }
  return {
    ok: problems.length === 0,
    size: progress.frontier.size,
    root: Buffer.from(rootOf(progress.frontier)).toString('hex'),
    wholeUpTo: progress.wholeUpTo,
    vkey: progress.vkey,
    problems: problems.toSorted((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity)),
  };
}

type Progress = { frontier: Frontier; vkey: string; wholeUpTo: number };

async function audit(
  db: DatabaseSync,
  trusted: Trusted,
  report: Report,
  progress: Progress,
): Promise<void> {
  const stored = z.string().safeParse(db.prepare('SELECT vkey FROM signer').get()?.['vkey']).data;
  const vkey = trusted.vkey ?? stored ?? '';
  progress.vkey = vkey;
  if (stored !== vkey) report({ what: 'The key in the file is not the key of this log.' });
  const read = checkpointReader(vkey) ?? (() => undefined);

  const known = knownRoots(trusted.checkpoints ?? [], read, report);
  const noteAt = db.prepare('SELECT note FROM checkpoint WHERE size = ?');
  const nodeAt = db.prepare('SELECT hash FROM node WHERE level = ? AND i = ?');
  await checkTree(db, { noteAt, nodeAt, read, origin: originOf(vkey), known, report, progress });
  const { frontier } = progress;
  for (const size of known.keys()) {
    if (size <= frontier.size) continue;
    report({ what: `A known checkpoint covers ${size} entries; ${frontier.size} are left.` });
  }
  checkState(db, frontier, report);
  checkBlobs(db, report);
  checkFile(db, report);
}

type Walk = {
  readonly noteAt: StatementSync;
  readonly nodeAt: StatementSync;
  readonly read: CheckpointReader;
  readonly origin: string;
  readonly known: ReadonlyMap<number, readonly Uint8Array[]>;
  readonly report: Report;
  readonly progress: Progress;
};

/** Rebuilds the tree leaf by leaf; after the first root that differs, only single entries are checked. */
async function checkTree(db: DatabaseSync, walk: Walk): Promise<void> {
  const { report, progress } = walk;
  const rows = db.prepare('SELECT idx, op, leaf, body FROM entry ORDER BY idx');
  const columns = db.prepare('SELECT at, kind, verdict, pseudonym, ref FROM entry WHERE idx = ?');
  let whole = checkRoot(walk, { index: 0 });
  for (const raw of rows.iterate()) {
    const row = EntryRow.parse(raw);
    if (row.idx !== progress.frontier.size) {
      report({ index: progress.frontier.size, what: `it is missing; entry ${row.idx} follows` });
      return;
    }
    const { ref, faults } = checkEntry(row, () => columns.get(row.idx) ?? {}, walk.origin);
    for (const what of faults) report({ index: row.idx, ref, what });

    const { frontier, full } = grow(progress.frontier, row.leaf);
    progress.frontier = frontier;
    if (whole) {
      checkNodes(walk, full, { index: row.idx, ref });
      whole = checkRoot(walk, { index: row.idx, ref });
    }
    if (frontier.size % rowsBetweenBreaths === 0) await setImmediate();
  }
}

type Spot = { readonly index: number; readonly ref?: string | undefined };

/** Compares the rebuilt root with what was signed for this size; false when they differ. */
function checkRoot(walk: Walk, spot: Spot): boolean {
  const { noteAt, read, known, report, progress } = walk;
  const { size } = progress.frontier;
  const root = rootOf(progress.frontier);
  const note = noteAt.get(size)?.['note'];
  const signed = typeof note === 'string' ? read(note) : undefined;
  if (signed?.size !== size) {
    report({ ...spot, what: `the checkpoint over it (size ${size}) is missing or not signed` });
  }
  const roots = [...(known.get(size) ?? []), ...(signed?.size === size ? [signed.root] : [])];
  const same = roots.every((each) => sameHash(each, root));
  if (same) progress.wholeUpTo = size;
  if (!same) report({ ...spot, what: 'the log up to here is not the one that was signed' });
  return same;
}

function checkNodes({ nodeAt, report }: Walk, full: readonly TreeNode[], spot: Spot): void {
  for (const { level, index, hash } of full) {
    const stored = nodeAt.get(level, index)?.['hash'];
    if (stored instanceof Uint8Array && sameHash(stored, hash)) continue;
    report({ ...spot, what: `the tree node ${level}/${index} that it closes is wrong` });
  }
}

function knownRoots(
  notes: readonly string[],
  read: CheckpointReader,
  report: Report,
): Map<number, readonly Uint8Array[]> {
  const roots = new Map<number, readonly Uint8Array[]>();
  for (const note of notes) {
    const signed = read(note);
    if (signed) roots.set(signed.size, [...(roots.get(signed.size) ?? []), signed.root]);
    else report({ what: 'A known checkpoint is not signed by the key of this log.' });
  }
  return roots;
}

/** Why a damaged file stopped the reading; anything else is a bug and goes on up. */
function reasonOf(cause: unknown): string {
  if (cause instanceof z.ZodError) return 'a row does not have its columns';
  if (cause instanceof Error && 'errcode' in cause) return cause.message;
  throw cause;
}

function refuseMissing(path: string): void {
  if (existsSync(path)) return;
  throw new Problem('log.unavailable', `There is no decision log at ${path}.`, {
    remedy: 'Name the data folder that holds `ledger.db`.',
  });
}
