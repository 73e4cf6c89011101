import {
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { losesCommits } from '#ledger/database.ts';
import { sqliteLedger } from '#ledger/sqlite.ts';
import { aDecision, anAnswer } from '../contracts/entries.ts';
import { ledgerContract } from '../contracts/ledger.ts';
import { aFolder, aLedger, seeded, tamper } from './samples.ts';

ledgerContract('SQLite', () => {
  const folder = aFolder();
  let opened = 0;
  return { open: () => aLedger(folder, `${folder} ${opened++}`) };
});

test('no text and no person is found in any file, while open and after closing', async () => {
  const folder = aFolder();
  const ledger = aLedger(folder);
  for (let number = 0; number < 20; number++) {
    await ledger.append(
      aDecision({ actor: `U0SECRET${number % 3}`, private: { message: `canary-${number}` } }),
    );
  }

  expect(filesWith(folder, 'canary-')).toEqual([]);
  expect(filesWith(folder, 'U0SECRET')).toEqual([]);
  await ledger.close();
  expect(filesWith(folder, 'canary-')).toEqual([]);
  expect(filesWith(folder, 'U0SECRET')).toEqual([]);
});

test('after a person is forgotten, no file holds a byte of their keys, their pseudonyms or their name', async () => {
  const folder = aFolder();
  const ledger = aLedger(folder);
  for (let day = 1; day <= 9; day++) {
    await ledger.append(anAnswer({ actor: 'U0SECRET', at: `2026-11-0${day}T08:00:00.000Z` }));
    await ledger.append(anAnswer({ actor: 'U0OTHER', at: `2026-11-0${day}T08:00:00.000Z` }));
  }
  const traces = tracesOf(folder, (await ledger.read({ before: 1 }))[0]?.entry.pseudonym ?? '');
  const keysOf = () => readFileSync(join(folder, 'keys.db'));
  expect(traces).toHaveLength(11);
  expect(traces.every((trace) => keysOf().includes(trace))).toBe(true);

  await ledger.forget('U0SECRET');

  expect(readdirSync(folder).filter((name) => name.startsWith('keys.db'))).toEqual(['keys.db']);
  expect(traces.filter((trace) => keysOf().includes(trace))).toEqual([]);
  expect(traces.slice(0, -1).flatMap((trace) => filesWith(folder, trace))).toEqual([]);
  expect(filesWith(folder, 'U0SECRET')).toEqual([]);
});

test('a failure in any step leaves nothing of the entry', async () => {
  const folder = aFolder();
  const ledger = aLedger(folder);
  await ledger.append(anAnswer());
  const head = await ledger.head();
  const steps = ['INSERT ON entry', 'INSERT ON node', 'UPDATE ON state', 'INSERT ON checkpoint'];

  for (const step of steps) {
    const behind = new DatabaseSync(join(folder, 'ledger.db'));
    behind.exec(
      `CREATE TRIGGER fault AFTER ${step} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
    );
    await expect(ledger.append(anAnswer())).rejects.toMatchObject({ name: 'Problem' });
    behind.exec('DROP TRIGGER fault');
    behind.close();

    expect(await ledger.head()).toEqual(head);
    expect(await ledger.verify()).toMatchObject({ ok: true, size: 1 });
  }
  await ledger.append(anAnswer());
  expect(await ledger.verify()).toMatchObject({ ok: true, size: 2 });
});

test('the same entries and the same chance give the same root', async () => {
  const entries = Array.from({ length: 5 }, () => aDecision());
  const roots = await Promise.all(
    [aFolder(), aFolder()].map(async (folder) => {
      const ledger = aLedger(folder, 'one seed');
      for (const entry of entries) await ledger.append(entry);
      return ledger.checkpoint();
    }),
  );

  expect(roots[0]).toBe(roots[1]);
});

test('only the owner can read the files', async () => {
  const folder = aFolder();
  await aLedger(folder).append(anAnswer());

  const open = readdirSync(folder).filter((name) => statSync(join(folder, name)).mode & 0o077);
  expect(open).toEqual([]);
});

test.for([
  "UPDATE entry SET body = x'7b7d'",
  "UPDATE entry SET verdict = 'allowed'",
  'DELETE FROM entry WHERE idx = 1',
  'INSERT OR REPLACE INTO entry (idx, op, leaf) VALUES (0, 1, zeroblob(32))',
  'INSERT INTO entry (idx, op, leaf) VALUES (7, 1, zeroblob(32))',
  'UPDATE node SET hash = zeroblob(32)',
  'DELETE FROM node',
  "UPDATE checkpoint SET note = ''",
  'DELETE FROM checkpoint',
  "UPDATE signer SET vkey = ''",
  'DELETE FROM signer',
  "UPDATE blob SET kind = 'other'",
  'DELETE FROM blob',
])('the file itself refuses %s', async (accident) => {
  const folder = aFolder();
  const ledger = aLedger(folder);
  await ledger.append(anAnswer());
  await ledger.append(anAnswer());
  await ledger.putBlob('profile', Buffer.from('Muster & Co'));
  const db = new DatabaseSync(join(folder, 'ledger.db'));

  expect(() => db.exec(accident)).toThrow(/append-only|generated column/);

  db.close();
  expect(await ledger.verify()).toMatchObject({ ok: true, size: 2 });
});

test('a key from the configuration is never written down', async () => {
  const folder = aFolder();
  const kek = 'ab'.repeat(32);
  const options = { folder, workspace: 'T1', random: seeded('a'), kek };
  const ledger = sqliteLedger(options);
  await ledger.append(anAnswer());
  await ledger.close();

  expect(readdirSync(folder)).not.toContain('kek');
  expect(filesWith(folder, kek)).toEqual([]);
  const base64 = Buffer.from(kek, 'hex').toString('base64');
  await sqliteLedger({ ...options, kek: base64, random: seeded('b') }).close();
  for (const wrong of ['cd'.repeat(32), 'too short', '']) {
    const attempt = () => sqliteLedger({ ...options, kek: wrong, random: seeded('c') });
    expect(attempt).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  }
});

test.for([
  ['the signing key is gone', (folder: string) => rmSync(join(folder, 'signing-key.pem'))],
  ['the key file is gone', (folder: string) => rmSync(join(folder, 'kek'))],
  ['the key file is empty', (folder: string) => truncateSync(join(folder, 'kek'))],
  ['the log is empty', (folder: string) => truncateSync(join(folder, 'ledger.db'))],
  ['the log is cut', (folder: string) => truncateSync(join(folder, 'ledger.db'), 20_000)],
  [
    'the log is something else',
    (folder: string) => writeFileSync(join(folder, 'ledger.db'), 'not a database'.repeat(99)),
  ],
  [
    'the log is another database',
    (folder: string) => copyFileSync(join(folder, 'keys.db'), join(folder, 'ledger.db')),
  ],
  ['the end is cut', (folder: string) => harmLog(folder, 'DELETE FROM entry WHERE idx > 6')],
  [
    'the head is another',
    (folder: string) => harmLog(folder, 'UPDATE state SET frontier = zeroblob(64)'),
  ],
  [
    'the newest checkpoint is gone',
    (folder: string) => harmLog(folder, 'DELETE FROM checkpoint WHERE size > 8'),
  ],
  ['an index is missing', (folder: string) => harmLog(folder, 'DROP INDEX entry_kind')],
  ['the key store is empty', (folder: string) => truncateSync(join(folder, 'keys.db'))],
] as const)('when %s, the ledger does not start and says what to do', async ([, harm]) => {
  const folder = aFolder();
  const ledger = aLedger(folder);
  for (let number = 0; number < 9; number++) await ledger.append(anAnswer());
  await ledger.close();
  harm(folder);

  expect(() => aLedger(folder, 'again')).toThrow(
    expect.objectContaining({
      name: 'Problem',
      code: 'log.damaged',
      remedy: expect.stringContaining('backup'),
    }),
  );
});

test('an entry that was altered is not shown', async () => {
  const folder = aFolder();
  const ledger = aLedger(folder);
  await ledger.append(aDecision());
  harmLog(
    folder,
    `UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), '"not_allowed"', '"allowed"') AS BLOB)`,
  );

  await expect(ledger.read({})).rejects.toMatchObject({ code: 'log.damaged' });
});

test('a log of another workspace, or with a foreign key, is refused', async () => {
  const folder = aFolder();
  await aLedger(folder).close();
  const other = aFolder();
  await aLedger(other, 'other').close();

  expect(() => sqliteLedger({ folder, workspace: 'T2', random: seeded('x') })).toThrow(
    expect.objectContaining({ code: 'config.invalid' }),
  );
  copyFileSync(join(other, 'signing-key.pem'), join(folder, 'signing-key.pem'));
  expect(() => aLedger(folder)).toThrow(expect.objectContaining({ code: 'config.invalid' }));
});

test('a log of a newer version is left alone', async () => {
  const folder = aFolder();
  await aLedger(folder).close();
  const db = new DatabaseSync(join(folder, 'ledger.db'));
  db.exec('PRAGMA user_version = 2');
  db.close();

  expect(() => aLedger(folder)).toThrow(expect.objectContaining({ code: 'log.unavailable' }));
});

test('a log that was moved away begins anew under the same key', async () => {
  const folder = aFolder();
  const first = aLedger(folder);
  await first.append(anAnswer());
  await first.close();
  rmSync(join(folder, 'ledger.db'));

  const second = aLedger(folder, 'second');

  expect(await second.head()).toMatchObject({ size: 0 });
  expect(second.vkey).not.toBe(first.vkey);
  expect(second.vkey.slice(-44)).toBe(first.vkey.slice(-44));
});

test('a folder that cannot be made is a problem with a remedy', () => {
  const folder = join(aFolder(), 'file');
  writeFileSync(folder, '');

  expect(() => aLedger(folder)).toThrow(expect.objectContaining({ code: 'log.unavailable' }));
});

test.for([
  ['3.51.2', true],
  ['3.51.3', false],
  ['3.50.6', true],
  ['3.50.7', false],
  ['3.44.5', true],
  ['3.44.6', false],
  ['3.45.1', true],
  ['3.52.0', true],
  ['3.53.4', false],
  ['3.7.0', true],
] as const)('SQLite %s can lose commits: %s', ([version, loses]) => {
  expect(losesCommits(version)).toBe(loses);
});

function harmLog(folder: string, statement: string): void {
  tamper(join(folder, 'ledger.db'), (db) => db.exec(statement));
}

function filesWith(folder: string, needle: string | Buffer): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(needle));
}

/** What keys.db holds of a person: sealed name, sealed keys, and the pseudonym, which the log keeps too. */
function tracesOf(folder: string, pseudonym: string): Buffer[] {
  const db = new DatabaseSync(join(folder, 'keys.db'), { readOnly: true });
  const persons = db
    .prepare('SELECT person AS box FROM subject WHERE pseudonym = ?')
    .all(pseudonym);
  const secrets = db.prepare('SELECT box FROM secret WHERE pseudonym = ?').all(pseudonym);
  db.close();
  return [
    ...[...persons, ...secrets].map(({ box }) => Buffer.from(box as Uint8Array)),
    Buffer.from(pseudonym),
  ];
}
