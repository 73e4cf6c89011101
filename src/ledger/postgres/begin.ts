import { existsSync } from 'node:fs';
import { z } from 'zod';
import { Problem } from '#domain/problem.ts';
import { checkpointReader, checkpointSigner, originOf, signingKey } from '#ledger/checkpoint.ts';
import type { Signer } from '#ledger/checkpoint.ts';
import { lock, unlock } from '#ledger/cipher.ts';
import type { Random } from '#ledger/cipher.ts';
import { wrappingKey, wrappingKeyFile } from '#ledger/key-files.ts';
import { isOriginOf, newOrigin } from '#ledger/origin.ts';
import { damagedAt } from '#ledger/postgres/damaged.ts';
import { ledgerSteps, tablesAreUntouched } from '#ledger/postgres/tables.ts';
import type { Place } from '#ledger/postgres/tables.ts';
import { emptyFrontier, frontierFrom, rootOf, sameHash } from '#ledger/tree.ts';
import { vaultKeys } from '#ledger/vault-keys.ts';
import type { Keys } from '#ledger/vault-keys.ts';
import type { Database, Session } from '#postgres/database.ts';
import { bringUpToDate, refuseUnfit, takeTurn } from '#postgres/migration.ts';

/** What a log needs to begin or to go on. */
export type Beginning = {
  readonly place: Place;
  readonly workspace: string;
  readonly random: Random;
  /** The key over all keys, or the file that holds it; the file is made with a new log. */
  readonly kek: { readonly text: string } | { readonly file: string };
  readonly hasBackup?: boolean | undefined;
};

/** Opens the log of one workspace, or begins it; one that is not whole is refused. */
export async function openTables(
  db: Database,
  beginning: Beginning,
): Promise<{ signer: Signer; keys: Keys }> {
  const { place, workspace, hasBackup } = beginning;
  await refuseUnfit(db);
  return db.transact(async (session) => {
    await takeTurn(session, place.schema);
    const tables = { schema: place.schema, steps: ledgerSteps(place) };
    const { from } = await bringUpToDate(session, db.place, tables, { hasBackup });
    if (!(await tablesAreUntouched(session, place))) {
      throw damagedAt(db.place, 'tables');
    }
    const { keys, seed } =
      from === 0 ? await begin(session, beginning) : await resume(session, db.place, beginning);
    const vkey = await checkWhole(session, db.place, place);
    const signer = checkpointSigner(originOf(vkey), signingKey(seed));
    if (signer.vkey !== vkey || !isOriginOf(originOf(vkey), workspace)) {
      throw damagedAt(db.place, 'key');
    }
    return { signer, keys };
  });
}

async function begin(session: Session, { place, workspace, random, kek }: Beginning) {
  const keys = vaultKeys(
    'text' in kek ? wrappingKey(kek.text) : wrappingKeyFile(kek.file, '', random),
  );
  await session.query(`INSERT INTO ${place.keys}.proof VALUES (1, $1)`, [
    lock(keys.wrap, Buffer.from('ok'), 'proof', random),
  ]);
  const seed = random(32);
  await session.query(`INSERT INTO ${place.keys}.signing VALUES (1, $1)`, [
    lock(keys.wrap, seed, 'signing key', random),
  ]);
  const signer = checkpointSigner(newOrigin(workspace, random), signingKey(seed));
  await session.query(`INSERT INTO ${place.log}.state VALUES (1, 0, '')`);
  await session.query(`INSERT INTO ${place.log}.signer VALUES (0, $1)`, [signer.vkey]);
  await session.query(`INSERT INTO ${place.log}.checkpoint VALUES (0, $1)`, [
    signer.sign(0, rootOf(emptyFrontier)),
  ]);
  return { keys, seed };
}

async function resume(session: Session, where: string, { place, random, kek }: Beginning) {
  if ('file' in kek && !existsSync(kek.file)) throw wrongKey(where);
  const keys = vaultKeys(
    'text' in kek ? wrappingKey(kek.text) : wrappingKeyFile(kek.file, '', random),
  );
  const { rows } = await session.query(
    `SELECT proof.box AS proof, signing.box AS signing FROM ${place.keys}.proof, ${place.keys}.signing`,
  );
  const boxes = z.object({ proof: Bytes, signing: Bytes }).safeParse(rows[0]);
  if (!boxes.success) throw damagedAt(where, 'key');
  if (!unlock(keys.wrap, boxes.data.proof, 'proof')) throw wrongKey(where);
  const seed = unlock(keys.wrap, boxes.data.signing, 'signing key');
  if (!seed) throw damagedAt(where, 'key');
  return { keys, seed };
}

const Bytes = z.instanceof(Uint8Array);
const Head = z.object({
  size: z.number(),
  frontier: Bytes,
  entries: z.number(),
  note: z.string(),
  vkey: z.string(),
});

/** Checks what can be told at once: entries, state and checkpoint end together. Gives the key. */
async function checkWhole(session: Session, where: string, { log }: Place): Promise<string> {
  const { rows } = await session.query(`
    SELECT size, frontier,
      (SELECT coalesce(max(idx) + 1, 0) FROM ${log}.entry) AS entries,
      (SELECT note FROM ${log}.checkpoint ORDER BY size DESC LIMIT 1) AS note,
      (SELECT vkey FROM ${log}.signer ORDER BY since DESC LIMIT 1) AS vkey
    FROM ${log}.state`);
  const head = Head.safeParse(rows[0]);
  if (!head.success) throw damagedAt(where, 'head');
  const { size, entries, note, vkey } = head.data;
  const signed = checkpointReader(vkey)?.(note);
  if (!signed || entries !== size || signed.size !== size) throw damagedAt(where, 'end');
  if (!sameHash(signed.root, rootOf(frontierFrom(head.data)))) throw damagedAt(where, 'head');
  return vkey;
}

function wrongKey(where: string): Problem {
  return new Problem(
    'config.invalid',
    {
      de: `Der Schlüssel für das Protokoll in ${where} fehlt hier oder ist ein anderer.`,
      en: `The key for the log in ${where} is not here, or is another one.`,
    },
    {
      remedy: {
        de: 'Nehmen Sie auf jedem Rechner denselben: die Datei „kek“ aus dem Datenordner, mit dem das Protokoll begann, oder LEITPLANKE_KEK.',
        en: 'Use the same one on every machine: the `kek` file of the data folder that the log began with, or LEITPLANKE_KEK.',
      },
    },
  );
}
