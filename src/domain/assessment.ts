import { z } from 'zod';
import { assess, isValidOn, type Control, type Finding } from '#domain/control.ts';
import { evaluate } from '#domain/evaluate.ts';
import { factInRole, isSettled, valuesOf, type Facts } from '#domain/fact.ts';
import { gapsIn, speaksFor, type Gap } from '#domain/gaps.ts';
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
  /** Topics of the text that no pack covers: a person has to look at them. */
  readonly gaps: readonly Gap[];
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

/**
 * Assesses a campaign as of a day (ISO), market by market; the strictest market counts. `topics` are
 * those that its text mentions and that some pack leaves out.
 */
export function assessCampaign(
  knowledge: Knowledge,
  facts: Facts,
  asOf: string,
  topics: readonly string[] = [],
): Assessment {
  const markets = marketsOf(knowledge, facts);
  const speaking = new Map(markets.map((one) => [one, controlsFor(knowledge, one, asOf)]));
  const findings = knowledge.controls.flatMap((control) => {
    const heard = markets.filter((market) => speaking.get(market)?.has(control));
    const everywhere = markets.length === 0 && packOf(knowledge, control)?.markets === 'all';
    return heard.length > 0 || everywhere ? [{ ...assess(control, facts), markets: heard }] : [];
  });

  const missingCore = openCoreFacts(knowledge, facts);
  const uncovered = markets.filter((market) => !isCovered(knowledge, market, markets));
  const gaps = gapsIn(knowledge, topics, facts, markets);
  const verdicts = Object.fromEntries(
    markets.map((market) => {
      const own = findings.filter((finding) => finding.markets.includes(market));
      const incomplete = missingCore.length > 0 || uncovered.includes(market);
      return [market, withGaps(verdictOf(own, incomplete), gaps, market)];
    }),
  );
  const overall =
    markets.length === 0 ? verdictOf(findings, true) : strictest(Object.values(verdicts));
  return { verdict: overall, verdicts, findings, missingCore, uncovered, gaps };
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

/** What nobody has looked at counts like a review that may apply: it is never plainly allowed. */
export function withGaps(verdict: Verdict, gaps: readonly Gap[], market: string): Verdict {
  const isTouched = gaps.some(({ markets }) => markets.includes(market));
  return isTouched ? strictest([verdict, 'allowed_with_conditions']) : verdict;
}

/** The markets a campaign touches, as far as they are known. */
export function marketsOf(knowledge: Knowledge, facts: Facts): readonly string[] {
  const definition = factInRole(knowledge.facts, 'markets');
  return definition ? valuesOf(facts[definition.id]) : [];
}

const remembered = new WeakMap<Knowledge, Map<string, ReadonlySet<Control>>>();
const rememberedMax = 200;

/** The controls that speak for a market on a day; looked up often, so the answer is kept for a while. */
function controlsFor(knowledge: Knowledge, market: string, day: string): ReadonlySet<Control> {
  const known = remembered.getOrInsertComputed(knowledge, () => new Map());
  if (known.size >= rememberedMax) known.clear();
  return known.getOrInsertComputed(`${market} ${day}`, () => speakingFor(knowledge, market, day));
}

/** A control is silent where another replaces it. */
function speakingFor(knowledge: Knowledge, market: string, day: string): ReadonlySet<Control> {
  const speaking = knowledge.controls.filter(
    (control) =>
      control.status === 'in-force' &&
      isValidOn(control.valid, day) &&
      speaksFor(packOf(knowledge, control), market),
  );
  const replaced = new Set(speaking.flatMap((control) => control.replaces));
  return new Set(speaking.filter((control) => !replaced.has(control.id)));
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
