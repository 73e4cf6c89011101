import type { Condition, Test } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import type { FactDefinition } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';

/** What an answer can do for a campaign: clear it of something, or hold something against it. */
export type Leaning = { readonly lifts: boolean; readonly burdens: boolean };

/** How each option of each fact leans, worked out from the conditions of the controls. */
export type Leanings = (fact: string, option: string) => Leaning;

const neither: Leaning = { lifts: false, burdens: false };

/**
 * An option lifts where it makes an exception hold or a requirement met, and burdens where it makes
 * a control apply or a requirement fail. Controls that never change a verdict do not count.
 */
export function leaningsOf({ facts, controls }: Pick<Knowledge, 'facts' | 'controls'>): Leanings {
  const leanings = new Map<string, Leaning>();
  for (const effect of controls.filter(decides).flatMap(effectsOf)) {
    const fact = facts.get(effect.test.fact);
    for (const [option, { lifts, burdens }] of fact ? leaningsIn(fact, effect) : []) {
      const key = `${effect.test.fact} ${option}`;
      const before = leanings.get(key) ?? neither;
      leanings.set(key, { lifts: before.lifts || lifts, burdens: before.burdens || burdens });
    }
  }
  return (fact, option) => leanings.get(`${fact} ${option}`) ?? neither;
}

/** A test and what its truth does: `lifts` and `burdens` name the truth value that does so. */
type Effect = { readonly test: Test; readonly lifts?: boolean; readonly burdens?: boolean };

function decides({ status, severity }: Control): boolean {
  return status === 'in-force' && severity !== 'advice';
}

function effectsOf({ when, unless, requires }: Control): readonly Effect[] {
  return [
    // That a control does not apply because of another channel or market is no merit of the answer.
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

function leaningsIn(fact: FactDefinition, effect: Effect): readonly (readonly [string, Leaning])[] {
  const { test } = effect;
  if (test.kind === 'within') return [];
  return fact.options.map(({ id }) => {
    const truth = truthOf(fact, test, id);
    const leaning =
      truth === undefined
        ? neither
        : { lifts: effect.lifts === truth, burdens: effect.burdens === truth };
    return [id, leaning] as const;
  });
}

/** What a test says as soon as the option is known to hold; of a list, other parts may say otherwise. */
function truthOf(fact: FactDefinition, test: Test, option: string): boolean | undefined {
  if (test.kind === 'within') return undefined;
  const listed = test.values.includes(option);
  if (fact.kind !== 'choices') return listed;
  if (test.kind === 'only') return listed;
  return listed ? true : undefined;
}
