import { execFile, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceFiles } from '#ledger/bundle/evidence.ts';
import { rangeProof, type Range } from '#ledger/bundle/range-proof.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { anAnswer } from '../../contracts/entries.ts';
import { aFolder, aLedger } from '../samples.ts';

/** Whether the machine can run the Python verifier; where it must, a missing one fails the test. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;
export const mustHavePython = process.env['CI'] === 'true';

export const table = { head: 'index\n', row: ({ index }: { index: number }) => `${index}\n` };

/** A log of so many entries. */
export async function aLogOf(size: number, seed?: string): Promise<LedgerStore> {
  const ledger = aLedger(aFolder(), seed);
  for (let number = 0; number < size; number++) await ledger.append(anAnswer());
  return ledger;
}

/** A bundle of these entries, unpacked. */
export async function aBundle(ledger: LedgerStore, range: Range): Promise<string> {
  const folder = join(aFolder(), 'bundle');
  mkdirSync(folder);
  const files = evidenceFiles(ledger, await rangeProof(ledger, range), table);
  for (const { name, text } of files) {
    for await (const piece of text) appendFileSync(join(folder, name), piece);
  }
  return folder;
}

/** What each verifier says of a bundle; `python` is as `node` where the machine has none. */
export async function verdictsOn(folder: string, ...more: readonly string[]) {
  const [node, python] = await Promise.all([
    run(process.execPath, [join(folder, 'verify.mjs'), ...more]),
    hasPython ? run('python3', [join(folder, 'verify.py'), ...more]) : undefined,
  ]);
  return { node, python: python ?? node };
}

function run(
  program: string,
  words: readonly string[],
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve) => {
    const child = execFile(program, words, (_error, stdout, stderr) => {
      resolve({ status: child.exitCode ?? -1, text: stdout + stderr });
    });
  });
}
