import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultyRun, hasStrace } from '../test/faults/faulty-run.ts';
import type { Fault } from '../test/faults/faulty-run.ts';

/**
 * Puts every fault under every write and every fsync of a run that begins a log and appends to it.
 * Short writes are not among them: strace can only pretend one.
 * Usage: node bench/ledger-faults.ts [entries, 10] [every n-th call, 1] [seconds at most, 3600]
 */
const [entries = 10, step = 1, most = 3600] = process.argv.slice(2).map(Number);
const kinds: readonly Pick<Fault, 'call' | 'harm'>[] = [
  { call: 'fsync', harm: 'error=EIO' },
  { call: 'fsync', harm: 'signal=KILL' },
  { call: 'pwrite64', harm: 'error=EIO' },
  { call: 'pwrite64', harm: 'error=ENOSPC' },
  { call: 'pwrite64', harm: 'signal=KILL' },
];

if (!hasStrace) {
  console.log('not run: strace is not installed');
  process.exit(1);
}
const end = performance.now() + most * 1000;
let bad = 0;
for (const kind of kinds) bad += await sweep(kind);
process.exitCode = bad > 0 ? 1 : 0;

/** From the first call to the one that no longer happens. */
async function sweep(kind: Pick<Fault, 'call' | 'harm'>): Promise<number> {
  const sum = { tried: 0, told: 0, lost: 0, broken: 0, isComplete: false };
  for (let at = 1; performance.now() < end; at += step) {
    const folder = mkdtempSync(join(tmpdir(), 'leitplanke-faults-'));
    try {
      const { hasFired, told, lost, isWhole } = await faultyRun(folder, entries, { ...kind, at });
      if (!hasFired) {
        sum.isComplete = true;
        break;
      }
      sum.tried += 1;
      sum.told += told.length;
      sum.lost += lost;
      if (!isWhole) sum.broken += 1;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const { tried, told, lost, broken, isComplete } = sum;
  console.log(
    `${kind.call.padEnd(8)} ${kind.harm.padEnd(12)} ${tried} tried, ${told} told, ${lost} lost, ${broken} logs not whole${isComplete ? '' : ' (not finished)'}`,
  );
  return lost + broken;
}
