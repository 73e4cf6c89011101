import { hash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { NewEntry } from '#domain/entry.ts';
import type { Random } from '#ledger/cipher.ts';
import { disclose } from '#ledger/envelope.ts';
import { appender, frontierIn } from '#ledger/postgres/append.ts';
import { openTables } from '#ledger/postgres/begin.ts';
import { forget, heldOf, keyOf, personalTables } from '#ledger/postgres/keys.ts';
import type { KeyRoom } from '#ledger/postgres/keys.ts';
import { proofFrom } from '#ledger/postgres/proof.ts';
import { readEntries } from '#ledger/postgres/read.ts';
import { placeFor } from '#ledger/postgres/tables.ts';
import type { Place } from '#ledger/postgres/tables.ts';
import { verifyTables } from '#ledger/postgres/verify.ts';
import type { LedgerStore } from '#ledger/store.ts';
import type { Trusted, Verification } from '#ledger/verification.ts';
import { consistencyProof, inclusionProof, rootOf } from '#ledger/tree.ts';
import type { Database } from '#postgres/database.ts';
import { postgresDatabase } from '#postgres/database.ts';
import { takeTurn } from '#postgres/migration.ts';
import { insistOnRewriting, rewrite } from '#postgres/rewrite.ts';

export type PostgresLedgerOptions = {
  /** `postgres://…` */
  readonly address: string;
  /** The data folder of the workspace: it holds the key file where no key is given. */
  readonly folder: string;
  readonly workspace: string;
  readonly random: Random;
  /** The key over all keys, in hex or base64. */
  readonly kek?: string | undefined;
  /** What the schemas are called, where several installations share one database. */
  readonly name?: string | undefined;
  /** Somebody has made a backup, so that older tables may be changed. */
  readonly hasBackup?: boolean | undefined;
};

/** The ledger of one workspace in PostgreSQL; any number of processes may share it. */
export async function postgresLedger(options: PostgresLedgerOptions): Promise<LedgerStore> {
  const { workspace, random, folder, kek, hasBackup, name = 'leitplanke' } = options;
  const db = postgresDatabase(options.address);
  const place = placeFor(name, workspace);
  try {
    const { signer, keys } = await openTables(db, {
      place,
      workspace,
      random,
      kek: kek === undefined ? { file: join(folder, 'kek') } : { text: kek },
      hasBackup,
    });
    const room = { at: place.keys, place: db.place, keys, random };
    return ledgerOn({ db, place, room, signer, random, workspace });
  } catch (cause) {
    await db.close();
    throw cause;
  }
}

/** Which log, told by its address alone. */
type Whereabouts = Pick<PostgresLedgerOptions, 'address' | 'workspace' | 'name'>;

/** True where the log of this workspace has begun. */
export async function isThereALog(whereabouts: Whereabouts): Promise<boolean> {
  return withPlace(whereabouts, async (db, { log }) => {
    const { rows } = await db.query('SELECT to_regclass($1) IS NOT NULL AS found', [
      `${log}.entry`,
    ]);
    return rows[0]?.['found'] === true;
  });
}

/** Recomputes a log from its tables alone, so that one which no longer opens is still examined. */
export async function verifyPostgres(
  whereabouts: Whereabouts,
  trusted: Trusted,
): Promise<Verification> {
  return withPlace(whereabouts, (db, place) => verifyTables(db, place, trusted));
}

async function withPlace<T>(
  { address, workspace, name = 'leitplanke' }: Whereabouts,
  work: (db: Database, place: Place) => Promise<T>,
): Promise<T> {
  const db = postgresDatabase(address);
  try {
    return await work(db, placeFor(name, workspace));
  } finally {
    await db.close();
  }
}

type Bench = Parameters<typeof appender>[0] & { readonly workspace: string };

function ledgerOn(bench: Bench): LedgerStore {
  const { db, place, room, signer, workspace } = bench;
  const append = appender(bench);
  return {
    vkey: signer.vkey,
    append: async (entry) => {
      const given = NewEntry.parse(entry);
      if (given.workspace !== workspace) {
        throw new Error('An entry of another workspace came to this ledger.');
      }
      return append(given);
    },
    read: (filter) => readEntries(db, place, filter),
    async open(entry) {
      const id = entry.sealed?.key;
      const key = id === undefined ? undefined : await keyOf(db, room, id);
      return disclose(entry, { keyOf: () => key });
    },
    async head() {
      const frontier = await frontierIn(db, place);
      return { size: frontier.size, root: Buffer.from(rootOf(frontier)).toString('hex') };
    },
    checkpoint: () => newestCheckpoint(db, place),
    inclusionProof: (index, size) =>
      proofFrom(db, place, (nodes) => inclusionProof(nodes, index, size)),
    consistencyProof: (from, to) =>
      proofFrom(db, place, (nodes) => consistencyProof(nodes, from, to)),
    putBlob: (kind, bytes) => putBlob(db, place, kind, bytes),
    blob: (sha256) => blobOf(db, place, sha256),
    verify: (trusted) => verifyTables(db, place, { vkey: signer.vkey, ...trusted }),
    heldOf: (person) => heldOf(db, room, person),
    forget: (person) => forgetInTurn(db, place, room, person),
    close: () => db.close(),
  };
}

/** In turn with those who write: nobody uses a key that is just being deleted. */
async function forgetInTurn(db: Database, place: Place, room: KeyRoom, person: string) {
  const forgotten = await db.transact(async (session) => {
    await takeTurn(session, place.schema);
    await insistOnRewriting(db, session, personalTables(room));
    return forget(session, room, person);
  });
  await rewrite(db, personalTables(room));
  return forgotten;
}

async function newestCheckpoint(db: Database, { log }: Place): Promise<string> {
  const { rows } = await db.query(`SELECT note FROM ${log}.checkpoint ORDER BY size DESC LIMIT 1`);
  return z.object({ note: z.string() }).parse(rows[0]).note;
}

async function putBlob(
  db: Database,
  { log }: Place,
  kind: string,
  bytes: Uint8Array,
): Promise<string> {
  const sha256 = hash('sha256', bytes);
  await db.query(`INSERT INTO ${log}.blob VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
    sha256,
    kind,
    bytes,
  ]);
  return sha256;
}

async function blobOf(db: Database, { log }: Place, sha256: string) {
  const Row = z.object({ kind: z.string(), bytes: z.instanceof(Uint8Array) }).optional();
  const { rows } = await db.query(`SELECT kind, bytes FROM ${log}.blob WHERE sha256 = $1`, [
    sha256,
  ]);
  return Row.parse(rows[0]);
}
