import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsToAsk } from '#domain/asking.ts';
import { assessCampaign, isBetter, type Assessment } from '#domain/assessment.ts';
import { assess } from '#domain/control.ts';
import type { Facts } from '#domain/fact.ts';
import { applyChanges, waysToYes } from '#domain/way-to-yes.ts';
import { anyFacts, anyKnowledge, completionsOf, stated } from './arbitrary.ts';

const day = '2026-11-23';
const runs = { numRuns: 400 };
const verdictOf = (assessment: Assessment) => assessment.verdict;

describe('the verdict', () => {
  test('does not depend on the order of controls and facts', () => {
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, facts) => {
        const turned = { ...knowledge, controls: [...knowledge.controls].reverse() };
        const shuffled = Object.fromEntries(Object.entries(facts).reverse());

        expect(verdictOf(assessCampaign(turned, shuffled, day))).toBe(
          verdictOf(assessCampaign(knowledge, facts, day)),
        );
      }),
      runs,
    );
  });

  test('that is "allowed" stays clear of "not allowed" however the open facts turn out', () => {
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, facts) => {
        fc.pre(assessCampaign(knowledge, facts, day).verdict === 'allowed');

        const verdicts = completionsOf(facts).map(
          (one) => assessCampaign(knowledge, one, day).verdict,
        );

        expect(verdicts).not.toContain('not_allowed');
      }),
      runs,
    );
  });

  test('is never "allowed" while a review applies or may apply', () => {
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, facts) => {
        const { findings, verdict } = assessCampaign(knowledge, facts, day);
        fc.pre(findings.some((one) => one.severity === 'review' && one.outcome === 'open'));

        expect(verdict).not.toBe('allowed');
      }),
      runs,
    );
  });

  test('is not lifted by anything that is unconfirmed', () => {
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, facts) => {
        const confirmedOnly = withoutUnconfirmed(facts);

        for (const control of knowledge.controls) {
          const outcome = assess(control, facts).outcome;
          if (outcome === 'breached' || outcome === 'open') continue;
          expect(assess(control, confirmedOnly).outcome).toBe(outcome);
        }
        expect(
          isBetter(
            assessCampaign(knowledge, facts, day).verdict,
            assessCampaign(knowledge, confirmedOnly, day).verdict,
          ),
        ).toBe(false);
      }),
      runs,
    );
  });

  test('never turns from "not allowed" to "allowed" because a profile fact is taken away', () => {
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, facts) => {
        const standing = Object.keys(facts).filter((id) => facts[id]?.origin === 'profile');
        fc.pre(
          standing.length > 0 && assessCampaign(knowledge, facts, day).verdict === 'not_allowed',
        );

        for (const id of standing) {
          const without = { ...facts, [id]: undefined };
          expect(assessCampaign(knowledge, without, day).verdict).not.toBe('allowed');
        }
      }),
      runs,
    );
  });

  test('of several markets is the strictest', () => {
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, facts) => {
        const { verdict, verdicts } = assessCampaign(knowledge, facts, day);

        expect(Object.values(verdicts)).toContain(verdict);
        expect(Object.values(verdicts).some((one) => isBetter(verdict, one))).toBe(false);
      }),
      runs,
    );
  });
});

describe('a question', () => {
  test('is asked only if some answer changes the verdict', () => {
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, facts) => {
        const asked = factsToAsk(
          knowledge,
          facts,
          assessCampaign(knowledge, facts, day),
          new Set(),
        );

        for (const id of asked) expect(changesVerdict(knowledge, facts, id)).toBe(true);
      }),
      runs,
    );
  });

  test('is not asked again after "I do not know"', () => {
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, facts) => {
        const assessment = assessCampaign(knowledge, facts, day);
        const [first] = factsToAsk(knowledge, facts, assessment, new Set());
        fc.pre(first !== undefined);

        expect(factsToAsk(knowledge, facts, assessment, new Set([first ?? '']))).not.toContain(
          first,
        );
      }),
      runs,
    );
  });

  test('remains whenever information is missing that facts can give', () => {
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, some) => {
        const facts = withoutUnconfirmed(some);
        const assessment = assessCampaign(knowledge, facts, day);
        fc.pre(assessment.verdict === 'needs_information');
        const reached = new Set(
          completionsOf(facts).map((one) => assessCampaign(knowledge, one, day).verdict),
        );
        fc.pre(reached.size > 1);

        expect(factsToAsk(knowledge, facts, assessment, new Set())).not.toHaveLength(0);
      }),
      runs,
    );
  });
});

describe('a way to yes', () => {
  test('lifts the verdict when one does what it says', () => {
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, facts) => {
        const assessment = assessCampaign(knowledge, facts, day);

        for (const way of waysToYes(knowledge, facts, day, assessment)) {
          const after = assessCampaign(knowledge, applyChanges(facts, way.changes), day).verdict;
          expect(after).toBe(way.verdict);
          expect(isBetter(after, assessment.verdict)).toBe(true);
          expect(way.changes.length).toBeLessThanOrEqual(3);
        }
      }),
      runs,
    );
  });

  test('is found for most campaigns that are not allowed', () => {
    const stuck: string[] = [];
    let blocked = 0;
    fc.assert(
      fc.property(anyKnowledge, anyFacts, (knowledge, facts) => {
        const assessment = assessCampaign(knowledge, facts, day);
        if (assessment.verdict !== 'not_allowed') return;
        blocked += 1;
        if (waysToYes(knowledge, facts, day, assessment).length === 0) stuck.push('one');
      }),
      { numRuns: 5_000, seed: 7 },
    );

    expect(blocked).toBeGreaterThan(150);
    expect(stuck.length / blocked).toBeLessThan(0.35);
  });
});

function withoutUnconfirmed(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact?.confirmed));
}

/** By brute force: with everything else answered, some answer makes another verdict than none does. */
function changesVerdict(
  knowledge: Parameters<typeof assessCampaign>[0],
  facts: Facts,
  id: string,
): boolean {
  const completed = completionsOf(facts);
  const own = new Set(completed.map((one) => JSON.stringify(one[id]?.value)));
  const values = [...own].flatMap((value) =>
    value === undefined ? [] : [stated(JSON.parse(value))],
  );
  return completed.some((one) => {
    const asIs = assessCampaign(knowledge, { ...one, [id]: facts[id] }, day).verdict;
    return values.some(
      (value) => assessCampaign(knowledge, { ...one, [id]: value }, day).verdict !== asIs,
    );
  });
}
