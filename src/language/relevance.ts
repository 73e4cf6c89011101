import { factsIn } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import { evaluate } from '#domain/evaluate.ts';
import type { Fact } from '#domain/fact.ts';
import type { Readings } from '#domain/settle.ts';
import type { Truth } from '#domain/truth.ts';

/** Whether a control applies, if everything that was read holds and the lists are complete. */
export function reachOf(facts: Readings): (control: Control) => Truth {
  const believed = believedOf(facts);
  return ({ when }) => evaluate(when, believed, false);
}

/**
 * Keeps the answers that can matter to some control; what a text seems to say about things that the
 * campaign has nothing to do with was most likely misread.
 */
export function relevanceIn(controls: readonly Control[]): (facts: Readings) => Readings {
  const concerning = new Map<string, Control[]>();
  for (const control of controls.filter(({ status }) => status === 'in-force')) {
    const { when, unless, requires } = control;
    const named = [when, unless, requires].flatMap((part) => (part ? factsIn(part) : []));
    for (const id of new Set(named)) {
      concerning.getOrInsertComputed(id, () => []).push(control);
    }
  }
  return (facts) => {
    const believed = believedOf(facts);
    const matters = (id: string) => {
      const others = { ...believed, [id]: undefined };
      return (
        concerning.get(id)?.some(({ when }) => mayApply(evaluate(when, others, false))) ?? true
      );
    };
    return Object.fromEntries(
      Object.entries(facts).filter(([id, fact]) => typeof fact?.value === 'object' || matters(id)),
    );
  };
}

function mayApply(truth: Truth): boolean {
  return !truth.known || truth.value;
}

function believedOf(facts: Readings): Readings {
  return Object.fromEntries(
    Object.entries(facts).map(([id, fact]) => [id, fact && atItsWord(fact)]),
  );
}

function atItsWord(fact: Fact): Fact {
  return typeof fact.value === 'object'
    ? { ...fact, confirmed: true, complete: true }
    : { ...fact, confirmed: true };
}
