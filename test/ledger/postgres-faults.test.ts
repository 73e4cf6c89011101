import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { Problem } from '#domain/problem.ts';
import { aPostgres } from '../a-postgres.ts';
import type { Postgres } from '../a-postgres.ts';
import { anAnswer } from '../contracts/entries.ts';
import { aLogName, aPostgresLedger } from './a-postgres-ledger.ts';

let server: Postgres;
let address: string;

beforeAll(async () => {
  server = await aPostgres({ durable: true });
  address = await server.aDatabase();
});
afterAll(() => server.stop());

const program = join(import.meta.dirname, 'postgres-writer.ts');

/** Another process that appends; `told` grows with each entry that it has on record. */
function aWriter(name: string, count: number) {
  const child = spawn(process.execPath, [program, address, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told: string[] = [];
  createInterface(child.stdout).on('line', (line) => told.push(line));
  return { child, told, ended: once(child, 'close').then(([status]: unknown[]) => status) };
}

test('three processes that start and write at once share one log, without loss and without a gap', async () => {
  const name = aLogName();

  const writers = [1, 2, 3].map(() => aWriter(name, 40));

  expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0, 0]);
  const told = writers.flatMap((writer) => writer.told);
  const ledger = await aPostgresLedger({ address, name });
  const stored = await ledger.read({ limit: 1000 });
  expect(told).toHaveLength(120);
  expect(stored.map(({ entry }) => entry.op).toSorted()).toEqual(told.toSorted());
  expect(stored.map(({ index }) => index)).toEqual(told.map((_, number) => 119 - number));
  expect(await ledger.verify()).toMatchObject({ ok: true, size: 120, problems: [] });
});

test('a server that is stopped at once under writers keeps every entry that it acknowledged', async () => {
  const name = aLogName();
  const writers = [1, 2, 3].map(() => aWriter(name, 100_000));
  const told = () => writers.flatMap((writer) => writer.told);

  for (let crashes = 1; crashes <= 2; crashes++) {
    const before = told().length;
    await until(() => told().length >= before + 60);
    await server.crash();
  }
  const before = told().length;
  await until(() => told().length >= before + 30);
  for (const { child } of writers) child.kill('SIGKILL');
  await Promise.all(writers.map(({ ended }) => ended));

  const ledger = await aPostgresLedger({ address, name });
  const { size } = await ledger.head();
  const stored = new Set((await ledger.read({ limit: size })).map(({ entry }) => entry.op));
  expect(told().filter((op) => !stored.has(op))).toEqual([]);
  expect(stored.size).toBe(size);
  // What each writer had under way when it was killed may be there unacknowledged, nothing else.
  expect(size - told().length).toBeLessThanOrEqual(writers.length);
  expect(await ledger.verify()).toMatchObject({ ok: true, size });
});

test('a ledger whose server went away says so, and goes on when it is back', async () => {
  const ledger = await aPostgresLedger({ address, name: aLogName() });
  const entry = anAnswer();
  await ledger.append(anAnswer());

  const [outcome] = await Promise.all([whileAway(() => ledger.append(entry)), server.crash()]);

  expect(outcome).toBeInstanceOf(Problem);
  expect((await ledger.append(entry)).index).toBe((await ledger.head()).size - 1);
  expect(await ledger.verify()).toMatchObject({ ok: true });
});

/** The first refusal of work that is done again and again. */
async function whileAway(work: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    try {
      await work();
    } catch (cause) {
      return cause;
    }
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
