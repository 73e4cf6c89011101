import type { Condition, Test } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import type { FactDefinition } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';

/**
 * How far an answer helps a campaign: 1 only clears it of something, 0 only holds something against
 * it, in between it does both; a half also if it does nothing at all.
 */
export type Favour = (fact: string, option: string) => number;

/** How many controls an option can lift, and how many it can make apply or fail. */
type Leaning = { lifts: number; burdens: number };

/**
 * Works out from the conditions of the controls which answers are favourable. An option lifts where
 * it makes an exception hold or a requirement met, and burdens where it makes a control apply or a
 * requirement fail. Controls that never change a verdict do not count.
 */
export function favourOf({ facts, controls }: Pick<Knowledge, 'facts' | 'controls'>): Favour {
  const leanings = new Map<string, Leaning>();
  for (const control of controls.filter(decides)) {
    for (const [key, { lifts, burdens }] of leaningsIn(control, facts)) {
      const sum = leanings.getOrInsertComputed(key, () => ({ lifts: 0, burdens: 0 }));
      if (lifts) sum.lifts += 1;
      if (burdens) sum.burdens += 1;
    }
  }
  return (id, option) => {
    const own = leanings.get(keyOf(id, option));
    if (own) return own.lifts / (own.lifts + own.burdens);
    // An option that no control names stands beside options that some control holds against it.
    const siblings = (facts.get(id)?.options ?? []).flatMap(
      (one) => leanings.get(keyOf(id, one.id)) ?? [],
    );
    if (siblings.length === 0) return 0.5;
    return siblings.some(({ lifts }) => lifts > 0) ? 0 : 1;
  };
}

function keyOf(fact: string, option: string): string {
  return `${fact} ${option}`;
}

function decides({ status, severity }: Control): boolean {
  return status === 'in-force' && severity !== 'advice';
}

/** A test and what its truth does: `lifts` and `burdens` name the truth value that does so. */
type Effect = { readonly test: Test; readonly lifts?: boolean; readonly burdens?: boolean };

function leaningsIn(
  control: Control,
  facts: Knowledge['facts'],
): ReadonlyMap<string, { readonly lifts: boolean; readonly burdens: boolean }> {
  const leanings = new Map<string, { lifts: boolean; burdens: boolean }>();
  for (const { test, lifts, burdens } of effectsOf(control)) {
    const fact = facts.get(test.fact);
    for (const { id } of fact?.options ?? []) {
      const truth = fact && truthOf(fact, test, id);
      if (truth === undefined || (truth !== lifts && truth !== burdens)) continue;
      const leaning = leanings.getOrInsertComputed(keyOf(test.fact, id), () => ({
        lifts: false,
        burdens: false,
      }));
      leaning.lifts ||= truth === lifts;
      leaning.burdens ||= truth === burdens;
    }
  }
  return leanings;
}

/** That a control does not apply because the campaign is a different one is no merit of the answer. */
function effectsOf({ when, unless, requires }: Control): readonly Effect[] {
  return [
    ...signed(when, true).map(({ test, truth }) => ({ test, burdens: truth })),
    ...(unless ? signed(unless, true).map(({ test, truth }) => ({ test, lifts: truth })) : []),
    ...(requires
      ? signed(requires, true).map(({ test, truth }) => ({ test, lifts: truth, burdens: !truth }))
      : []),
  ];
}

/** The tests of a condition, each with the truth value that makes the whole more true. */
function signed(
  condition: Condition,
  truth: boolean,
): readonly { readonly test: Test; readonly truth: boolean }[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap((part) => signed(part, truth));
    case 'not':
      return signed(condition.part, !truth);
    case 'is':
    case 'only':
    case 'within':
      return [{ test: condition, truth }];
  }
}

/** What a test says as soon as the option is known to hold; of a list, other parts may say otherwise. */
function truthOf(fact: FactDefinition, test: Test, option: string): boolean | undefined {
  if (test.kind === 'within') return undefined;
  const listed = test.values.includes(option);
  if (fact.kind !== 'choices' || test.kind === 'only') return listed;
  return listed ? true : undefined;
}
