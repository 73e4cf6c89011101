import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { answer } from '#assistant/answer.ts';
import type { House, Reader } from '#assistant/house.ts';
import { toRecord } from '#cli/machine.ts';
import { stoppedClock } from '#clock.ts';
import type { Fact, FactValue } from '#domain/fact.ts';
import { operationOf } from '#domain/reference.ts';
import type { Request } from '#domain/request.ts';
import { loadCompany, nobody } from '#knowledge/company.ts';
import { loadKnowledge } from '#knowledge/load.ts';
import { embeddedWriter } from '#language/embedded-writer.ts';
import { unloggedLedger } from '#ledger/unlogged.ts';
import { reportRules } from './gold-facts-report.ts';
import { readGold, type Gold } from './gold.ts';
import type { Scored } from './report.ts';

/**
 * Scores the rules apart from the reader: each brief with its facts as a person would confirm them.
 * Usage: npm run -s eval:rules -- GOLD.jsonl FACTS.json [--details]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { details: { type: 'boolean', default: false } },
});

/** A fact that is `null` is one that the brief speaks of and leaves open; a bare list may go on. */
const GoldFact = z.union([
  z.string(),
  z.strictObject({ only: z.array(z.string()) }),
  z.array(z.string()),
  z.null(),
]);
const GoldFacts = z.record(z.string(), z.record(z.string(), GoldFact));
type GoldFacts = z.infer<typeof GoldFacts>[string];

const asOf = '2026-11-23';
const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const [goldPath, factsPath = pathOf('gold-facts/briefs.json')] = positionals;

if (goldPath === undefined) {
  console.error(
    'Name a gold file of briefs (JSON Lines) and, after it, the file of its facts (JSON).',
  );
  process.exitCode = 64;
} else {
  await score(goldPath, factsPath);
}

async function score(goldFile: string, factsFile: string): Promise<void> {
  const facts = GoldFacts.parse(JSON.parse(readFileSync(factsFile, 'utf8')));
  const briefs = readGold(goldFile).filter(
    ({ id, kind }) => kind === 'brief' && facts[id] !== undefined,
  );
  const knowledge = loadKnowledge(pathOf('../knowledge'));
  const sample = loadCompany(pathOf('../knowledge/company/muster'), knowledge);
  for (const [name, company] of [
    ['sample profile', sample],
    ['no profile', nobody],
  ] as const) {
    const scored: Scored[] = [];
    for (const gold of briefs)
      scored.push(await judge(gold, facts[gold.id] ?? {}, { knowledge, company }));
    console.log(`\n## ${name}\n\n${reportRules(scored, values.details)}`);
  }
}

async function judge(
  gold: Gold,
  facts: GoldFacts,
  { knowledge, company }: Pick<House, 'knowledge' | 'company'>,
): Promise<Scored> {
  const house: House = {
    knowledge,
    company,
    reader: readerOf(facts),
    library: { find: async () => ({ passages: [], covered: false }) },
    writer: embeddedWriter(knowledge),
    ledger: unloggedLedger(),
    clock: stoppedClock(`${asOf}T09:00:00.000Z`),
    newOperation: () => operationOf(new Uint8Array(16)),
    workspace: 'eval',
    engine: { code: '0', node: process.versions.node },
  };
  const answered = await answer(requestOf(gold, facts), house);
  return { gold, out: toRecord(gold.id, answered, (fact) => fact), error: undefined };
}

/** What a person has confirmed: single values and lists that are complete. */
function requestOf(gold: Gold, facts: GoldFacts): Request {
  const said = Object.entries(facts).flatMap(([id, value]): (readonly [string, FactValue])[] => {
    if (typeof value === 'string') return [[id, value]];
    return value === null || Array.isArray(value) ? [] : [[id, value.only]];
  });
  return {
    op: operationOf(new Uint8Array(16)),
    kind: 'brief',
    text: gold.input.text,
    markets: [],
    trustText: false,
    asker: 'eval',
    place: 'batch',
    said: Object.fromEntries(said),
    declined: [],
  };
}

/** Reads what nobody confirmed: lists that may go on, and what is only touched. */
function readerOf(facts: GoldFacts): Reader {
  const entries = Object.entries(facts);
  const open = entries.flatMap(([id, value]): (readonly [string, Fact])[] =>
    Array.isArray(value) ? [[id, { value, origin: 'text', confirmed: false }]] : [],
  );
  return {
    name: 'told-1',
    read: async () => ({
      kind: 'campaign',
      language: 'en',
      facts: Object.fromEntries(open),
      touched: entries.flatMap(([id, value]) => (value === null ? [id] : [])),
      steering: [],
    }),
  };
}
