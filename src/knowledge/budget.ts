import { join } from 'node:path';
import { assessCampaign, type Verdict } from '#domain/assessment.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Bilingual } from '#domain/language.ts';
import type { Company } from '#domain/company.ts';
import type { Campaign } from '#domain/impact.ts';
import { factsInMarket } from '#knowledge/example.ts';
import { knowledgeProblem } from '#knowledge/fault.ts';
import { readYaml } from '#knowledge/read-file.ts';
import { PatternsFile } from '#knowledge/schemas.ts';

/** A lawful everyday campaign may cost its author at most this many facts. */
export const factsMax = 3;

/** What one lawful everyday pattern costs, and where it ends. */
export type Cost = {
  readonly id: string;
  readonly title: Bilingual;
  readonly facts: number;
  readonly verdict: Verdict;
  /** The controls that keep it from `allowed`. */
  readonly obstacles: readonly string[];
};

/** The fact budget: how many facts from the brief each lawful everyday pattern needs. */
export function factBudget(
  folder: string,
  knowledge: Knowledge,
  company: Company,
  today: string,
): readonly Cost[] {
  return patternsIn(folder).map(({ id, title, market, given }) => {
    const facts = factsInMarket(given, market, knowledge, company, today);
    const { verdict, findings, missingCore } = assessCampaign(knowledge, facts, today);
    const obstacles = findings
      .filter(
        (one) =>
          one.severity !== 'advice' && (one.outcome === 'open' || one.outcome === 'breached'),
      )
      .map((one) => `${one.control}: ${one.outcome} [${one.missing.join(', ')}]`);
    const count = Object.keys(given).length;
    return { id, title, facts: count, verdict, obstacles: [...missingCore, ...obstacles] };
  });
}

/** The everyday patterns as campaigns of a company. */
export function patternCampaigns(
  folder: string,
  knowledge: Knowledge,
  company: Company,
  today: string,
): readonly Campaign[] {
  return patternsIn(folder).map(({ id, market, given }) => ({
    id,
    facts: factsInMarket(given, market, knowledge, company, today),
    asOf: today,
  }));
}

/** Whether a pattern is within the budget. */
export function isWithinBudget(cost: Cost): boolean {
  return cost.verdict === 'allowed' && cost.facts <= factsMax;
}

function patternsIn(folder: string): PatternsFile {
  const patterns = readYaml(join(folder, 'patterns.yaml'), 'patterns.yaml', PatternsFile);
  if (!patterns.ok) throw knowledgeProblem(patterns.faults, folder);
  return patterns.value;
}
