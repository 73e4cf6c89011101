import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { verifyLedger } from '#ledger/verify.ts';

/** A fault that strace puts under a process: at the n-th call of one kind in a thread. */
export type Fault = {
  readonly call: 'fsync' | 'pwrite64';
  readonly harm: 'error=EIO' | 'error=ENOSPC' | 'signal=KILL';
  readonly at: number;
  /** Also at every call after it. */
  readonly lasting?: boolean;
};

export const hasStrace = spawnSync('strace', ['-V']).status === 0;

const program = join(import.meta.dirname, 'stubborn-writer.ts');

/** Runs a writer with a fault under it, and says what became of the log. */
export async function faultyRun(folder: string, count: number, fault: Fault) {
  const trace = join(folder, 'trace');
  const when = `when=${fault.at}${fault.lasting === true ? '+' : ''}`;
  const inject = `inject=${fault.call}:${fault.harm}:${when}`;
  const run = spawnSync(
    'strace',
    ['-f', '-qq', '-e', `trace=${fault.call}`, '-e', inject, '-o', trace].concat([
      process.execPath,
      program,
      folder,
      String(count),
    ]),
    { encoding: 'utf8' },
  );
  const traced = existsSync(trace) ? readFileSync(trace, 'utf8') : '';
  rmSync(trace, { force: true });
  const told = run.stdout.split('\n').filter((line) => line.length === 26);
  return {
    hasFired: /INJECTED|killed by SIGKILL/.test(traced),
    told,
    said: run.stderr,
    ...(await afterwards(folder, told)),
  };
}

/** What is left when a process has ended: nothing that was told may be missing. */
export async function afterwards(folder: string, told: readonly string[]) {
  const path = join(folder, 'ledger.db');
  if (!existsSync(path)) return { lost: told.length, isWhole: true };
  const { ok } = await verifyLedger(path);
  using db = new DatabaseSync(path, { readOnly: true });
  const stored = new Set(
    db
      .prepare('SELECT op FROM entry')
      .all()
      .map(({ op }) => String(op)),
  );
  return { lost: told.filter((op) => !stored.has(op)).length, isWhole: ok };
}
