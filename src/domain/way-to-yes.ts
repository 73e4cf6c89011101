import { assessCampaign, isBetter, type Assessment, type Verdict } from '#domain/assessment.ts';
import {
  applyChanges,
  departureFrom,
  departuresFrom,
  mendsOf,
  mergeChanges,
  type Change,
} from '#domain/change.ts';
import type { Control } from '#domain/control.ts';
import { valuesOf, type Facts } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';

export { applyChanges, type Change } from '#domain/change.ts';

/** Changes that together lift the verdict; proven by applying them and assessing again. */
export type Way = {
  readonly changes: readonly Change[];
  readonly verdict: Verdict;
  /** A market or a part of the people is left out: only the rest of the campaign goes ahead. */
  readonly isPart?: boolean;
};

const waysMax = 5;
const changesMax = 3;
const setsMax = 400;

/** So many of the ways may leave a market or a part of the people out, and so many such parts are tried. */
const partWaysMax = 2;
const partsMax = 6;

/** With each part, so many sets of mends are tried. */
const mendsWithPartMax = 10;

/** A campaign as it stands, and how to judge it after a change. */
type Plan = {
  readonly knowledge: Knowledge;
  readonly facts: Facts;
  readonly assessment: Assessment;
  readonly judge: (facts: Facts) => Assessment;
};

/**
 * The smallest changes to the plan that lift the verdict, best result first; mending comes before
 * leaving a channel or an element out. What lets only a part of the campaign go ahead comes last.
 */
export function waysToYes(
  knowledge: Knowledge,
  facts: Facts,
  asOf: string,
  assessment: Assessment,
): readonly Way[] {
  const topics = [...new Set(assessment.gaps.map((gap) => gap.topic))];
  const judge = (changed: Facts) => assessCampaign(knowledge, changed, asOf, topics);
  const plan = { knowledge, facts, assessment, judge };
  const mended = mending(plan, setsMax);
  const whole = best(mended, mended, knowledge);
  const parted = parting(plan);
  const parts = best(parted, [...mended, ...parted], knowledge)
    // A part that still lacks answers is no help beside a whole that goes ahead.
    .filter(
      ({ verdict }) =>
        verdict !== 'needs_information' || whole.every((way) => way.verdict === verdict),
    )
    .slice(0, partWaysMax);
  return [...whole.slice(0, waysMax - parts.length), ...parts];
}

/** Ways on which the whole campaign goes ahead. */
function mending(plan: Plan, most: number): readonly Way[] {
  const { knowledge, facts, assessment, judge } = plan;
  const breached = breachedControls(knowledge, assessment);
  if (breached.length === 0) return [];
  const mends = breached.map((control) => mendsOf(knowledge, facts, control));
  return combine(mends, knowledge)
    .slice(0, most)
    .flatMap((changes): readonly Way[] => {
      const { verdict } = judge(applyChanges(facts, changes));
      return isBetter(verdict, assessment.verdict) ? [{ changes, verdict }] : [];
    });
}

/** Ways on which a market or a part of the people is left out, with mends for the rest where it needs them. */
function parting(plan: Plan): readonly Way[] {
  const { facts, assessment, judge } = plan;
  const isBarred = assessment.verdict === 'not_allowed' || assessment.uncovered.length > 0;
  if (!isBarred) return [];
  return departures(plan)
    .slice(0, partsMax)
    .flatMap((part): readonly Way[] => {
      const rest = applyChanges(facts, [part]);
      const after = judge(rest);
      if (isBetter(after.verdict, assessment.verdict))
        return [{ changes: [part], verdict: after.verdict, isPart: true }];
      return mending({ ...plan, facts: rest, assessment: after }, mendsWithPartMax)
        .filter(({ changes }) => changes.length < changesMax)
        .filter(({ changes }) => changes.every((change) => change.fact !== part.fact))
        .map(({ changes, verdict }) => ({ changes: [part, ...changes], verdict, isPart: true }));
    });
}

