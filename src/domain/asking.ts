import {
  strictest,
  verdictOf,
  withGaps,
  type Assessment,
  type Verdict,
} from '#domain/assessment.ts';
import {
  completionsBut,
  countCompletions,
  opennessOf,
  type Openness,
} from '#domain/completions.ts';
import { assess, type Control } from '#domain/control.ts';
import type { Facts } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';

/** How many questions are put at a time. */
export const questionsMax = 3;

/** Up to this many completions of all open controls are tried out; beyond, one control at a time. */
const completionsMax = 600;

/**
 * The facts worth asking for, the most decisive first: those of which some value, with some
 * completion of the other open facts, makes another verdict than leaving the fact open does.
 * What a person has answered with "I don't know" is not asked again.
 */
export function factsToAsk(
  knowledge: Knowledge,
  facts: Facts,
  assessment: Assessment,
  declined: ReadonlySet<string>,
): readonly string[] {
  if (assessment.verdict === 'not_allowed') return [];
  const open = openControls(knowledge, assessment);
  const score = new Map<string, number>();
  const add = (fact: string, points: number) => score.set(fact, (score.get(fact) ?? 0) + points);

  for (const fact of assessment.missingCore) add(fact, 1_000);
  const everything = opennessOf(knowledge.facts, open, facts);
  const isSmall = countCompletions(everything) <= completionsMax;
  for (const control of open) {
    const missing = assess(control, facts).missing;
    const group = isSmall ? open : [control];
    const openness = isSmall ? everything : opennessOf(knowledge.facts, [control], facts);
    for (const fact of missing) {
      if (matters(fact, group, openness, facts, assessment)) add(fact, pointsFor(control));
    }
  }
  const weight = (fact: string) =>
    (knowledge.facts.get(fact)?.weight ?? 5) + (score.get(fact) ?? 0);
  return [...score.keys()]
    .filter((fact) => !declined.has(fact))
    .sort((one, other) => weight(other) - weight(one));
}

function openControls(knowledge: Knowledge, assessment: Assessment): readonly Control[] {
  const open = new Set(
    assessment.findings
      .filter((finding) => finding.outcome === 'open' && finding.severity !== 'advice')
      .map((finding) => finding.control),
  );
  return knowledge.controls.filter((control) => open.has(control.id));
}

/** Whether a fact makes a difference under some completion of the others. */
function matters(
  fact: string,
  group: readonly Control[],
  openness: Openness,
  facts: Facts,
  assessment: Assessment,
): boolean {
  if (countCompletions(openness) > completionsMax) return true;
  const values = openness.candidates.get(fact) ?? [];
  return completionsBut(fact, openness, facts).some((completed) => {
    const asIs = verdictUnder(completed, group, assessment);
    return values.some(
      (value) => verdictUnder({ ...completed, [fact]: value }, group, assessment) !== asIs,
    );
  });
}

/**
 * The verdict with these facts, as far as the given open controls decide it. Open controls outside
 * the group are left out: each gets its own turn. What is settled stays settled.
 */
function verdictUnder(facts: Facts, group: readonly Control[], assessment: Assessment): Verdict {
  const settled = assessment.findings.filter((finding) => finding.outcome !== 'open');
  const markets = Object.keys(assessment.verdicts);
  const opened = group.map((control) => ({
    ...assess(control, facts),
    markets: assessment.findings.find((one) => one.control === control.id)?.markets ?? [],
  }));
  const findings = [...settled, ...opened];
  if (markets.length === 0) return verdictOf(findings, false);
  return strictest(
    markets.map((market) => {
      const own = findings.filter((finding) => finding.markets.includes(market));
      const verdict = verdictOf(own, assessment.uncovered.includes(market));
      return withGaps(verdict, assessment.gaps, market);
    }),
  );
}

function pointsFor(control: Control): number {
  return control.severity === 'blocker' ? 100 : 10;
}
