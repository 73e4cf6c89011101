import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPostgres, execute } from '../a-postgres.ts';
import type { Postgres } from '../a-postgres.ts';
import { aDecision, anAnswer } from '../contracts/entries.ts';
import { aLogName, aPostgresLedger } from './a-postgres-ledger.ts';

let server: Postgres;
let address: string;

beforeAll(async () => {
  server = await aPostgres();
  address = await server.aDatabase();
});
afterAll(() => server.stop());

/** A log of nine entries and a bundle, and what its tables are called. */
async function aLog() {
  const name = aLogName();
  const ledger = await aPostgresLedger({ address, name });
  await Promise.all(Array.from({ length: 9 }, () => ledger.append(aDecision())));
  await ledger.putBlob('profile', Buffer.from('Muster & Co'));
  return { name, ledger, at: `"${name}_log_T1"` };
}

test('the tables themselves refuse every change of what was written', async () => {
  const { ledger, at } = await aLog();
  const accidents = [
    `UPDATE ${at}.entry SET body = 'x' WHERE idx = 1`,
    `UPDATE ${at}.entry SET verdict = 'allowed'`,
    `DELETE FROM ${at}.entry WHERE idx = 1`,
    `TRUNCATE ${at}.entry`,
    `INSERT INTO ${at}.entry (idx, op, leaf) VALUES (20, 'a', decode(repeat('00', 32), 'hex'))`,
    `INSERT INTO ${at}.entry (idx, op, leaf) VALUES (3, 'a', decode(repeat('00', 32), 'hex'))`,
    `INSERT INTO ${at}.entry (idx, op, leaf) VALUES (3, 'a', decode(repeat('00', 32), 'hex'))
       ON CONFLICT (idx) DO UPDATE SET op = 'a'`,
    `UPDATE ${at}.node SET level = 9`,
    `DELETE FROM ${at}.node`,
    `UPDATE ${at}.checkpoint SET note = ''`,
    `TRUNCATE ${at}.checkpoint`,
    `DELETE FROM ${at}.signer`,
    `UPDATE ${at}.blob SET kind = 'other'`,
    `DELETE FROM ${at}.blob`,
    `DELETE FROM ${at}.state`,
  ];

  for (const accident of accidents) {
    await expect(execute(address, accident)).rejects.toThrow(
      /append-only|generated column|can only be updated to DEFAULT/,
    );
  }

  expect(await ledger.verify()).toMatchObject({ ok: true, size: 9, problems: [] });
});

