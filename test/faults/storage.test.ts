import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problem } from '#domain/problem.ts';
import { failStop } from '#ledger/fail-stop.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { anAnswer } from '../contracts/entries.ts';
import { aFolder, aLedger } from '../ledger/samples.ts';
import { afterwards, faultyRun, hasStrace } from './faulty-run.ts';
import type { Fault } from './faulty-run.ts';

/** A folder with a log of one entry and its keys. */
async function aBegunLog(): Promise<string> {
  const folder = aFolder();
  const ledger = aLedger(folder);
  await ledger.append(anAnswer());
  await ledger.close();
  return folder;
}

describe.skipIf(!hasStrace)('when the disk fails', () => {
  test.for<Fault>([
    { call: 'fsync', harm: 'error=EIO', at: 7 },
    { call: 'fsync', harm: 'error=EIO', at: 12, lasting: true },
    { call: 'pwrite64', harm: 'error=EIO', at: 30 },
    { call: 'pwrite64', harm: 'error=ENOSPC', at: 30, lasting: true },
    { call: 'pwrite64', harm: 'signal=KILL', at: 40 },
    { call: 'fsync', harm: 'signal=KILL', at: 9 },
  ])('at $call $at with $harm, nothing that was told is lost', async (fault) => {
    const folder = await aBegunLog();

    const { hasFired, ...after } = await faultyRun(folder, 12, fault);

    expect({ hasFired, ...after }).toMatchObject({ hasFired: true, lost: 0, isWhole: true });
    const ledger = aLedger(folder);
    await ledger.append(anAnswer());
    expect(await verifyLedger(join(folder, 'ledger.db'))).toMatchObject({ ok: true });
  });

  test('once, no entry is taken any more until the process starts anew', async () => {
    const folder = await aBegunLog();

    const { said, told } = await faultyRun(folder, 12, { call: 'fsync', harm: 'error=EIO', at: 9 });

    expect(said).toContain('stopped');
    expect(said.match(/refused log.unavailable: The disk failed/g)).toHaveLength(12 - told.length);
    expect(told.length).toBeLessThan(12);
  });
});

const writer = join(import.meta.dirname, 'stubborn-writer.ts');

/** Runs a writer on a small disk of its own; what is on it comes back afterwards. */
function onASmallDisk(folder: string, kilobytes: number, change = 'true') {
  const script = `
    set -e
    mkdir "$1/back"
    mkdir "$1/disk"
    mount -t tmpfs -o size=${kilobytes}k none "$1/disk"
    "$2" "$3" "$1/disk" 2 >"$1/before"
    ${change}
    "$2" "$3" "$1/disk" 40 || true
    cp "$1"/disk/* "$1/back/"`;
  return spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', folder, process.execPath, writer], {
    encoding: 'utf8',
  });
}
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

describe.skipIf(!canMount)('when the disk is full or read-only', () => {
  test.for([
    ['full', 600, 'true'],
    ['read-only', 4_000, 'mount -o remount,ro "$1/disk"'],
  ] as const)(
    '%s: entries are refused with a remedy, and the log stays whole',
    async ([, size, change]) => {
      const folder = aFolder();

      const { stdout, stderr, status } = onASmallDisk(folder, size, change);

      expect({ status, stderr }).toMatchObject({ status: 0 });
      expect(stderr).toMatch(/refused log.unavailable|cannot be used/);
      const told = stdout.split('\n').filter((line) => line.length === 26);
      expect(told.length).toBeLessThan(40);
      expect(await afterwards(join(folder, 'back'), told)).toEqual({ lost: 0, isWhole: true });
    },
  );
});

test('a full disk or a lock is no reason to start anew, a failed write is', async () => {
  const { run, failed } = failStop('ledger.db');
  expect(() => run(failing(13))).toThrow('It failed.');
  expect(() => run(failing(5))).toThrow('It failed.');
  expect(run(() => 'goes on')).toBe('goes on');
  expect(() => run(failing(1034))).toThrow('Leitplanke stops');
  expect(() => run(() => 'never again')).toThrow('Leitplanke stops');
  expect((await failed).toldIn('de')).toContain('Datenträger');
});

/** Work that SQLite ends with this code. */
function failing(errcode: number) {
  return () => {
    const cause = Object.assign(new Error('disk'), { errcode });
    throw new Problem('log.unavailable', 'It failed.', { remedy: 'Look.', cause });
  };
}
