import { z } from 'zod';
import { assess, isValidOn, type Control, type Finding } from '#domain/control.ts';
import { evaluate } from '#domain/evaluate.ts';
import { factInRole, isSettled, valuesOf, type Facts } from '#domain/fact.ts';
import type { Knowledge, Pack } from '#domain/knowledge.ts';

export const Verdict = z.enum([
  'allowed',
  'allowed_with_conditions',
  'needs_information',
  'not_allowed',
]);
export type Verdict = z.infer<typeof Verdict>;

/** A finding and the markets it speaks for. */
export type MarketFinding = Finding & { readonly markets: readonly string[] };

/** How a campaign stands against the whole knowledge base. */
export type Assessment = {
  readonly verdict: Verdict;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly findings: readonly MarketFinding[];
  /** Core facts that are still open: without them there is no verdict. */
  readonly missingCore: readonly string[];
  /** Markets of the campaign that no pack covers. */
  readonly uncovered: readonly string[];
};

const strictness: readonly Verdict[] = [
  'allowed',
  'allowed_with_conditions',
  'needs_information',
  'not_allowed',
];

/** The strictest of several verdicts; of none, that information is missing. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  const ranks = verdicts.map((verdict) => strictness.indexOf(verdict));
  return strictness[Math.max(...ranks)] ?? 'needs_information';
}

/** Whether one verdict is better for the campaign than another. */
export function isBetter(verdict: Verdict, than: Verdict): boolean {
  return strictness.indexOf(verdict) < strictness.indexOf(than);
}

/** Assesses a campaign as of a day (ISO), market by market; the strictest market counts. */
export function assessCampaign(knowledge: Knowledge, facts: Facts, asOf: string): Assessment {
  const markets = marketsOf(knowledge, facts);
  const speaking = controlsByMarket(knowledge, markets, asOf);
  const findings = knowledge.controls.flatMap((control) => {
    const heard = markets.filter((market) => speaking.get(market)?.has(control));
    const everywhere = markets.length === 0 && packOf(knowledge, control)?.markets === 'all';
    return heard.length > 0 || everywhere ? [{ ...assess(control, facts), markets: heard }] : [];
  });

  const missingCore = openCoreFacts(knowledge, facts);
  const uncovered = markets.filter((market) => !isCovered(knowledge, market, markets));
  const verdicts = Object.fromEntries(
    markets.map((market) => {
      const own = findings.filter((finding) => finding.markets.includes(market));
      return [market, verdictOf(own, missingCore.length > 0 || uncovered.includes(market))];
    }),
  );
  const overall =
    markets.length === 0 ? verdictOf(findings, true) : strictest(Object.values(verdicts));
  return { verdict: overall, verdicts, findings, missingCore, uncovered };
}

/** The verdict that findings amount to: the first row that fits (see docs/verdict.md). */
export function verdictOf(findings: readonly Finding[], incomplete: boolean): Verdict {
  const has = (severity: Finding['severity'], ...outcomes: readonly Finding['outcome'][]) =>
    findings.some((one) => one.severity === severity && outcomes.includes(one.outcome));

  if (has('blocker', 'breached')) return 'not_allowed';
  if (incomplete || has('blocker', 'open')) return 'needs_information';
  if (has('condition', 'breached', 'open') || has('review', 'open'))
    return 'allowed_with_conditions';
  return 'allowed';
}

/** The markets a campaign touches, as far as they are known. */
export function marketsOf(knowledge: Knowledge, facts: Facts): readonly string[] {
  const definition = factInRole(knowledge.facts, 'markets');
  return definition ? valuesOf(facts[definition.id]) : [];
}

/** The controls that speak for each market on a day; a control is silent where another replaces it. */
function controlsByMarket(
  knowledge: Knowledge,
  markets: readonly string[],
  day: string,
): ReadonlyMap<string, ReadonlySet<Control>> {
  const inForce = knowledge.controls.filter(
    (control) => control.status === 'in-force' && isValidOn(control.valid, day),
  );
  return new Map(
    markets.map((market) => {
      const speaking = inForce.filter((control) => speaksFor(packOf(knowledge, control), market));
      const replaced = new Set(speaking.flatMap((control) => control.replaces));
      return [market, new Set(speaking.filter((control) => !replaced.has(control.id)))];
    }),
  );
}

/** A campaign in "another member state" is judged by the rules of the union in each state it names. */
function isCovered(knowledge: Knowledge, market: string, all: readonly string[]): boolean {
  const packs = [...knowledge.packs.values()];
  if (packs.some((pack) => pack.covers.includes(market))) return true;
  return packs.some(
    (pack) =>
      speaksFor(pack, market) &&
      pack.markets !== 'all' &&
      pack.covers.some((one) => all.includes(one)),
  );
}

function speaksFor(pack: Pack | undefined, market: string): boolean {
  return pack !== undefined && (pack.markets === 'all' || pack.markets.includes(market));
}

function packOf(knowledge: Knowledge, control: Control): Pack | undefined {
  return knowledge.packs.get(control.pack);
}

function openCoreFacts(knowledge: Knowledge, facts: Facts): readonly string[] {
  return [...knowledge.facts.values()]
    .filter(({ id, core }) => {
      if (!core || isSettled(facts[id])) return false;
      const needed = evaluate(core, facts, false);
      return !needed.known || needed.value;
    })
    .map(({ id }) => id);
}
