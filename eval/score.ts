import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BatchError, BatchOut } from '#cli/machine.ts';
import { readGold } from './gold.ts';
import { reportBriefs, reportQuestions, type Scored } from './report.ts';
import { countRun } from './seal.ts';

/**
 * Scores gold files against `leitplanke batch`, with the sample profile and with none.
 * Usage: npm run -s eval -- GOLD.jsonl [GOLD.jsonl ...] [--details]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    details: { type: 'boolean', default: false },
    profile: { type: 'string', multiple: true },
  },
});

if (positionals.length === 0) {
  console.error('Name one or more gold files (JSON Lines). See eval/README.md for their form.');
  process.exitCode = 64;
}

const sample = fileURLToPath(new URL('../knowledge/company/muster', import.meta.url));
const launcher = fileURLToPath(new URL('../bin/leitplanke.mjs', import.meta.url));

for (const path of positionals) {
  const runs = countRun(path);
  if (runs !== undefined) console.log(`\nA sealed set: this is run ${runs} on it.`);
  for (const profile of values.profile ?? [sample, 'none']) {
    const scored = runBatch(path, profile);
    const name = profile === sample ? 'sample profile' : `profile ${profile}`;
    console.log(`\n## ${path.split('/').at(-1)} (${name})\n`);
    const briefs = scored.filter(({ gold }) => gold.kind === 'brief');
    const questions = scored.filter(({ gold }) => gold.kind === 'question');
    if (briefs.length > 0) console.log(reportBriefs(briefs, values.details));
    if (questions.length > 0) console.log(reportQuestions(questions, values.details));
  }
}

function runBatch(path: string, profile: string): readonly Scored[] {
  const gold = readGold(path);
  const folder = mkdtempSync(join(tmpdir(), 'leitplanke-eval-'));
  try {
    const input = join(folder, 'in.jsonl');
    const output = join(folder, 'out.jsonl');
    writeFileSync(input, gold.map((one) => `${JSON.stringify(one.input)}\n`).join(''));
    const args = [launcher, 'batch', '--in', input, '--out', output, '--profile', profile];
    const run = spawnSync(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
    });
    if (run.status !== 0 && run.status !== 65) throw new Error(`batch failed:\n${run.stderr}`);
    const lines = readFileSync(output, 'utf8').trim().split('\n');
    return gold.map((one, index) => {
      const line: unknown = JSON.parse(lines[index] ?? 'null');
      const error = BatchError.safeParse(line);
      return error.success
        ? { gold: one, out: undefined, error: error.data.error.message }
        : { gold: one, out: BatchOut.parse(line), error: undefined };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
