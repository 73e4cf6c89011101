import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
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
    writeFileSync(join(folder, name), (await Array.fromAsync(text)).join(''));
  }
  return folder;
}

/** What each verifier says of a bundle; `python` is as `node` where the machine has none. */
export function verdictsOn(folder: string, ...more: readonly string[]) {
  const node = run(process.execPath, join(folder, 'verify.mjs'), more);
  const python = hasPython ? run('python3', join(folder, 'verify.py'), more) : node;
  return { node, python };
}

function run(program: string, script: string, more: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, [script, ...more], { encoding: 'utf8' });
  return { status, text: stdout + stderr };
}
