import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assessCampaign } from '#domain/assessment.ts';
import type { Company } from '#domain/company.ts';
import { factInRole } from '#domain/fact.ts';
import type { Knowledge, Rules } from '#domain/knowledge.ts';
import { factsInMarket } from '#knowledge/example.ts';
import { knowledgeProblem, nearest, type Fault } from '#knowledge/fault.ts';
import { lineOf, readYaml, type Read } from '#knowledge/read-file.ts';
import { FlipsFile } from '#knowledge/schemas.ts';

const name = 'flips.yaml';

/** The same facts in several markets, how each ends there, and why they differ. */
export type Flip = FlipsFile[number];

/** Reads the flip table of a knowledge folder; a folder may do without. */
export function readFlips(folder: string, rules: Rules): Read<readonly Flip[]> {
  const path = join(folder, name);
  if (!existsSync(path)) return { ok: true, value: [], text: '' };
  const read = readYaml(path, name, FlipsFile);
  if (!read.ok) return read;
  const faults = read.value.flatMap((flip, row) => flipFaults(flip, row, read.text, rules));
  return faults.length > 0 ? { ok: false, faults } : read;
}

/** The flip table of a folder whose rules have been checked. */
export function loadFlips(folder: string, knowledge: Knowledge): readonly Flip[] {
  const read = readFlips(folder, knowledge);
  if (!read.ok) throw knowledgeProblem(read.faults, folder);
  return read.value;
}

/** What a row says that the rules do not do, market by market; nothing if it holds. */
export function differencesIn(
  flip: Flip,
  knowledge: Knowledge,
  company: Company,
  today: string,
): readonly string[] {
  return Object.entries(flip.markets).flatMap(([market, told]) => {
    const facts = factsInMarket(flip.given, market, knowledge, company, today);
    const { verdict, findings } = assessCampaign(knowledge, facts, today);
    const outcome = findings.find((one) => one.control === told.control)?.outcome ?? 'silent';
    return [
      ...(told.outcome !== undefined && told.outcome !== outcome
        ? [`${market}: ${told.control}: expected ${told.outcome}, is ${outcome}`]
        : []),
      ...(told.verdict !== undefined && told.verdict !== verdict
        ? [`${market}: expected ${told.verdict}, is ${verdict}`]
        : []),
    ];
  });
}

function flipFaults(
  { given, markets }: Flip,
  row: number,
  text: string,
  { facts, controls }: Rules,
): readonly Fault[] {
  const fault = (path: readonly PropertyKey[], message: string, suggestion?: string): Fault => {
    return { file: name, line: lineOf(text, [row, ...path]), message, suggestion };
  };
  const unknown = (path: readonly PropertyKey[], what: string, one: string, known: string[]) =>
    known.includes(one) ? [] : [fault(path, `unknown ${what} "${one}"`, nearest(one, known))];

  const ids = controls.map(({ id }) => id);
  const known = factInRole(facts, 'markets')?.options.map(({ id }) => id) ?? [];
  const endings = Object.values(markets).map(({ verdict, outcome }) => `${verdict} ${outcome}`);
  return [
    ...Object.entries(given).flatMap(([id, value]) => {
      const fact = facts.get(id);
      if (!fact) return unknown(['given', id], 'fact', id, [...facts.keys()]);
      const values = typeof value === 'object' && 'only' in value ? value.only : [value].flat();
      const options = fact.options.map((option) => option.id);
      if (options.length === 0) return [];
      return values.flatMap((one) =>
        unknown(['given', id], `option of "${id}"`, String(one), options),
      );
    }),
    ...Object.entries(markets).flatMap(([market, { verdict, control, outcome }]) => [
      ...unknown(['markets', market], 'market', market, known),
      ...(control === undefined
        ? []
        : unknown(['markets', market, 'control'], 'control', control, ids)),
      ...((control === undefined) === (outcome === undefined)
        ? []
        : [fault(['markets', market], 'a control and its outcome belong together')]),
      ...(verdict === undefined && control === undefined
        ? [fault(['markets', market], 'says neither a verdict nor how a control ends')]
        : []),
    ]),
    ...(new Set(endings).size < 2 ? [fault(['markets'], 'ends the same in every market')] : []),
  ];
}
