import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { postgresDatabase } from '#postgres/database.ts';
import { bringUpToDate } from '#postgres/migration.ts';
import { aPostgres } from '../a-postgres.ts';
import type { Postgres } from '../a-postgres.ts';

let server: Postgres;

beforeAll(async () => {
  server = await aPostgres();
});
afterAll(() => server.stop());

const schema = 'pantry';
const first = 'CREATE TABLE pantry.jar (id integer)';
const second = 'ALTER TABLE pantry.jar ADD COLUMN label text';
const broken = 'CREATE TABLE pantry.half (id integer); SELECT * FROM pantry.nowhere';

test('tables go forward step by step, once, and only for somebody who has a backup', async () => {
  const { bring, columns } = await aPantry();
  expect(await bring([first])).toEqual({ from: 0 });
  expect(await bring([first])).toEqual({ from: 1 });

  await expect(bring([first, second])).rejects.toMatchObject({
    code: 'log.unavailable',
    remedy: expect.stringContaining('pg_dump'),
  });
  expect(await columns()).toBe(1);

  expect(await bring([first, second], true)).toEqual({ from: 1 });
  expect(await columns()).toBe(2);
  await expect(bring([first], true)).rejects.toMatchObject({
    remedy: expect.stringContaining('newer version'),
  });
});

test('a step that fails leaves everything as it was', async () => {
  const { bring, columns } = await aPantry();
  await bring([first]);

  await expect(bring([first, second, broken], true)).rejects.toMatchObject({ name: 'Problem' });

  expect(await columns()).toBe(1);
  expect(await bring([first])).toEqual({ from: 1 });
});

async function aPantry() {
  const db = postgresDatabase(await server.aDatabase());
  onTestFinished(() => db.close());
  return {
    bring: (steps: readonly string[], hasBackup = false) =>
      db.transact((session) => bringUpToDate(session, db.place, { schema, steps }, { hasBackup })),
    columns: async () => {
      const { count } = await db.query(
        `SELECT 1 FROM information_schema.columns WHERE table_schema = 'pantry' AND table_name = 'jar'`,
      );
      return count;
    },
  };
}
