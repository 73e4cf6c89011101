import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Problem } from '#domain/problem.ts';
import { checkpointReader, checkpointSigner, originOf } from '#ledger/checkpoint.ts';
import type { Signer } from '#ledger/checkpoint.ts';
import type { Random } from '#ledger/cipher.ts';
import { createDatabase, damaged, openDatabase } from '#ledger/database.ts';
import { signingKeyFile } from '#ledger/key-files.ts';
import { isOriginOf, newOrigin } from '#ledger/origin.ts';
import { createSchema, expectedSchema, schemaOf, schemaVersion } from '#ledger/schema.ts';
import { emptyFrontier, frontierFrom, rootOf, sameHash } from '#ledger/tree.ts';

/** Opens the ledger of one workspace, or begins it; a file that is not whole is refused. */
export function openLedgerFile(
  path: string,
  workspace: string,
  random: Random,
): { db: DatabaseSync; signer: Signer } {
  const keyPath = join(dirname(path), 'signing-key.pem');
  if (existsSync(path) && !existsSync(keyPath))
    throw damaged(keyPath, 'the signing key is missing');
  const key = signingKeyFile(keyPath, random);
  createDatabase(path, random, (draft) => {
    begin(draft, checkpointSigner(newOrigin(workspace, random), key));
  });

  const db = openDatabase(path);
  try {
    const vkey = checkWhole(db, path);
    const signer = checkpointSigner(originOf(vkey), key);
    checkOurs(path, vkey, signer, workspace);
    return { db, signer };
  } catch (cause) {
    db.close();
    throw cause;
  }
}

function begin(db: DatabaseSync, signer: Signer): void {
  db.exec('PRAGMA page_size = 8192');
  createSchema(db);
  db.prepare('INSERT INTO state VALUES (1, 0, ?)').run(Buffer.alloc(0));
  db.prepare('INSERT INTO signer VALUES (0, ?)').run(signer.vkey);
  db.prepare('INSERT INTO checkpoint VALUES (0, ?)').run(signer.sign(0, rootOf(emptyFrontier)));
  db.exec('PRAGMA journal_mode = WAL');
}

const Head = z.object({
  size: z.number(),
  frontier: z.instanceof(Uint8Array),
  entries: z.number(),
  note: z.string(),
  vkey: z.string(),
});

// One statement, so that all of it is one moment, whatever another process appends.
const headQuery = `
  SELECT size, frontier,
    (SELECT coalesce(max(idx) + 1, 0) FROM entry) AS entries,
    (SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1) AS note,
    (SELECT vkey FROM signer ORDER BY since DESC LIMIT 1) AS vkey
  FROM state`;

/** Checks what can be told at once: tables, entries, state and checkpoint end together. Gives the key. */
export function checkWhole(db: DatabaseSync, path: string): string {
  refuseNewer(db, path);
  if (schemaOf(db) !== expectedSchema()) throw damaged(path, 'its tables are not those of a log');

  const head = Head.safeParse(db.prepare(headQuery).get());
  if (!head.success) throw damaged(path, 'its head is missing');
  const { size, entries, note, vkey } = head.data;
  const signed = checkpointReader(vkey)?.(note);
  if (!signed) throw damaged(path, 'its newest checkpoint is not signed');
  if (entries !== size || signed.size !== size) {
    throw damaged(path, 'its entries, its state and its newest checkpoint end apart');
  }
  if (!sameHash(signed.root, rootOf(frontierFrom(head.data)))) {
    throw damaged(path, 'its state is not what was signed');
  }
  return vkey;
}

function refuseNewer(db: DatabaseSync, path: string): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version <= schemaVersion) return;
  throw new Problem('log.unavailable', `${path} was written by a newer version.`, {
    remedy: 'Start the newer version: an older one must not write to this log.',
  });
}

function checkOurs(path: string, vkey: string, signer: Signer, workspace: string): void {
  if (vkey !== signer.vkey) {
    throw new Problem('config.invalid', `The signing key does not belong to ${path}.`, {
      remedy: 'Put the signing key of this log back beside it.',
    });
  }
  if (isOriginOf(originOf(vkey), workspace)) return;
  throw new Problem('config.invalid', `${path} is the log of another workspace.`, {
    remedy: 'Give each workspace a data folder of its own.',
  });
}
