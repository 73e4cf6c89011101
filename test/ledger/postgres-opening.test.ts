import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { list } from '#cli/log/list.ts';
import { verify } from '#cli/log/verify.ts';
import { readConfig } from '#config.ts';
import { Problem } from '#domain/problem.ts';
import { openDesk, openLedger } from '#house.ts';
import { checkpointReader } from '#ledger/checkpoint.ts';
import type { Random } from '#ledger/cipher.ts';
import { postgresLedger } from '#ledger/postgres/ledger.ts';
import { placeFor } from '#ledger/postgres/tables.ts';
import { sqliteLedger } from '#ledger/sqlite.ts';
import { aPostgres, execute } from '../a-postgres.ts';
import type { Postgres } from '../a-postgres.ts';
import { runs } from '../cli/log/a-call.ts';
import { aDecision, anAnswer, theOtherKinds } from '../contracts/entries.ts';
import { aLogName, aPostgresLedger } from './a-postgres-ledger.ts';
import { aFolder, seeded } from './samples.ts';

let server: Postgres;
let address: string;

beforeAll(async () => {
  server = await aPostgres();
  address = await server.aDatabase();
});
afterAll(() => server.stop());

test('the same entries and the same chance give the same root and checkpoints as in files', async () => {
  const folder = aFolder();
  const [one, other] = [lateChance(), lateChance()];
  const files = sqliteLedger({ folder, workspace: 'T1', random: one.draw });
  const tables = await aPostgresLedger({
    address,
    name: aLogName(),
    random: other.draw,
    kek: '07'.repeat(32),
  });
  const entries = [
    ...theOtherKinds(),
    ...Array.from({ length: 9 }, (_, day) =>
      aDecision({ actor: `U${day % 3}`, second: 'U0', at: `2026-11-0${day + 1}T08:00:00.000Z` }),
    ),
    anAnswer({ private: {} }),
  ];

  one.start();
  other.start();
  for (const entry of entries) {
    expect(await tables.append(entry)).toEqual(await files.append(entry));
  }

  expect(tables.vkey).toBe(files.vkey);
  expect(await tables.head()).toEqual(await files.head());
  expect(await tables.checkpoint()).toBe(await files.checkpoint());
  expect(await tables.read({})).toEqual(await files.read({}));
  const proofs = await Promise.all([tables, files].map((log) => log.inclusionProof(3, 20)));
  const [inTables, inFiles] = proofs.map((path) => path.map((hash) => Buffer.from(hash)));
  expect(inTables).toEqual(inFiles);
  await files.close();
});

test('after a person is forgotten, no file of the server holds a byte of their keys or their name', async () => {
  const name = aLogName();
  const ledger = await aPostgresLedger({ address, name });
  for (const actor of ['U0SECRET', 'U0OTHER', 'U0SECRET']) await ledger.append(anAnswer({ actor }));
  const [box] = await execute(
    address,
    `SELECT encode(box, 'hex') AS box FROM "${name}_keys_T1".secret
    WHERE pseudonym = (SELECT pseudonym FROM "${name}_log_T1".entry WHERE idx = 0)`,
  );
  const trace = Buffer.from(String(box?.['box']), 'hex');
  expect(await filesWith(name, trace)).toBe(true);

  await ledger.forget('U0SECRET');

  expect(await filesWith(name, trace)).toBe(false);
  expect(await filesWith(name, Buffer.from('U0SECRET'))).toBe(false);
  expect(await ledger.heldOf('U0OTHER')).toMatchObject({ keys: 1 });
});

test('where nobody answers or nobody may in, a person is told what to do, and no password', async () => {
  const at = new URL(address);
  const changed = (change: (url: URL) => void) => {
    const url = new URL(address);
    change(url);
    return String(url);
  };
  await execute(address, `CREATE ROLE reader LOGIN PASSWORD 'let-me-read'`);
  const cases: readonly (readonly [string, RegExp, RegExp])[] = [
    [changed((url) => (url.port = '1')), /cannot be reached/, /nicht erreichbar/],
    [changed((url) => (url.hostname = 'nowhere.invalid')), /cannot be reached/, /nicht erreichbar/],
    [changed((url) => (url.password = 'secret-wrong')), /does not let us in/, /nicht ein/],
    [changed((url) => (url.pathname = '/missing')), /There is no database/, /gibt es nicht/],
    [
      changed((url) => {
        url.username = 'reader';
        url.password = 'let-me-read';
      }),
      /right is missing/,
      /fehlt ein Recht/,
    ],
    ['postgres://a:secret b@[x', /not the address/, /keine Adresse/],
  ];

  for (const [wrong, english, german] of cases) {
    const opening = postgresLedger({
      address: wrong,
      folder: '.',
      workspace: 'T1',
      random: randomBytes,
      kek: 'ab'.repeat(32),
    });
    const problem: unknown = await opening.catch((cause: unknown) => cause);
    if (!(problem instanceof Problem)) throw new Error('no problem was told', { cause: problem });
    expect(problem.code).toBe('log.unavailable');
    expect(problem.toldIn('en')).toMatch(english);
    expect(problem.toldIn('de')).toMatch(german);
    const everything = [problem.toldIn('de'), problem.stack, String(problem.cause)].join();
    for (const secret of [at.password, 'secret', 'let-me-read']) {
      expect(everything).not.toContain(secret);
    }
  }
});

