import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { checkpointSigner, originOf, signingKey } from '#ledger/checkpoint.ts';
import { sqliteLedger } from '#ledger/sqlite.ts';
import { emptyFrontier, grow, leafHash, rootOf } from '#ledger/tree.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { aDecision, anAnswer } from '../contracts/ledger.ts';
import { aFolder, seeded, tamper } from './samples.ts';

const size = 20;
const pageSize = 8192;
const shelf = {
  path: '',
  vkey: '',
  middle: '',
  last: '',
  key: undefined as KeyObject | undefined,
  references: [] as string[],
  wipe: () => {},
};

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitplanke-'));
  shelf.path = join(folder, 'ledger.db');
  shelf.wipe = () => rmSync(folder, { recursive: true });
  const ledger = sqliteLedger({ folder, workspace: 'T1', random: seeded('shelf') });
  for (let number = 0; number < size; number++) {
    const entry = number % 2 ? anAnswer() : aDecision();
    const { reference, checkpoint } = await ledger.append(entry);
    shelf.references.push(reference);
    if (number === 12) shelf.middle = checkpoint;
    shelf.last = checkpoint;
  }
  await ledger.putBlob('knowledge', Buffer.from('facts and controls'));
  shelf.vkey = ledger.vkey;
  await ledger.close();
  shelf.key = createPrivateKey(readFileSync(join(folder, 'signing-key.pem')));
});

afterAll(() => shelf.wipe());

/** A copy of the log to do harm to. */
function aCopy(): string {
  const path = join(aFolder(), 'ledger.db');
  copyFileSync(shelf.path, path);
  return path;
}

test('the untouched copy is whole, from the file alone', async () => {
  const found = await verifyLedger(aCopy());

  expect(found).toMatchObject({ ok: true, size, vkey: shelf.vkey, problems: [] });
});

const bytesOf = (db: DatabaseSync, idx: number) =>
  Buffer.from(db.prepare('SELECT body FROM entry WHERE idx = ?').get(idx)?.['body'] as Uint8Array);
const setBody = (db: DatabaseSync, idx: number, body: Buffer) =>
  db.prepare('UPDATE entry SET body = ? WHERE idx = ?').run(body, idx);
const setBoth = (db: DatabaseSync, idx: number, body: Buffer) =>
  db.prepare('UPDATE entry SET body = ?, leaf = ? WHERE idx = ?').run(body, leafHash(body), idx);
const softened = (body: Buffer) =>
  Buffer.from(body.toString().replaceAll('not_allowed', 'allowed'));

