import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { backup } from '#cli/log/backup.ts';
import { migrate } from '#cli/log/migrate.ts';
import { postgresRoles } from '#cli/log/postgres-roles.ts';
import { restore } from '#cli/log/restore.ts';
import { readConfig } from '#config.ts';
import { openDesk, openLedger } from '#house.ts';
import { aPostgres, execute } from '../a-postgres.ts';
import type { Postgres } from '../a-postgres.ts';
import { runs } from '../cli/log/a-call.ts';
import { aThread } from '../contracts/desk.ts';
import { aDecision, anAnswer } from '../contracts/entries.ts';
import { aFolder } from './samples.ts';

let server: Postgres;

beforeAll(async () => {
  server = await aPostgres();
});
afterAll(() => server.stop());

/** A database that its owner has begun, and the settings of a role with the least rights. */
async function aRestricted() {
  const owner = readConfig({
    LEITPLANKE_DATA: aFolder(),
    LEITPLANKE_DATABASE_URL: await server.aDatabase(),
  });
  const address = owner.databaseUrl ?? '';
  await (await openLedger(owner)).close();
  await (await openDesk(owner)).close();
  const role = `clerk${new URL(address).pathname.slice(1)}`;
  await execute(address, `CREATE ROLE ${role} LOGIN PASSWORD 'clerk'`);
  await execute(address, (await runs(postgresRoles, owner, { words: [role] })).text);
  const url = new URL(address);
  url.username = role;
  url.password = 'clerk';
  return { owner, config: { ...owner, databaseUrl: String(url) }, address: String(url) };
}

test('a role with the least rights does all of the work', async () => {
  const { config } = await aRestricted();
  const [ledger, desk] = [await openLedger(config), await openDesk(config)];
  onTestFinished(() => ledger.close());
  onTestFinished(() => desk.close());

  await ledger.append(aDecision({ workspace: 'local' }));
  const { op } = await appended(ledger);
  await ledger.putBlob('profile', Buffer.from('Muster & Co'));
  const [stored] = await ledger.read({ op });
  expect(stored && (await ledger.open(stored.entry))).toHaveProperty('message');
  expect(await ledger.forget('U0ERIKA')).toEqual({ pseudonyms: 1, keys: 1 });
  expect(await ledger.verify()).toMatchObject({ ok: true, size: 2, problems: [] });

  await desk.threads.save(aThread());
  await desk.threads.save(aThread({ revision: 1 }));
  await desk.roles.assign('T1', 'U1', ['lead']);
  await desk.people.forget('T1', 'U0ERIKA');
  expect(await desk.once('T1', 'm')).toBe(true);
});

test('a role with the least rights can neither change nor remove an entry, nor switch off a trigger', async () => {
  const { config, address } = await aRestricted();
  const ledger = await openLedger(config);
  onTestFinished(() => ledger.close());
  await appended(ledger);
  const at = 'leitplanke_log_local';

  for (const attempt of [
    `UPDATE ${at}.entry SET op = 'x'`,
    `DELETE FROM ${at}.entry`,
    `TRUNCATE ${at}.entry`,
    `DROP TABLE ${at}.entry`,
    `ALTER TABLE ${at}.entry DISABLE TRIGGER append_only`,
    `CREATE OR REPLACE FUNCTION ${at}.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
    `UPDATE ${at}.checkpoint SET note = ''`,
    `DELETE FROM ${at}.state`,
    `INSERT INTO ${at}.signer VALUES (1, 'x')`,
    `SET session_replication_role = replica`,
    `UPDATE leitplanke_keys_local.signing SET box = 'x'`,
  ]) {
    await expect(execute(address, attempt)).rejects.toMatchObject({ code: '42501' });
  }
  expect(await ledger.verify()).toMatchObject({ ok: true, size: 1 });
});

test('nobody is erased where leftovers would stay', async () => {
  const { config, owner, address } = await aRestricted();
  const { username } = new URL(address);
  const [ledger, desk] = [await openLedger(config), await openDesk(config)];
  onTestFinished(() => ledger.close());
  onTestFinished(() => desk.close());
  await appended(ledger);
  await desk.threads.save(aThread());
  await execute(
    owner.databaseUrl ?? '',
    `REVOKE MAINTAIN ON leitplanke_keys_local.secret, leitplanke_desk.thread FROM ${username}`,
  );

  const refused = { code: 'log.unavailable', remedy: expect.stringContaining('MAINTAIN') };
  await expect(ledger.forget('U0ERIKA')).rejects.toMatchObject(refused);
  await expect(desk.people.forget('T1', 'U0ERIKA')).rejects.toMatchObject(refused);

  expect(await ledger.heldOf('U0ERIKA')).toMatchObject({ keys: 1 });
  expect(await desk.threads.find(aThread())).toBeDefined();
});

test('what is done with files says what is done with a database instead', async () => {
  const { owner } = await aRestricted();

  for (const action of [backup, restore]) {
    await expect(runs(action, owner, { flags: { out: 'x', from: 'x' } })).rejects.toMatchObject({
      remedy: expect.stringContaining('pg_dump'),
    });
  }
  expect((await runs(migrate, owner)).text).toMatch(
    /^Up to date: PostgreSQL 127\.0\.0\.1:\d+\/test_\d+\.$/,
  );
  expect((await runs(migrate, readConfig({ LEITPLANKE_DATA: aFolder() }))).text).toContain(
    'not need',
  );
});

async function appended(ledger: Awaited<ReturnType<typeof openLedger>>) {
  const entry = anAnswer({ workspace: 'local' });
  await ledger.append(entry);
  return entry;
}
