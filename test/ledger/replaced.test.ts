import type { KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { checkpointSigner, originOf, signingKey } from '#ledger/checkpoint.ts';
import { emptyFrontier, grow, rootOf } from '#ledger/tree.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { seeded, tamper } from './samples.ts';
import { aWrittenLog, rewrite, size } from './written-log.ts';

test('a log put back to an earlier day is found with a newer checkpoint alone', async () => {
  const { path, noteOf } = await aWrittenLog();
  tamper(path, (db) => {
    db.exec('DELETE FROM entry WHERE idx >= 15; DELETE FROM checkpoint WHERE size > 15');
    rebuild(db);
  });

  expect(await verifyLedger(path)).toMatchObject({ ok: true, size: 15 });
  expect(await verifyLedger(path, { checkpoints: [noteOf(12)] })).toMatchObject({ ok: true });
  const { ok, problems } = await verifyLedger(path, { checkpoints: [noteOf(12), noteOf(19)] });
  expect(ok).toBe(false);
  expect(problems).toEqual([{ what: 'A known checkpoint covers 20 entries; 15 are left.' }]);
});

test('a log written anew by somebody else is found with the key', async () => {
  const { path, vkey } = await aWrittenLog();
  forge(path, vkey, signingKey(seeded('somebody else')(32)));

  expect(await verifyLedger(path)).toMatchObject({ ok: true, size });
  expect(await verifyLedger(path, { vkey })).toMatchObject({ ok: false });
});

test('a log written anew with the true key is found with any checkpoint kept elsewhere', async () => {
  const { path, vkey, key, noteOf, refOf } = await aWrittenLog();
  forge(path, vkey, key);

  expect(await verifyLedger(path, { vkey })).toMatchObject({ ok: true, size });
  const { problems } = await verifyLedger(path, { vkey, checkpoints: [noteOf(12)] });
  const what = 'the log up to here is not the one that was signed';
  expect(problems).toEqual([{ index: 12, ref: refOf(12), what }]);
});

test('what is kept elsewhere must be signed by the key', async () => {
  const { path, noteOf } = await aWrittenLog();
  const torn = noteOf(12).replace('13', '12');

  const { problems } = await verifyLedger(path, { checkpoints: [torn] });

  expect(problems).toEqual([{ what: 'A known checkpoint is not signed by the key of this log.' }]);
});

/** Softens a verdict and makes everything else fit, as an insider with a key could. */
function forge(path: string, vkey: string, key: KeyObject): void {
  const signer = checkpointSigner(originOf(vkey), key);
  tamper(path, (db) => {
    rewrite(db, 6, { from: '"not_allowed"', to: '"allowed"' });
    db.exec('DELETE FROM checkpoint');
    const insert = db.prepare('INSERT INTO checkpoint VALUES (?, ?)');
    for (const [at, root] of rebuild(db).entries()) insert.run(at, signer.sign(at, root));
    db.prepare('UPDATE signer SET vkey = ?').run(signer.vkey);
  });
}

/** Writes nodes and head as an honest writer would, and gives the root of each size. */
function rebuild(db: DatabaseSync): Uint8Array[] {
  db.exec('DELETE FROM node');
  const insert = db.prepare('INSERT INTO node VALUES (?, ?, ?)');
  const roots = [rootOf(emptyFrontier)];
  let frontier = emptyFrontier;
  for (const { leaf } of db.prepare('SELECT leaf FROM entry ORDER BY idx').all()) {
    const grown = grow(frontier, leaf as Uint8Array);
    for (const { level, index, hash } of grown.full) insert.run(level, index, hash);
    frontier = grown.frontier;
    roots.push(rootOf(frontier));
  }
  const head = db.prepare('UPDATE state SET size = ?, frontier = ?');
  head.run(frontier.size, Buffer.concat(frontier.peaks));
  return roots;
}
