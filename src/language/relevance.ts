import { factsIn } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import { evaluate } from '#domain/evaluate.ts';
import type { Fact } from '#domain/fact.ts';
import type { Readings } from '#domain/settle.ts';

/** Where a control stands, if everything that was read holds and nothing else does. */
export type Reach = (control: Control) => 'applies' | 'may-apply' | 'silent';

/** Takes what was read at its word, to see which controls a text has to do with at all. */
export function reachOf(facts: Readings): Reach {
  const believed = Object.fromEntries(
    Object.entries(facts).map(([id, fact]) => [id, fact && believedFact(fact)]),
  );
  return ({ status, when }) => {
    if (status !== 'in-force') return 'silent';
    const truth = evaluate(when, believed, false);
    if (!truth.known) return 'may-apply';
    return truth.value ? 'applies' : 'silent';
  };
}

function believedFact(fact: Fact): Fact {
  return typeof fact.value === 'object'
    ? { ...fact, confirmed: true, complete: true }
    : { ...fact, confirmed: true };
}

/**
 * The answers that matter to some control; what a text seems to say about things that the campaign
 * has nothing to do with was most likely misread.
 */
export function relevantOnly(facts: Readings, controls: readonly Control[]): Readings {
  const reach = reachOf(facts);
  const spokenOf = new Set<string>();
  const mattering = new Set<string>();
  for (const control of controls) {
    const { when, unless, requires } = control;
    const named = [when, unless, requires].flatMap((part) => (part ? factsIn(part) : []));
    for (const id of named) spokenOf.add(id);
    const isSilent = reach(control) === 'silent';
    for (const id of isSilent ? factsIn(when) : named) mattering.add(id);
  }
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([id, fact]) => typeof fact?.value === 'object' || mattering.has(id) || !spokenOf.has(id),
    ),
  );
}
