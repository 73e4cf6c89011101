import { z } from 'zod';
import type { NewEntry, Receipt } from '#domain/entry.ts';
import { Problem } from '#domain/problem.ts';
import { referenceOf } from '#domain/reference.ts';
import { canonical } from '#ledger/canonical.ts';
import type { Signer } from '#ledger/checkpoint.ts';
import type { Random } from '#ledger/cipher.ts';
import { enclose } from '#ledger/envelope.ts';
import { turnFor } from '#ledger/postgres/keys.ts';
import type { KeyRoom } from '#ledger/postgres/keys.ts';
import type { Place } from '#ledger/postgres/tables.ts';
import { frontierFrom, grow, leafHash, rootOf } from '#ledger/tree.ts';
import type { Frontier, TreeNode } from '#ledger/tree.ts';
import type { Database, Session } from '#postgres/database.ts';
import { takeTurn } from '#postgres/migration.ts';

/** What it takes to write. */
export type Desk = {
  readonly db: Database;
  readonly place: Place;
  readonly room: KeyRoom;
  readonly signer: Signer;
  readonly random: Random;
};

type Waiting = {
  readonly given: NewEntry;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (reason: unknown) => void;
};

const mostAtOnce = 64;

/**
 * Appends in turns: entries that come while a turn is under way share the next one.
 * An entry is acknowledged after its commit.
 */
export function appender(desk: Desk): (given: NewEntry) => Promise<Receipt> {
  const waiting: Waiting[] = [];
  let busy = false;
  const work = async () => {
    busy = true;
    while (waiting.length > 0) await takeOneTurn(desk, waiting.splice(0, mostAtOnce));
    busy = false;
  };
  return (given) =>
    new Promise((resolve, reject) => {
      waiting.push({ given, resolve, reject });
      if (!busy) void work();
    });
}

async function takeOneTurn({ db, ...desk }: Desk, batch: readonly Waiting[]): Promise<void> {
  try {
    const outcomes = await db.transact((session) =>
      write(
        session,
        desk,
        batch.map(({ given }) => given),
      ),
    );
    for (const [index, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome && 'receipt' in outcome) resolve(outcome.receipt);
      else reject(outcome?.failure);
    }
  } catch (cause) {
    for (const { reject } of batch) reject(cause);
  }
}

type Outcome = { readonly receipt: Receipt } | { readonly failure: unknown };

async function write(
  session: Session,
  { place, room, signer, random }: Omit<Desk, 'db'>,
  givens: readonly NewEntry[],
): Promise<readonly Outcome[]> {
  await takeTurn(session, place.schema);
  await insistOnDisk(session);
  const known = await knownAmong(session, place, givens);
  const persons = givens.flatMap(({ actor, second, at }) =>
    [actor, ...(second === undefined ? [] : [second])].map((person) => ({ person, at })),
  );
  const vault = await turnFor(session, room, persons);
  const sheet = newSheet(await frontierIn(session, place));

  const outcomes = givens.map((given): Outcome => {
    const reference = referenceOf(given.op, given.at);
    const before = known.receipts.get(given.op);
    if (before) return { receipt: { ...before, repeated: true } };
    if (known.references.has(reference)) return { failure: takenReference(reference) };
    try {
      const body = Buffer.from(canonical(enclose(given, vault, random)));
      const receipt = enter(sheet, { op: given.op, body, reference }, signer);
      known.receipts.set(given.op, receipt);
      known.references.add(reference);
      return { receipt };
    } catch (failure) {
      return { failure };
    }
  });
  await vault.save();
  if (sheet.ops.length > 0) await save(session, place, sheet);
  return outcomes;
}

/** What one turn adds to the tables. */
type Sheet = {
  readonly first: number;
  frontier: Frontier;
  readonly ops: string[];
  readonly leaves: Uint8Array[];
  readonly bodies: Uint8Array[];
  readonly nodes: TreeNode[];
  readonly notes: string[];
};

function newSheet(frontier: Frontier): Sheet {
  return { first: frontier.size, frontier, ops: [], leaves: [], bodies: [], nodes: [], notes: [] };
}

function enter(
  sheet: Sheet,
  { op, body, reference }: { op: string; body: Uint8Array; reference: string },
  signer: Signer,
): Receipt {
  const index = sheet.frontier.size;
  const leaf = leafHash(body);
  const { frontier, full } = grow(sheet.frontier, leaf);
  const checkpoint = signer.sign(frontier.size, rootOf(frontier));
  sheet.frontier = frontier;
  sheet.ops.push(op);
  sheet.leaves.push(leaf);
  sheet.bodies.push(body);
  sheet.nodes.push(...full);
  sheet.notes.push(checkpoint);
  return { index, reference, checkpoint, repeated: false };
}

async function save(session: Session, { log }: Place, sheet: Sheet): Promise<void> {
  const indexes = sheet.ops.map((_, number) => sheet.first + number);
  await session.query(
    `INSERT INTO ${log}.entry (idx, op, leaf, body)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[], $4::bytea[])`,
    [indexes, sheet.ops, sheet.leaves, sheet.bodies],
  );
  await session.query(
    `INSERT INTO ${log}.node SELECT * FROM unnest($1::integer[], $2::bigint[], $3::bytea[])`,
    [
      sheet.nodes.map(({ level }) => level),
      sheet.nodes.map(({ index }) => index),
      sheet.nodes.map(({ hash }) => hash),
    ],
  );
  await session.query(
    `INSERT INTO ${log}.checkpoint SELECT * FROM unnest($1::bigint[], $2::text[])`,
    [indexes.map((index) => index + 1), sheet.notes],
  );
  const { size, peaks } = sheet.frontier;
  await session.query(`UPDATE ${log}.state SET size = $1, frontier = $2`, [
    size,
    Buffer.concat(peaks),
  ]);
}

/** A server can be set to acknowledge before the disk has it: not here. */
async function insistOnDisk(session: Session): Promise<void> {
  await session.query(
    `SELECT set_config('synchronous_commit', 'on', true)
     WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')`,
  );
}

const KnownRow = z.object({ idx: z.number(), op: z.string(), ref: z.string(), note: z.string() });

async function knownAmong(session: Session, { log }: Place, givens: readonly NewEntry[]) {
  const { rows } = await session.query(
    `SELECT idx, op, ref, note FROM ${log}.entry JOIN ${log}.checkpoint ON size = idx + 1
     WHERE op = ANY($1) OR ref = ANY($2)`,
    [givens.map(({ op }) => op), givens.map(({ op, at }) => referenceOf(op, at))],
  );
  const receipts = new Map<string, Receipt>();
  const references = new Set<string>();
  for (const row of rows) {
    const { idx, op, ref, note } = KnownRow.parse(row);
    receipts.set(op, { index: idx, reference: ref, checkpoint: note, repeated: true });
    references.add(ref);
  }
  return { receipts, references };
}

const State = z.object({ size: z.number(), frontier: z.instanceof(Uint8Array) });

/** The tree as it stands. */
export async function frontierIn(session: Session, { log }: Place): Promise<Frontier> {
  const { rows } = await session.query(`SELECT size, frontier FROM ${log}.state`);
  return frontierFrom(State.parse(rows[0]));
}

function takenReference(reference: string): Problem {
  return new Problem(
    'log.unavailable',
    {
      de: `Das Aktenzeichen ${reference} ist vergeben.`,
      en: `The reference ${reference} is taken.`,
    },
    {
      remedy: {
        de: 'Fragen Sie noch einmal: jeder Vorgang bekommt ein anderes Aktenzeichen.',
        en: 'Ask again: each operation gets another reference.',
      },
    },
  );
}