describe('harm to one entry is found, and the entry is named', () => {
  test.for<[string, (db: DatabaseSync) => void, string]>([
    ['a verdict is softened', (db) => setBody(db, 6, softened(bytesOf(db, 6))), 'not those hashed'],
    [
      'a verdict is softened and hashed anew',
      (db) => setBoth(db, 6, softened(bytesOf(db, 6))),
      'not the one that was signed',
    ],
    [
      'a blank is added',
      (db) => setBoth(db, 6, Buffer.concat([bytesOf(db, 6), Buffer.from(' ')])),
      'canonical',
    ],
    [
      'a member comes twice',
      (db) => setBoth(db, 6, Buffer.from(bytesOf(db, 6).toString().replace('{', '{"at":"",'))),
      'canonical',
    ],
    [
      'the bytes are no UTF-8',
      (db) => setBody(db, 6, Buffer.from('{"a":"\xff"}', 'latin1')),
      'not JSON',
    ],
    [
      'the bytes are JSON of another form',
      (db) => setBoth(db, 6, Buffer.from('{"v":1}')),
      'form of an entry',
    ],
    [
      'the bytes are of a form to come',
      (db) => setBoth(db, 6, Buffer.from('{"v":2}')),
      'newer version',
    ],
    ['the bytes are a number', (db) => setBoth(db, 6, Buffer.from('7')), 'form of an entry'],
    [
      'the bytes are gone',
      (db) => db.exec('UPDATE entry SET body = NULL WHERE idx = 6'),
      'missing',
    ],
    [
      'the leaf is another',
      (db) => db.exec('UPDATE entry SET leaf = zeroblob(32) WHERE idx = 6'),
      'not those hashed',
    ],
    [
      'the operation column is another',
      (db) => db.exec("UPDATE entry SET op = 'x' WHERE idx = 6"),
      'operation id',
    ],
    ['the row is gone', (db) => db.exec('DELETE FROM entry WHERE idx = 6'), 'missing'],
    [
      'the row is gone and the gap is closed',
      (db) => {
        db.exec('DELETE FROM entry WHERE idx = 6');
        for (let idx = 7; idx < size; idx++)
          db.exec(`UPDATE entry SET idx = ${idx - 1} WHERE idx = ${idx}`);
      },
      'not the one that was signed',
    ],
    [
      'two rows are swapped',
      (db) => {
        db.exec('UPDATE entry SET idx = -1 WHERE idx = 6');
        db.exec('UPDATE entry SET idx = 6 WHERE idx = 9');
        db.exec('UPDATE entry SET idx = 9 WHERE idx = -1');
      },
      'not the one that was signed',
    ],
    [
      'a forged row is put in',
      (db) => {
        for (let idx = size - 1; idx >= 6; idx--)
          db.exec(`UPDATE entry SET idx = ${idx + 1} WHERE idx = ${idx}`);
        const body = Buffer.from(
          bytesOf(db, 4)
            .toString()
            .replaceAll(shelf.references[4] ?? '', 'EC-2026-0000-0000'),
        );
        db.prepare('INSERT INTO entry (idx, op, leaf, body) VALUES (6, ?, ?, ?)').run(
          'forged',
          leafHash(body),
          body,
        );
      },
      'not the one that was signed',
    ],
    [
      'its reference is another',
      (db) =>
        setBoth(
          db,
          6,
          Buffer.from(
            bytesOf(db, 6)
              .toString()
              .replace(shelf.references[6] ?? '', 'EC-2026-0000-0000'),
          ),
        ),
      'reference',
    ],
    [
      'its workspace is another',
      (db) =>
        setBoth(
          db,
          6,
          Buffer.from(bytesOf(db, 6).toString().replace('"workspace":"T1"', '"workspace":"T2"')),
        ),
      'another workspace',
    ],
    [
      'its checkpoint is gone',
      (db) => db.exec('DELETE FROM checkpoint WHERE size = 7'),
      'checkpoint',
    ],
    [
      'its checkpoint has another size',
      (db) =>
        db.exec(
          "UPDATE checkpoint SET note = replace(note, char(10) || '7' || char(10), char(10) || '8' || char(10)) WHERE size = 7",
        ),
      'checkpoint',
    ],
    [
      'its checkpoint is that of another',
      (db) =>
        db.exec(
          'UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 9) WHERE size = 7',
        ),
      'checkpoint',
    ],
    [
      'its checkpoint has another signature',
      (db) => db.exec("UPDATE checkpoint SET note = replace(note, '=', 'A') WHERE size = 7"),
      'checkpoint',
    ],
  ])('%s', async ([, harm, what]) => {
    const path = aCopy();
    tamper(path, harm);

    const { ok, problems } = await verifyLedger(path);

    expect(ok).toBe(false);
    const [first] = problems;
    expect(first?.index).toBe(6);
    expect(
      problems
        .filter(({ index }) => index === 6)
        .map((fault) => fault.what)
        .join('; '),
    ).toContain(what);
    if (first?.ref) expect(first.ref).toMatch(/^EC-2026-/);
  });

  test('bytes that are no JSON are named, whatever the indexes make of them', async () => {
    const path = aCopy();
    vacuum(path);
    const whole = readFileSync(path);
    const start = whole.indexOf(`"ref":"${shelf.references[7]}"`);
    whole.write('~', start);
    writeFileSync(path, whole);

    const { problems } = await verifyLedger(path);

    expect(problems[0]).toMatchObject({ index: 7, what: 'its bytes are not those hashed' });
    expect(problems[1]).toMatchObject({ index: 7, what: 'its bytes are not JSON in UTF-8' });
  });

  test('a tree node is named with the entry that closed it', async () => {
    const path = aCopy();
    tamper(path, (db) => db.exec('UPDATE node SET hash = zeroblob(32) WHERE level = 2 AND i = 1'));

    const { problems } = await verifyLedger(path);

    expect(problems).toEqual([
      { index: 7, ref: shelf.references[7], what: expect.stringContaining('2/1') },
    ]);
  });
});

