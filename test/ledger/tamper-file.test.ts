import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { verifyLedger } from '#ledger/verify.ts';
import { aFolder, tamper } from './samples.ts';
import { aWrittenLog, size, vacuum } from './written-log.ts';

const pageSize = 8192;

test('the untouched file is whole, from the file alone', async () => {
  const { path, vkey } = await aWrittenLog();

  expect(await verifyLedger(path)).toMatchObject({ ok: true, size, vkey, problems: [] });
});

const otherColumn = `
  PRAGMA writable_schema = ON;
  UPDATE sqlite_schema SET sql = replace(sql, '$.kind', '$.place') WHERE name = 'entry';
  PRAGMA writable_schema = RESET`;

test.for([
  ['a node is missing', 'DELETE FROM node WHERE level = 1 AND i = 0', 'tree node 1/0'],
  [
    'a node is too many',
    'INSERT INTO node VALUES (9, 9, zeroblob(32))',
    'does not have its 18 nodes',
  ],
  ['the size is another', 'UPDATE state SET size = 19', 'stored head'],
  ['the frontier is another', 'UPDATE state SET frontier = zeroblob(64)', 'stored head'],
  ['the head is gone', 'DELETE FROM state', 'stored head'],
  ['the tail is cut', 'DELETE FROM entry WHERE idx > 15', 'stored head'],
  [
    'a checkpoint goes beyond the end',
    'INSERT INTO checkpoint SELECT 99, note FROM checkpoint WHERE size = 20',
    'one checkpoint',
  ],
  ['the key is another', "UPDATE signer SET vkey = 'example.org+00000000+AAAA'", 'not signed'],
  ['the key is gone', 'DELETE FROM signer', 'The key in the file'],
  ['a second key is added', 'INSERT INTO signer SELECT 5, vkey FROM signer', 'exactly one key'],
  ['a bundle is altered', "UPDATE blob SET bytes = CAST('other' AS BLOB)", 'bundle'],
  ['a table is added', 'CREATE TABLE more (a)', 'tables, triggers or indexes'],
  ['an index is gone', 'DROP INDEX entry_kind', 'tables, triggers or indexes'],
  ['the version is another', 'PRAGMA user_version = 9', 'tables, triggers or indexes'],
  ['a column is computed from something else', otherColumn, 'its column kind'],
] as const)('when %s, it is found', async ([, harm, what]) => {
  const { path } = await aWrittenLog();
  tamper(path, (db) => db.exec(harm));

  const { ok, problems } = await verifyLedger(path);

  expect(ok).toBe(false);
  expect(problems.map((fault) => fault.what).join('\n')).toContain(what);
});

test('when a trigger is gone, it is found', async () => {
  const { path } = await aWrittenLog();
  tamper(path, () => undefined);
  expect(await verifyLedger(path)).toMatchObject({ ok: true });
  const db = new DatabaseSync(path);
  db.exec('DROP TRIGGER entry_no_update');
  db.close();

  expect(await verifyLedger(path)).toMatchObject({ ok: false });
});

test('a flipped bit in anything that is stored is found', { timeout: 120_000 }, async () => {
  const { path } = await aWrittenLog();
  vacuum(path);
  expect(await verifyLedger(path)).toMatchObject({ ok: true });
  const whole = readFileSync(path);
  const missed: number[] = [];

  for (let place = 100; place < whole.length; place += 101) {
    if (whole[place] === 0 || isFree(whole, place)) continue;
    const harmed = Buffer.from(whole);
    harmed[place] = (harmed[place] ?? 0) ^ (1 << (place % 8));
    writeFileSync(path, harmed);
    for (const side of ['-wal', '-shm']) rmSync(path + side, { force: true });
    if ((await verifyLedger(path)).ok) missed.push(place);
  }

  expect(missed).toEqual([]);
});

test('a file that was cut is reported, not trusted', async () => {
  const { path } = await aWrittenLog();
  const { size: whole } = statSync(path);

  for (const left of [whole - 1, whole - 8192, 16_384, 8192, 100, 0]) {
    truncateSync(path, left);
    const { ok, problems } = await verifyLedger(path);
    expect({ left, ok }).toEqual({ left, ok: false });
    expect(problems.length).toBeGreaterThan(0);
  }
});

test('a missing file is a problem with a remedy', async () => {
  const nowhere = join(aFolder(), 'ledger.db');

  await expect(verifyLedger(nowhere)).rejects.toMatchObject({ code: 'log.unavailable' });
});

/** True between the cell pointers and the cells of a b-tree page: there SQLite leaves what was. */
function isFree(file: Buffer, place: number): boolean {
  const page = place - (place % pageSize);
  const header = page === 0 ? 100 : page;
  const type = file[header] ?? 0;
  if (![2, 5, 10, 13].includes(type)) return false;
  const pointers = header + (type < 10 ? 12 : 8);
  const end = pointers + 2 * file.readUInt16BE(header + 3);
  return place >= end && place < page + file.readUInt16BE(header + 5);
}
