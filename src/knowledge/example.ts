import type { Company } from '#domain/company.ts';
import type { ControlCase } from '#domain/control.ts';
import { factInRole, type Facts } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { settle } from '#domain/settle.ts';
import { factsGiven } from '#knowledge/given.ts';

/** The facts of a worked example in one market: what is given, and what the company has settled once. */
export function factsInMarket(
  given: ControlCase['given'],
  market: string,
  { facts }: Pick<Knowledge, 'facts'>,
  { practice }: Pick<Company, 'practice'>,
  today: string,
): Facts {
  const markets = factInRole(facts, 'markets');
  const request = markets ? { [markets.id]: [market] } : {};
  const stated = {
    person: {},
    request,
    readings: {},
    touched: [],
    isCampaign: false,
    trustText: false,
    practice,
  };
  return { ...settle(facts, stated, today), ...factsGiven(given) };
}