describe('harm to the rest of the file is found', () => {
  test.for<[string, (db: DatabaseSync) => void, string]>([
    ['a node is missing', (db) => db.exec('DELETE FROM node WHERE level = 1 AND i = 0'), 'node'],
    [
      'a node is too many',
      (db) => db.exec('INSERT INTO node VALUES (9, 9, zeroblob(32))'),
      'nodes',
    ],
    ['the size is another', (db) => db.exec('UPDATE state SET size = 19'), 'head'],
    [
      'the frontier is another',
      (db) => db.exec('UPDATE state SET frontier = zeroblob(64)'),
      'head',
    ],
    ['the head is gone', (db) => db.exec('DELETE FROM state'), 'head'],
    ['the tail is cut', (db) => db.exec('DELETE FROM entry WHERE idx > 15'), 'head'],
    [
      'a checkpoint is signed beyond the end',
      (db) => db.exec('INSERT INTO checkpoint SELECT 99, note FROM checkpoint WHERE size = 20'),
      'one checkpoint',
    ],
    [
      'the key is another',
      (db) => db.exec("UPDATE signer SET vkey = 'example.org+00000000+AAAA'"),
      'checkpoint',
    ],
    ['the key is gone', (db) => db.exec('DELETE FROM signer'), 'key'],
    [
      'a second key is added',
      (db) => db.exec('INSERT INTO signer SELECT 5, vkey FROM signer'),
      'key',
    ],
    [
      'a bundle is altered',
      (db) => db.exec("UPDATE blob SET bytes = CAST('other' AS BLOB)"),
      'bundle',
    ],
    ['a trigger is gone', (db) => db.exec('CREATE TABLE more (a)'), 'tables'],
    ['an index is gone', (db) => db.exec('DROP INDEX entry_kind'), 'tables'],
    ['the version is another', (db) => db.exec('PRAGMA user_version = 9'), 'tables'],
    [
      'a column is computed from something else',
      (db) => {
        db.enableDefensive(false);
        db.exec(
          "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '$.kind', '$.place') WHERE name = 'entry'; PRAGMA writable_schema = RESET",
        );
      },
      'column kind',
    ],
  ])('%s', async ([, harm, what]) => {
    const path = aCopy();
    tamper(path, harm);

    const { ok, problems } = await verifyLedger(path);

    expect(ok).toBe(false);
    expect(problems.map((fault) => fault.what).join('\n')).toContain(what);
  });

  test('the triggers are gone', async () => {
    const path = aCopy();
    tamper(path, () => {});
    expect(await verifyLedger(path)).toMatchObject({ ok: true });
    const db = new DatabaseSync(path);
    db.exec('DROP TRIGGER entry_no_update');
    db.close();

    expect(await verifyLedger(path)).toMatchObject({ ok: false });
  });
});

