import { readFileSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { leafHash } from '#ledger/tree.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { tamper } from './samples.ts';
import { aWrittenLog, bytesOf, rewrite, size, vacuum } from './written-log.ts';

type Harm = (db: DatabaseSync) => void;

const sql =
  (statement: string): Harm =>
  (db) =>
    db.exec(statement);
const bytes =
  (from: string, to: string, rehash = true): Harm =>
  (db) =>
    rewrite(db, 6, { from, to, rehash });
const whole =
  (body: string): Harm =>
  (db) =>
    rewrite(db, 6, { from: bytesOf(db, 6).toString(), to: body });

const closeGap: Harm = (db) => {
  db.exec('DELETE FROM entry WHERE idx = 6');
  for (let idx = 7; idx < size; idx++)
    db.exec(`UPDATE entry SET idx = ${idx - 1} WHERE idx = ${idx}`);
};
const swap: Harm = (db) => {
  db.exec('UPDATE entry SET idx = -1 WHERE idx = 6');
  db.exec('UPDATE entry SET idx = 6 WHERE idx = 9');
  db.exec('UPDATE entry SET idx = 9 WHERE idx = -1');
};
const putIn: Harm = (db) => {
  const moved = Array.from({ length: size - 6 }, (_, number) => size - 1 - number);
  for (const idx of moved) db.exec(`UPDATE entry SET idx = ${idx + 1} WHERE idx = ${idx}`);
  const body = Buffer.from(
    bytesOf(db, 4)
      .toString()
      .replace(/EC-\d{4}-.{4}-.{4}/, 'EC-2026-0000-0000'),
  );
  const insert = db.prepare('INSERT INTO entry (idx, op, leaf, body) VALUES (6, ?, ?, ?)');
  insert.run('forged', leafHash(body), body);
};

const note = (value: string) => sql(`UPDATE checkpoint SET note = ${value} WHERE size = 7`);
const unsigned = 'the checkpoint over it (size 7) is missing or not signed';
const notSigned = 'the log up to here is not the one that was signed';

test.for<[string, Harm, string]>([
  [
    'a verdict is softened',
    bytes('"not_allowed"', '"allowed"', false),
    'its bytes are not those hashed',
  ],
  ['a verdict is softened and hashed anew', bytes('"not_allowed"', '"allowed"'), notSigned],
  ['a blank is added', bytes('{', '{ '), 'its bytes are not in canonical form'],
  ['a member comes twice', bytes('{', '{"at":"",'), 'its bytes are not in canonical form'],
  [
    'its reference is another',
    bytes('"ref":"EC-2026', '"ref":"EC-2025'),
    'its reference is not its own',
  ],
  [
    'its workspace is another',
    bytes('"workspace":"T1"', '"workspace":"T2"'),
    'it belongs to another workspace',
  ],
  [
    'its bytes are those of another form',
    whole('{"v":1}'),
    'it does not have the form of an entry',
  ],
  [
    'its bytes are those of a form to come',
    whole('{"v":2}'),
    'it has form 2, which a newer version reads',
  ],
  ['its bytes are a number', whole('7'), 'it does not have the form of an entry'],
  [
    'its bytes are gone',
    sql('UPDATE entry SET body = NULL WHERE idx = 6'),
    'its bytes are missing',
  ],
  [
    'its leaf is another',
    sql('UPDATE entry SET leaf = zeroblob(32) WHERE idx = 6'),
    'its bytes are not those hashed',
  ],
  [
    'its operation is another',
    sql("UPDATE entry SET op = 'x' WHERE idx = 6"),
    'its operation id is not that of its row',
  ],
  ['it is deleted', sql('DELETE FROM entry WHERE idx = 6'), 'it is missing; entry 7 follows'],
  ['it is deleted and the gap is closed', closeGap, notSigned],
  ['it is swapped with another', swap, notSigned],
  ['a forged one is put in', putIn, notSigned],
  ['its checkpoint is deleted', sql('DELETE FROM checkpoint WHERE size = 7'), unsigned],
  [
    'its checkpoint has another size',
    note("replace(note, char(10) || '7', char(10) || '8')"),
    unsigned,
  ],
  ['its checkpoint has another signature', note("replace(note, '=', 'A')"), unsigned],
  [
    'its checkpoint is that of another',
    note('(SELECT note FROM checkpoint WHERE size = 9)'),
    unsigned,
  ],
])('when %s, the entry is named', async ([, harm, what]) => {
  const { path, refOf } = await aWrittenLog();
  tamper(path, harm);

  const { ok, problems } = await verifyLedger(path);

  expect(ok).toBe(false);
  expect(problems[0]?.index).toBe(6);
  const faults = problems.filter(({ index }) => index === 6);
  expect(faults.map((fault) => fault.what)).toContain(what);
  if (what === 'its bytes are not those hashed') expect(faults[0]?.ref).toBe(refOf(6));
});

test('one altered entry is one problem, and those after it stay trusted', async () => {
  const { path, refOf } = await aWrittenLog();
  tamper(path, (db) => rewrite(db, 6, { from: '"not_allowed"', to: '"allowed"', rehash: false }));

  const { problems } = await verifyLedger(path);

  expect(problems).toEqual([{ index: 6, ref: refOf(6), what: 'its bytes are not those hashed' }]);
});

test('bytes that are no JSON are named, whatever the indexes make of them', async () => {
  const { path, refOf } = await aWrittenLog();
  vacuum(path);
  const file = readFileSync(path);
  file.write('~', file.indexOf(`"ref":"${refOf(7)}"`));
  writeFileSync(path, file);

  const { problems } = await verifyLedger(path);

  expect(problems.slice(0, 2)).toEqual([
    { index: 7, what: 'its bytes are not those hashed' },
    { index: 7, what: 'its bytes are not JSON in UTF-8' },
  ]);
});

test('a tree node is named with the entry that closed it', async () => {
  const { path, refOf } = await aWrittenLog();
  tamper(path, sql('UPDATE node SET hash = zeroblob(32) WHERE level = 2 AND i = 1'));

  const { problems } = await verifyLedger(path);

  const what = 'the tree node 2/1 that it closes is wrong';
  expect(problems).toEqual([{ index: 7, ref: refOf(7), what }]);
});
