import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { verifyLedger } from '#ledger/verify.ts';
import { anAnswer } from '../contracts/entries.ts';
import { aFolder, aLedger } from './samples.ts';

const program = join(import.meta.dirname, 'writer.ts');

/** Another process that appends; it is killed once it has told of so many entries. */
async function aWriter(
  folder: string,
  name: string,
  { count, killAfter = Infinity }: { count: number; killAfter?: number },
) {
  const child = spawn(process.execPath, [program, folder, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const told: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    told.push(line);
    if (told.length === killAfter) child.kill('SIGKILL');
  }
  const [status] = await ended;
  return { told, status: status as number | null };
}

test('processes that start and write at once share one log', { timeout: 120_000 }, async () => {
  const folder = aFolder();

  const writers = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) => aWriter(folder, name, { count: 25 })),
  );

  expect(writers.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
  const told = writers.flatMap((writer) => writer.told);
  const ledger = aLedger(folder);
  const stored = await ledger.read({ limit: 1000 });
  expect(new Set(stored.map(({ entry }) => entry.op))).toEqual(new Set(told));
  expect(await ledger.verify()).toMatchObject({ ok: true, size: 100 });
  expect(new Set(stored.map(({ entry }) => entry.pseudonym)).size).toBe(5);
});

test('a process that is killed loses nothing that it has told', { timeout: 120_000 }, async () => {
  const folder = aFolder();
  const told: string[] = [];
  for (const killAfter of [1, 2, 3, 5, 8, 13, 21]) {
    const writer = await aWriter(folder, 'killed', { count: 10_000, killAfter });
    expect(writer.status).toBeNull();
    told.push(...writer.told);
    expect(await verifyLedger(join(folder, 'ledger.db'))).toMatchObject({ ok: true });
  }

  const ledger = aLedger(folder);
  const stored = new Set((await ledger.read({ limit: 1000 })).map(({ entry }) => entry.op));
  expect(told.filter((op) => !stored.has(op))).toEqual([]);
  await ledger.append(anAnswer());
  expect(await ledger.verify()).toMatchObject({ ok: true, size: stored.size + 1 });
});