/** What could be split off: a part of the people, and the markets that are stricter than others. */
function departures({ knowledge, facts, assessment }: Plan): readonly Change[] {
  const splitting = [...knowledge.facts.values()].filter((fact) => fact.splits && fact.changeable);
  return splitting.flatMap((definition) => {
    if (definition.role !== 'markets') return departuresFrom(definition, facts);
    const now = valuesOf(facts[definition.id]);
    return strictMarkets(assessment, now).flatMap(
      (leaves) => departureFrom(definition, now, leaves) ?? [],
    );
  });
}

/** All of the strictest markets, all but the most lenient, and each of the strictest alone. */
function strictMarkets(
  { verdict, verdicts }: Assessment,
  now: readonly string[],
): readonly (readonly string[])[] {
  const of = (market: string) => verdicts[market] ?? verdict;
  const strict = now.filter((market) => of(market) === verdict);
  const lenient = now.filter((market) => now.every((other) => !isBetter(of(other), of(market))));
  const others = now.filter((market) => !lenient.includes(market));
  const parts = [strict, others, ...strict.map((market) => [market])];
  return [...new Map(parts.map((part) => [String(part), part])).values()].filter(
    (part) => part.length > 0 && part.length < now.length,
  );
}

/** Blockers first; breached conditions only where nothing blocks. */
function breachedControls(knowledge: Knowledge, assessment: Assessment): readonly Control[] {
  const breached = assessment.findings.filter((finding) => finding.outcome === 'breached');
  const blockers = breached.filter((finding) => finding.severity === 'blocker');
  const decisive =
    blockers.length > 0 ? blockers : breached.filter((one) => one.severity === 'condition');
  const ids = new Set(decisive.map((finding) => finding.control));
  return knowledge.controls.filter((control) => ids.has(control.id));
}

/** One mend for each control, merged; sets that contradict themselves or grow too long fall out. */
function combine(
  mends: readonly (readonly (readonly Change[])[])[],
  knowledge: Knowledge,
): readonly (readonly Change[])[] {
  const sets = mends.reduce<readonly (readonly Change[])[]>(
    (partial, options) =>
      partial
        .flatMap((set) =>
          options.flatMap((option) => {
            const merged = mergeChanges(set, option, knowledge);
            return merged && merged.length <= changesMax ? [merged] : [];
          }),
        )
        .slice(0, setsMax),
    [[]],
  );
  return [...new Map(sets.map((set) => [keyOf(set), set])).values()];
}

function keyOf(changes: readonly Change[]): string {
  return changes
    .map((change) => `${change.fact}=${String(change.value)}`)
    .sort()
    .join('&');
}

/** Without detours, the best first. */
function best(ways: readonly Way[], others: readonly Way[], knowledge: Knowledge): readonly Way[] {
  return withoutDetours(ways, others).toSorted(
    (one, other) => rank(knowledge, one) - rank(knowledge, other),
  );
}

/** Drops ways that only add to a shorter one with as good a result. */
function withoutDetours(ways: readonly Way[], others: readonly Way[]): readonly Way[] {
  return ways.filter(
    (way) =>
      !others.some(
        (other) =>
          other !== way &&
          !isBetter(way.verdict, other.verdict) &&
          effort(other) < effort(way) &&
          other.changes.every((change) => way.changes.some((own) => asksFor(own, change))),
      ),
  );
}

/** Whether one change asks for all that another does. */
function asksFor(change: Change, other: Change): boolean {
  if (change.fact !== other.fact) return false;
  if (String(change.value) === String(other.value)) return true;
  return other.leaves?.every((value) => change.leaves?.includes(value)) ?? false;
}

function effort({ changes }: Way): number {
  return changes.reduce((sum, { leaves }) => sum + (leaves?.length ?? 1), 0);
}

/** Better verdicts first, then mending before another list or channel before leaving out, then fewer changes. */
function rank(knowledge: Knowledge, way: Way): number {
  const verdicts: readonly Verdict[] = ['allowed', 'allowed_with_conditions', 'needs_information'];
  const left = way.changes.filter((change) => change.leaves).length;
  const moved = way.changes.filter((change) => isMovingOn(knowledge, change)).length - left;
  return verdicts.indexOf(way.verdict) * 100 + left * 10 + moved * 5 + effort(way);
}

/** Another list, channel or market is more than a mend. */
function isMovingOn(knowledge: Knowledge, change: Change): boolean {
  return knowledge.facts.get(change.fact)?.kind === 'choices';
}
