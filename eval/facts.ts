import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { valuesOf, type Fact } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { favourOf } from '#domain/leaning.ts';
import { inspectKnowledge } from '#knowledge/load.ts';
import { embeddedReader } from '#language/embedded-reader.ts';
import { factsReport, type Compared } from './facts-report.ts';
import { countRun } from './seal.ts';

/**
 * Compares what the offline reader makes of briefs with the facts that a person labelled.
 * Usage: npm run -s eval:facts -- GOLD.jsonl [GOLD.jsonl ...] [--details]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { details: { type: 'boolean', default: false } },
});

const Values = z.union([
  z.string().transform((one) => [one]),
  z.array(z.string()),
  z.strictObject({ only: z.array(z.string()) }).transform(({ only }) => only),
  z.null(),
]);

/** A brief with what it says; `may` names parts of lists that one may read or not, `null` what it leaves open. */
const Line = z.object({
  id: z.string(),
  text: z.string(),
  facts: z.record(z.string(), Values).default({}),
  may: z.record(z.string(), z.array(z.string())).default({}),
});

if (positionals.length === 0) {
  console.error(
    'Name one or more files of briefs with "facts". See eval/README.md for their form.',
  );
  process.exitCode = 64;
}

const knowledge = loaded();
const favour = favourOf(knowledge);
const reader = await embeddedReader(knowledge, {
  words: knowledge.readingWords,
  cacheFolder: join(tmpdir(), 'leitplanke-eval-facts'),
  progress: () => undefined,
});

for (const path of positionals) {
  const runs = countRun(path);
  if (runs !== undefined) console.log(`\nA sealed set: this is run ${runs} on it.`);
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const compared: Compared[] = [];
  for (const line of lines) compared.push(...(await compare(Line.parse(JSON.parse(line)))));
  console.log(`\n## ${path.split('/').at(-1)}\n`);
  console.log(factsReport(compared, lines.length, values.details));
}

/** One line for each labelled fact, and for each fact that was read without a label. */
async function compare({
  id,
  text,
  facts,
  may,
}: z.infer<typeof Line>): Promise<readonly Compared[]> {
  const read = (await reader.read(text)).facts;
  const ids = new Set([...Object.keys(facts), ...Object.keys(read)]);
  return [...ids].flatMap((fact) => {
    const definition = knowledge.facts.get(fact);
    if (!definition || definition.kind === 'date' || definition.kind === 'number') return [];
    const found = read[fact];
    const labelled = facts[fact];
    if (!found && labelled === null) return [];
    return [
      {
        brief: id,
        fact,
        isList: definition.kind === 'choices',
        wanted: labelled,
        tolerated: may[fact] ?? [],
        read: [...valuesOf(found)],
        open: openIn(found),
        quote: found?.quote,
        isQuoted: found?.quote === undefined || text.includes(found.quote),
        isKind: (option) => favour(fact, option) > 0.5,
      },
    ];
  });
}

function openIn(fact: Fact | undefined): readonly string[] {
  return fact?.unclear ?? [];
}

function loaded(): Knowledge {
  const { rules, readingWords } = inspectKnowledge(join(import.meta.dirname, '../knowledge'));
  if (!readingWords) throw new Error('knowledge/reading.yaml cannot be read');
  return { ...rules, readingWords, version: '' };
}