describe('a log that is replaced whole', () => {
  const rollBack = (db: DatabaseSync) => {
    const state = stateAt(db, 15);
    db.exec(
      'DELETE FROM entry WHERE idx >= 15; DELETE FROM checkpoint WHERE size > 15; DELETE FROM node',
    );
    rebuild(db, state.leaves);
  };
  const rewriteWith = (key: KeyObject | undefined) => (db: DatabaseSync) => {
    if (!key) throw new Error('no key');
    for (let idx = 0; idx < size; idx += 2) setBoth(db, idx, softened(bytesOf(db, idx)));
    const signer = checkpointSigner(originOf(shelf.vkey), key);
    const { leaves } = stateAt(db, size);
    db.exec('DELETE FROM node; DELETE FROM checkpoint');
    const roots = rebuild(db, leaves);
    const insert = db.prepare('INSERT INTO checkpoint VALUES (?, ?)');
    roots.forEach((root, at) => insert.run(at, signer.sign(at, root)));
    db.prepare('UPDATE signer SET vkey = ?').run(signer.vkey);
  };

  test('as it was some time ago is found with a newer checkpoint alone', async () => {
    const path = aCopy();
    tamper(path, rollBack);

    expect(await verifyLedger(path)).toMatchObject({ ok: true, size: 15 });
    expect(await verifyLedger(path, { checkpoints: [shelf.middle] })).toMatchObject({ ok: true });
    const { ok, problems } = await verifyLedger(path, { checkpoints: [shelf.last] });
    expect(ok).toBe(false);
    expect(problems[0]?.what).toBe('A known checkpoint covers 20 entries; 15 are left.');
  });

  test('and signed by somebody else is found with the key', async () => {
    const path = aCopy();
    tamper(path, rewriteWith(signingKey(seeded('somebody else')(32))));

    expect(await verifyLedger(path)).toMatchObject({ ok: true });
    expect(await verifyLedger(path, { vkey: shelf.vkey })).toMatchObject({ ok: false });
  });

  test('and signed with the true key is found with any checkpoint kept elsewhere', async () => {
    const path = aCopy();
    tamper(path, rewriteWith(shelf.key));

    const { ok, problems } = await verifyLedger(path, {
      vkey: shelf.vkey,
      checkpoints: [shelf.middle],
    });

    expect(await verifyLedger(path, { vkey: shelf.vkey })).toMatchObject({ ok: true });
    expect(ok).toBe(false);
    expect(problems).toEqual([
      { index: 12, ref: shelf.references[12], what: expect.stringContaining('signed') },
    ]);
  });
});

describe('harm to the bytes of the file', () => {
  test('a flipped bit in anything that is stored is found', { timeout: 120_000 }, async () => {
    const path = aCopy();
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
    const { size: bytes } = statSync(shelf.path);
    for (const left of [0, 100, 8192, 16_384, bytes - 8192, bytes - 1]) {
      const path = aCopy();
      truncateSync(path, left);

      const { ok, problems } = await verifyLedger(path);

      expect(ok, `${left} bytes`).toBe(false);
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  test('a missing file is a problem with a remedy', async () => {
    await expect(verifyLedger(join(aFolder(), 'ledger.db'))).rejects.toMatchObject({
      code: 'log.unavailable',
    });
  });
});

function stateAt(db: DatabaseSync, count: number) {
  const rows = db.prepare('SELECT leaf FROM entry ORDER BY idx LIMIT ?').all(count);
  return { leaves: rows.map(({ leaf }) => leaf as Uint8Array) };
}

/** Writes nodes and state as an honest writer would, and gives the root of each size. */
function rebuild(db: DatabaseSync, leaves: readonly Uint8Array[]): Uint8Array[] {
  const insert = db.prepare('INSERT INTO node VALUES (?, ?, ?)');
  const roots = [rootOf(emptyFrontier)];
  let frontier = emptyFrontier;
  for (const leaf of leaves) {
    const grown = grow(frontier, leaf);
    for (const { level, index, hash } of grown.full) insert.run(level, index, hash);
    frontier = grown.frontier;
    roots.push(rootOf(frontier));
  }
  db.prepare('UPDATE state SET size = ?, frontier = ?').run(
    frontier.size,
    Buffer.concat(frontier.peaks),
  );
  return roots;
}

/** Writes the file anew, so that no page holds leftovers of earlier rows. */
function vacuum(path: string): void {
  using db = new DatabaseSync(path);
  db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
}

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
