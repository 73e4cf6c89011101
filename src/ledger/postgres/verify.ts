import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { Problem } from '#domain/problem.ts';
import { checkpointReader, originOf } from '#ledger/checkpoint.ts';
import type { CheckpointReader } from '#ledger/checkpoint.ts';
import { cursorOver } from '#ledger/postgres/cursor.ts';
import { nodesInOrder } from '#ledger/postgres/verify-nodes.ts';
import type { NodeCheck } from '#ledger/postgres/verify-nodes.ts';
import { checkBlobs, checkState } from '#ledger/postgres/verify-rest.ts';
import { tablesAreUntouched } from '#ledger/postgres/tables.ts';
import type { Place } from '#ledger/postgres/tables.ts';
import { emptyFrontier, grow, rootOf, sameHash } from '#ledger/tree.ts';
import type { Frontier } from '#ledger/tree.ts';
import { checkEntry, EntryRow } from '#ledger/verify-entry.ts';
import type { Fault, Report, Trusted, Verification } from '#ledger/verification.ts';
import type { Database, Session } from '#postgres/database.ts';

const mostProblems = 100;
const rowsAtOnce = 500;
const rowsBetweenBreaths = 50;

/** Recomputes a log from its tables alone, as they were at one moment. It trusts nothing stored. */
export async function verifyTables(
  db: Database,
  place: Place,
  trusted: Trusted,
): Promise<Verification> {
  const problems: Fault[] = [];
  const report: Report = (fault) => {
    if (problems.length < mostProblems) problems.push(fault);
  };
  const progress = { frontier: emptyFrontier, vkey: trusted.vkey ?? '', wholeUpTo: -1 };
  try {
    await db.transact(
      (session) => audit(session, place, trusted, { report, progress }),
      'snapshot',
    );
  } catch (cause) {
    report({ what: `The tables cannot be read further: ${reasonOf(cause)}.` });
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
  session: Session,
  place: Place,
  trusted: Trusted,
  { report, progress }: { report: Report; progress: Progress },
): Promise<void> {
  const { log } = place;
  const { rows } = await session.query(`SELECT vkey FROM ${log}.signer ORDER BY since LIMIT 1`);
  const stored = z.string().safeParse(rows[0]?.['vkey']).data;
  const vkey = trusted.vkey ?? stored ?? '';
  progress.vkey = vkey;
  if (stored !== vkey) report({ what: 'The stored key is not the key of this log.' });
  const read = checkpointReader(vkey) ?? (() => undefined);
  const known = knownRoots(trusted.checkpoints ?? [], read, report);

  await using nodes = await nodesInOrder(session, place, report);
  await checkTree(session, place, { read, known, report, progress, nodes });
  await nodes.end();
  const { size } = progress.frontier;
  for (const each of known.keys()) {
    if (each <= size) continue;
    report({ what: `A known checkpoint covers ${each} entries; ${size} are left.` });
  }
  await checkState(session, place, progress.frontier, report);
  await checkBlobs(session, place, report);
  if (!(await tablesAreUntouched(session, place))) {
    report({ what: 'The tables, triggers or indexes are not those of a log.' });
  }
}

type Walk = {
  readonly read: CheckpointReader;
  readonly known: ReadonlyMap<number, readonly Uint8Array[]>;
  readonly report: Report;
  readonly progress: Progress;
  readonly nodes: NodeCheck;
};

/** Rebuilds the tree leaf by leaf; after the first root that differs, only single entries are checked. */
async function checkTree(session: Session, { log }: Place, walk: Walk): Promise<void> {
  const { report, progress, nodes } = walk;
  const origin = originOf(progress.vkey);
  const { rows } = await session.query(`SELECT note FROM ${log}.checkpoint WHERE size = 0`);
  let whole = checkRoot(walk, rows[0]?.['note'], { index: 0 });
  const entries = cursorOver(
    session,
    `SELECT idx, op, leaf, body, at, kind, verdict, pseudonym, ref,
       (SELECT note FROM ${log}.checkpoint WHERE size = idx + 1) AS note
     FROM ${log}.entry ORDER BY idx`,
    rowsAtOnce,
  );
  for await (const raw of entries) {
    const row = EntryRow.parse(raw);
    const index = progress.frontier.size;
    if (row.idx !== index) {
      report({ index, what: `it is missing; entry ${row.idx} follows` });
      return;
    }
    const { ref, faults } = checkEntry(row, () => raw, origin);
    for (const what of faults) report({ index, ref, what });

    const { frontier, full } = grow(progress.frontier, row.leaf);
    progress.frontier = frontier;
    await nodes.check(index, full, whole, { index, ref });
    if (whole) whole = checkRoot(walk, raw['note'], { index, ref });
    if (frontier.size % rowsBetweenBreaths === 0) await setImmediate();
  }
}

type Spot = { readonly index: number; readonly ref?: string | undefined };

/** Compares the rebuilt root with what was signed for this size; false when they differ. */
function checkRoot(walk: Walk, note: unknown, spot: Spot): boolean {
  const { read, known, report, progress } = walk;
  const { size } = progress.frontier;
  const root = rootOf(progress.frontier);
  const signed = typeof note === 'string' ? read(note) : undefined;
  if (signed?.size !== size) {
    report({ ...spot, what: `the checkpoint over it (size ${size}) is missing or not signed` });
  }
  const roots = [...(known.get(size) ?? []), ...(signed?.size === size ? [signed.root] : [])];
  const same = roots.every((each) => sameHash(each, root));
  if (same) progress.wholeUpTo = size;
  else report({ ...spot, what: 'the log up to here is not the one that was signed' });
  return same;
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

/** Why damaged tables stopped the reading; a server that is away, and a bug, go on up. */
function reasonOf(cause: unknown): string {
  if (cause instanceof z.ZodError) return 'a row does not have its columns';
  if (cause instanceof Problem && cause.code === 'log.damaged')
    return 'tables or columns are missing';
  throw cause;
}
