import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Desk } from '#assistant/desk.ts';
import { postgresDesk } from '#desk/postgres/desk.ts';
import type { PostgresDeskOptions } from '#desk/postgres/desk.ts';
import { aPostgres, execute } from '../a-postgres.ts';
import type { Postgres } from '../a-postgres.ts';
import { aCase, aThread, deskContract } from '../contracts/desk.ts';

const now = () => new Date('2026-11-23T10:00:00.000Z');

let server: Postgres;
let address: string;
let desks = 0;

beforeAll(async () => {
  server = await aPostgres();
  address = await server.aDatabase();
});
afterAll(() => server.stop());

deskContract('PostgreSQL', () => {
  const name = aName();
  const clock = { at: '2026-11-23T10:00:00.000Z' };
  return { clock, open: () => aDesk({ name, now: () => new Date(clock.at) }) };
});

test('desks that start at once on an empty database make one', async () => {
  const name = aName();

  const [one, ...others] = await Promise.all([1, 2, 3].map(() => aDesk({ name })));

  await one?.threads.save(aThread());
  for (const desk of others) expect(await desk.threads.find(aThread())).toBeDefined();
});

test('of two who give a person roles at once, one is heard', async () => {
  const name = aName();
  const [one, two] = [await aDesk({ name }), await aDesk({ name })];

  await Promise.all([
    one.roles.assign('T1', 'U1', ['lead']),
    two.roles.assign('T1', 'U1', ['manager']),
    one.roles.assign('T1', 'U1', ['deputy']),
  ]);

  expect(await one.roles.of('T1', 'U1')).toHaveLength(1);
});

test('a record that was altered is not trusted', async () => {
  const name = aName();
  const desk = await aDesk({ name });
  await desk.threads.save(aThread());
  await desk.cases.save(aCase());
  await execute(
    address,
    `UPDATE ${name}_desk.thread SET record = '{}'; UPDATE ${name}_desk.review SET record = 'x'`,
  );

  await expect(desk.threads.find(aThread())).rejects.toMatchObject({ code: 'log.damaged' });
  await expect(desk.cases.list('T1')).rejects.toMatchObject({ code: 'log.damaged' });
});

test('a role of a newer version gives no rights', async () => {
  const name = aName();
  const desk = await aDesk({ name });
  await desk.roles.assign('T1', 'U1', ['lead']);
  await execute(address, `INSERT INTO ${name}_desk.role VALUES ('T1', 'U1', 'emperor')`);

  expect(await desk.roles.of('T1', 'U1')).toEqual(['lead']);
});

test('a desk of a newer version is left alone', async () => {
  const name = aName();
  await aDesk({ name });
  await execute(address, `INSERT INTO ${name}_desk.migration VALUES (99)`);

  await expect(aDesk({ name })).rejects.toMatchObject({
    code: 'log.unavailable',
    remedy: expect.stringContaining('newer version'),
  });
});

test('a desk whose tables are gone says what to do', async () => {
  const name = aName();
  const desk = await aDesk({ name });
  await execute(address, `DROP TABLE ${name}_desk.thread`);

  await expect(desk.threads.find(aThread())).rejects.toMatchObject({ code: 'log.damaged' });
});

function aName(): string {
  desks += 1;
  return `desk${desks}`;
}

async function aDesk(options: Partial<PostgresDeskOptions>): Promise<Desk> {
  const desk = await postgresDesk({ address, now, ...options });
  onTestFinished(() => desk.close());
  return desk;
}
