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
 * The answers that can matter to some control; what a text seems to say about things that the
 * campaign has nothing to do with was most likely misread.
 */
export function relevantOnly(facts: Readings, controls: readonly Control[]): Readings {
  const believed = believedOf(facts);
  const speaking = controls.filter(({ status }) => status === 'in-force');
  const concerning = (id: string) =>
    speaking.filter(({ when, unless, requires }) =>
      [when, unless, requires].some((part) => part && factsIn(part).includes(id)),
    );
  return Object.fromEntries(
    Object.entries(facts).filter(([id, fact]) => {
      if (typeof fact?.value === 'object') return true;
      const own = concerning(id);
      return (
        own.length === 0 ||
        own.some(({ when }) => mayApply(evaluate(when, { ...believed, [id]: undefined }, false)))
      );
    }),
  );
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