test('tables of a newer version are left alone, and another key does not open them', async () => {
  const name = aLogName();
  await aPostgresLedger({ address, name });

  await expect(aPostgresLedger({ address, name, kek: 'cd'.repeat(32) })).rejects.toMatchObject({
    code: 'config.invalid',
  });
  await execute(address, `INSERT INTO "${name}_log_T1".migration VALUES (99)`);
  await expect(aPostgresLedger({ address, name })).rejects.toMatchObject({
    code: 'log.unavailable',
    remedy: expect.stringContaining('newer version'),
  });
});

test('a key that is kept in a file is made once, and asked for where it is missing', async () => {
  const [name, folder, elsewhere] = [aLogName(), aFolder(), aFolder()];
  const options = { address, name, folder, workspace: 'T1', random: randomBytes };
  const together = await Promise.all([1, 2, 3].map(() => postgresLedger(options)));
  await together[0]?.append(anAnswer());
  for (const ledger of together) await ledger.close();
  expect(readdirSync(folder)).toEqual(['kek']);

  await expect(postgresLedger({ ...options, folder: elsewhere })).rejects.toMatchObject({
    code: 'config.invalid',
    remedy: expect.stringContaining('LEITPLANKE_KEK'),
  });
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('workspaces have logs of their own, however long their names', async () => {
  const long = 'w'.repeat(63);
  const places = [`${long}a`, `${long}b`, 'T1'].map((workspace) =>
    placeFor('leitplanke', workspace),
  );

  expect(new Set(places.map(({ log }) => log)).size).toBe(3);
  for (const { schema } of places) expect(Buffer.byteLength(schema)).toBeLessThan(64);
});

test('with an address in the environment, log and desk are in the database and nowhere else', async () => {
  const folder = aFolder();
  const config = readConfig({
    LEITPLANKE_DATA: folder,
    LEITPLANKE_DATABASE_URL: await server.aDatabase(),
  });
  expect((await runs(list, config)).text).toContain('empty');
  const ledger = await openLedger(config);
  const desk = await openDesk(config);
  const { reference, checkpoint } = await ledger.append(aDecision({ workspace: 'local' }));
  await desk.meet('local', 'U1');
  await ledger.close();
  await desk.close();

  expect((await runs(list, config)).text).toContain(reference);
  expect((await runs(verify, config)).text).toContain('Intact: 1 entries');
  expect(checkpointReader(ledger.vkey)?.(checkpoint)).toMatchObject({ size: 1 });
  expect(readdirSync(join(folder, 'workspaces', 'local'))).toEqual(['kek']);
});

test('an address that is none is refused without being shown', () => {
  const environment = { LEITPLANKE_DATABASE_URL: 'mysql://user:secret@host/db' };

  expect(() => readConfig(environment)).toThrow(
    expect.objectContaining({
      code: 'config.invalid',
      message: expect.not.stringContaining('secret'),
    }),
  );
});

/** Keys and the name of a log are drawn at the start, in any order: there all bytes are alike. */
function lateChance() {
  const held: { random?: Random } = {};
  return {
    draw: (size: number) => held.random?.(size) ?? Buffer.alloc(size, 7),
    start: () => {
      held.random = seeded('same');
    },
  };
}

async function filesWith(name: string, needle: Buffer): Promise<boolean> {
  const tables = ['subject', 'secret'].map((table) => `"${name}_keys_T1".${table}`);
  // What the server still holds in memory is written first.
  await execute(address, 'CHECKPOINT');
  const found = await execute(
    address,
    `SELECT position($1::bytea IN pg_read_binary_file(pg_relation_filepath(t::regclass))) > 0 AS yes
     FROM unnest($2::text[]) t`,
    [needle, tables],
  );
  return found.some(({ yes }) => yes === true);
}
