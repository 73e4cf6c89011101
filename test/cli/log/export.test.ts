import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportAction } from '#cli/log/export.ts';
import { openLedger } from '#house.ts';
import { aFolder } from '../../ledger/samples.ts';
import { runs } from './a-call.ts';
import { aWorkspace } from './a-workspace.ts';

async function aLog() {
  const { config } = await aWorkspace([5]);
  const entries = async () => {
    const ledger = await openLedger(config);
    try {
      return await ledger.read({});
    } finally {
      await ledger.close();
    }
  };
  return { config, entries };
}

test('an export is on record before it leaves, and holds the exact lines', async () => {
  const { config, entries } = await aLog();
  const out = join(aFolder(), 'evidence.zip');

  expect(await runs(exportAction, config, { flags: { out } })).toMatchObject({ status: 0 });

  const [record, ...exported] = await entries();
  expect(record?.entry).toMatchObject({
    kind: 'export',
    place: 'terminal',
    body: { format: 'bundle', first: 0, last: 4 },
  });
  const files = unzipSync(readFileSync(out));
  expect(Object.keys(files)).toEqual([
    'VERIFY.md',
    'checkpoint.txt',
    'entries.csv',
    'entries.jsonl',
    'key.txt',
    'proof.json',
    'verify.mjs',
    'verify.py',
  ]);
  const lines = exported.toReversed().map(({ line }) => `${line}\n`);
  expect(Buffer.from(files['entries.jsonl'] ?? []).toString()).toBe(lines.join(''));
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(existsSync(`${out}.part`)).toBe(false);
});

test('one entry leaves with its proof', async () => {
  const { config, entries } = await aLog();
  const reference = (await entries())[2]?.entry.ref ?? '';
  const out = join(aFolder(), 'proof.json');

  await runs(exportAction, config, { flags: { out, reference } });

  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ first: 2, last: 2, size: 6 });
  const line = readFileSync(out.replace('.json', '.entry.jsonl'), 'utf8');
  expect(JSON.parse(line)).toMatchObject({ ref: reference });
});

test.for<[string, Record<string, string>, string]>([
  ['to a folder that is not there', { out: '/nowhere/evidence.zip' }, 'input.missing'],
  ['of days without an entry', { out: 'x.zip', from: '2027-01-01' }, 'input.missing'],
  ['from what is no day', { out: 'x.zip', from: 'yesterday' }, 'usage'],
  ['of no such entry', { out: 'x.json', reference: 'EC-2026-0000-0000' }, 'input.missing'],
  ['to no file', {}, 'usage'],
])('an export %s is refused, and nothing is on record', async ([, flags, code]) => {
  const { config, entries } = await aLog();

  await expect(runs(exportAction, config, { flags })).rejects.toMatchObject({ code });

  expect(await entries()).toHaveLength(5);
  expect(existsSync('x.zip')).toBe(false);
});