test.for<[string, (at: string) => string, RegExp]>([
  [
    'a word in an entry',
    (at) =>
      `UPDATE ${at}.entry SET body = convert_to(replace(convert_from(body, 'UTF8'), 'not_allowed', 'allowed'), 'UTF8') WHERE idx = 4`,
    /^4 .*not those hashed/,
  ],
  [
    'a blank in an entry',
    (at) => `UPDATE ${at}.entry SET body = body || convert_to(' ', 'UTF8') WHERE idx = 4`,
    /^4 .*not those hashed/,
  ],
  ['an entry taken out', (at) => `DELETE FROM ${at}.entry WHERE idx = 4`, /^4 it is missing/],
  ['the last entry taken out', (at) => `DELETE FROM ${at}.entry WHERE idx = 8`, /stored head/],
  ['an emptied entry', (at) => `UPDATE ${at}.entry SET body = NULL WHERE idx = 4`, /^4 .*missing/],
  [
    'two entries exchanged',
    (at) =>
      `UPDATE ${at}.entry SET idx = -1 WHERE idx = 4; UPDATE ${at}.entry SET idx = 4 WHERE idx = 5; UPDATE ${at}.entry SET idx = 5 WHERE idx = -1`,
    /^4 .*not the one that was signed/,
  ],
  ['another leaf', (at) => `UPDATE ${at}.entry SET leaf = sha256('x') WHERE idx = 4`, /^4 /],
  ['another operation', (at) => `UPDATE ${at}.entry SET op = 'x' WHERE idx = 4`, /^4 .*operation/],
  [
    'another node',
    (at) => `UPDATE ${at}.node SET hash = sha256('x') WHERE i = 1`,
    /^3 .*tree node/,
  ],
  ['a node too few', (at) => `DELETE FROM ${at}.node WHERE level = 3`, /^7 .*tree node/],
  ['a node too many', (at) => `INSERT INTO ${at}.node VALUES (60, 7, sha256('x'))`, /nodes beyond/],
  [
    'a checkpoint of another size',
    (at) =>
      `UPDATE ${at}.checkpoint SET note = (SELECT note FROM ${at}.checkpoint WHERE size = 2) WHERE size = 3`,
    /^2 .*size 3/,
  ],
  ['a checkpoint taken out', (at) => `DELETE FROM ${at}.checkpoint WHERE size = 3`, /^2 .*size 3/],
  ['another head', (at) => `UPDATE ${at}.state SET size = 8`, /stored head/],
  ['another key', (at) => `UPDATE ${at}.signer SET vkey = 'x'`, /stored key/],
  ['another bundle', (at) => `UPDATE ${at}.blob SET bytes = 'x'`, /bundle/],
  [
    'a trigger switched off',
    (at) => `ALTER TABLE ${at}.entry DISABLE TRIGGER append_only`,
    /triggers/,
  ],
  ['a trigger taken out', (at) => `DROP TRIGGER append_only ON ${at}.node`, /triggers/],
  [
    'a trigger that lets pass',
    (at) =>
      `CREATE OR REPLACE FUNCTION ${at}.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
    /triggers/,
  ],
  ['a column more', (at) => `ALTER TABLE ${at}.entry ADD COLUMN note text`, /tables/],
  ['an index less', (at) => `DROP INDEX ${at}.entry_kind`, /indexes/],
  [
    'a column that says something else',
    (at) =>
      `ALTER TABLE ${at}.entry ALTER COLUMN verdict DROP EXPRESSION; UPDATE ${at}.entry SET verdict = 'allowed' WHERE idx = 4`,
    /^4 .*column verdict/,
  ],
  ['a table less', (at) => `DROP TABLE ${at}.blob`, /cannot be read further/],
])('%s is found by verification', async ([, harm, expected]) => {
  const { ledger, at } = await aLog();
  await execute(address, `SET session_replication_role = replica; ${harm(at)}`);

  const found = await ledger.verify();

  expect(found.ok).toBe(false);
  const told = found.problems.map(({ index, what }) => `${index ?? ''} ${what}`.trim());
  expect(told.filter((line) => expected.test(line))).not.toEqual([]);
});

test('a log that was put back to an earlier day is found by a checkpoint that was kept', async () => {
  const { ledger, at } = await aLog();
  const known = await ledger.checkpoint();
  await execute(
    address,
    `SET session_replication_role = replica; DELETE FROM ${at}.entry WHERE idx = 8;
     DELETE FROM ${at}.checkpoint WHERE size = 9;
     UPDATE ${at}.state SET size = 8, frontier = (SELECT hash FROM ${at}.node WHERE level = 3)`,
  );

  expect(await ledger.verify()).toMatchObject({ ok: true, size: 8 });
  expect(await ledger.verify({ checkpoints: [known] })).toMatchObject({ ok: false });
});

test('an entry that was altered is not shown, and the log does not open when its end is gone', async () => {
  const { name, ledger, at } = await aLog();
  await execute(
    address,
    `SET session_replication_role = replica; UPDATE ${at}.entry SET leaf = sha256('x') WHERE idx = 8`,
  );
  await expect(ledger.read({})).rejects.toMatchObject({ code: 'log.damaged' });

  await execute(
    address,
    `SET session_replication_role = replica; DELETE FROM ${at}.entry WHERE idx = 8`,
  );
  await expect(aPostgresLedger({ address, name })).rejects.toMatchObject({ code: 'log.damaged' });
});

test('a failure in any step leaves nothing of the entry', async () => {
  const { ledger, at } = await aLog();
  const head = await ledger.head();
  const steps = [
    'INSERT ON x.entry',
    'INSERT ON x.node',
    'UPDATE ON x.state',
    'INSERT ON x.checkpoint',
  ];

  for (const step of steps) {
    await execute(
      address,
      `CREATE FUNCTION ${at}.fault() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = 'disk_full'; END $$;
       CREATE TRIGGER fault AFTER ${step.replace('x.', `${at}.`)}
         FOR EACH STATEMENT EXECUTE FUNCTION ${at}.fault()`,
    );
    await expect(ledger.append(anAnswer())).rejects.toMatchObject({ code: 'log.unavailable' });
    await execute(address, `DROP FUNCTION ${at}.fault CASCADE`);
    expect(await ledger.head()).toEqual(head);
  }
  await ledger.append(anAnswer());
  expect(await ledger.verify()).toMatchObject({ ok: true, size: 10 });
});
