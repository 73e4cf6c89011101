import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { NewEntry } from '#domain/entry.ts';
import type { Receipt } from '#domain/entry.ts';
import { Problem } from '#domain/problem.ts';
import { referenceOf } from '#domain/reference.ts';
import { canonical } from '#ledger/canonical.ts';
import type { Signer } from '#ledger/checkpoint.ts';
import type { Random } from '#ledger/cipher.ts';
import { guarded, transact } from '#ledger/database.ts';
import { disclose, enclose } from '#ledger/envelope.ts';
import { failStop } from '#ledger/fail-stop.ts';
import { wrappingKey, wrappingKeyFile } from '#ledger/key-files.ts';
import { openLedgerFile } from '#ledger/ledger-file.ts';
import { prepared } from '#ledger/prepared.ts';
import { checkpointOf, frontierIn, proofsOf } from '#ledger/proofs.ts';
import { readEntries } from '#ledger/read.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { grow, leafHash, rootOf } from '#ledger/tree.ts';
import { sqliteVault } from '#ledger/vault.ts';
import type { Vault } from '#ledger/vault.ts';
import { verifyAside } from '#ledger/verify-aside.ts';

export type SqliteLedgerOptions = {
  /** The data folder of one workspace. */
  readonly folder: string;
  readonly workspace: string;
  readonly random: Random;
  /** The key over all keys, in hex or base64; without it a key file is kept in the folder. */
  readonly kek?: string | undefined;
};

/** The ledger of one workspace in two SQLite files; several processes may share them. */
export function sqliteLedger(options: SqliteLedgerOptions): LedgerStore {
  const { folder, workspace, random } = options;
  const path = join(folder, 'ledger.db');
  guarded(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  const vault = guarded(folder, () => openVault(options));
  const { db, signer } = openBeside(vault, path, options);
  const bench = { db, signer, vault, random, workspace };
  const { run, failed } = failStop(path);

  return {
    ...proofsOf(db, path),
    // SQLite works synchronously: appends of one process never overlap.
    append: async (entry) => {
      const given = NewEntry.parse(entry);
      return run(() => guarded(path, () => append(bench, given)));
    },
    read: async (filter) => guarded(path, () => readEntries(db, path, filter)),
    open: async (entry) => disclose(entry, vault),
    putBlob: async (kind, bytes) => run(() => guarded(path, () => putBlob(db, kind, bytes))),
    blob: async (sha256) => guarded(path, () => blobOf(db, sha256)),
    verify: (trusted) => verifyAside(path, { vkey: signer.vkey, ...trusted }),
    heldOf: async (person) => vault.heldOf(person),
    forget: async (person) => run(() => vault.forget(person)),
    failed,
    close: async () => {
      vault.close();
      db.close();
    },
  };
}

/** Opens the log; when it cannot be opened, the vault does not stay open either. */
function openBeside(vault: Vault, path: string, { workspace, random }: SqliteLedgerOptions) {
  try {
    return guarded(path, () => openLedgerFile(path, workspace, random));
  } catch (cause) {
    vault.close();
    throw cause;
  }
}

type Bench = {
  readonly db: DatabaseSync;
  readonly signer: Signer;
  readonly vault: Vault;
  readonly random: Random;
  readonly workspace: string;
};

function append(bench: Bench, given: NewEntry): Receipt {
  if (given.workspace !== bench.workspace) {
    throw new Error('An entry of another workspace came to this ledger.');
  }
  return transact(bench.db, () => receiptOf(bench.db, given.op) ?? write(bench, given));
}

function write({ db, signer, vault, random }: Bench, given: NewEntry): Receipt {
  refuseTakenReference(db, referenceOf(given.op, given.at));
  const body = Buffer.from(canonical(enclose(given, vault, random)));
  const leaf = leafHash(body);
  // Read anew each time: another process may have appended meanwhile.
  const before = frontierIn(db);
  const { frontier, full } = grow(before, leaf);

  prepared(db, 'INSERT INTO entry (idx, op, leaf, body) VALUES (?, ?, ?, ?)').run(
    before.size,
    given.op,
    leaf,
    body,
  );
  const insertNode = prepared(db, 'INSERT INTO node VALUES (?, ?, ?)');
  for (const node of full) insertNode.run(node.level, node.index, node.hash);
  const peaks = Buffer.concat(frontier.peaks);
  prepared(db, 'UPDATE state SET size = ?, frontier = ?').run(frontier.size, peaks);
  const note = signer.sign(frontier.size, rootOf(frontier));
  prepared(db, 'INSERT INTO checkpoint VALUES (?, ?)').run(frontier.size, note);
  return {
    index: before.size,
    reference: referenceOf(given.op, given.at),
    checkpoint: note,
    repeated: false,
  };
}

const ReceiptRow = z.object({ idx: z.number(), ref: z.string() }).optional();

function receiptOf(db: DatabaseSync, op: string): Receipt | undefined {
  const row = ReceiptRow.parse(prepared(db, 'SELECT idx, ref FROM entry WHERE op = ?').get(op));
  return (
    row && {
      index: row.idx,
      reference: row.ref,
      checkpoint: checkpointOf(db, row.idx + 1),
      repeated: true,
    }
  );
}

function refuseTakenReference(db: DatabaseSync, reference: string): void {
  if (!prepared(db, 'SELECT 1 FROM entry WHERE ref = ?').get(reference)) return;
  throw new Problem('log.unavailable', `The reference ${reference} is taken.`, {
    remedy: 'Ask again: each operation gets another reference.',
  });
}

function putBlob(db: DatabaseSync, kind: string, bytes: Uint8Array): string {
  const sha256 = hash('sha256', bytes);
  db.prepare('INSERT INTO blob VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(sha256, kind, bytes);
  return sha256;
}

function blobOf(db: DatabaseSync, sha256: string): { kind: string; bytes: Uint8Array } | undefined {
  const Row = z.object({ kind: z.string(), bytes: z.instanceof(Uint8Array) }).optional();
  return Row.parse(db.prepare('SELECT kind, bytes FROM blob WHERE sha256 = ?').get(sha256));
}

function openVault({ folder, random, kek }: SqliteLedgerOptions): Vault {
  const path = join(folder, 'keys.db');
  const keyPath = join(folder, 'kek');
  const key = kek === undefined ? wrappingKeyFile(keyPath, path, random) : wrappingKey(kek);
  return sqliteVault(path, key, random);
}
