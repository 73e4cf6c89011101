import type { Condition, Range, Test } from '#domain/condition.ts';
import type { Fact, Facts } from '#domain/fact.ts';
import { every, known, negate, some, unknown, type Truth } from '#domain/truth.ts';

/**
 * Evaluates a condition in three values.
 *
 * `liftsIf` is the truth value that would take a control out of the way: `false` for `when`,
 * `true` for `unless` and `requires`. An unconfirmed fact that would lift counts as unknown there;
 * one that stands in the way counts at once. So what was only read can never clear a campaign.
 */
export function evaluate(condition: Condition, facts: Facts, liftsIf: boolean): Truth {
  switch (condition.kind) {
    case 'all':
      return every(condition.parts.map((part) => evaluate(part, facts, liftsIf)));
    case 'any':
      return some(condition.parts.map((part) => evaluate(part, facts, liftsIf)));
    case 'not':
      return negate(evaluate(condition.part, facts, !liftsIf));
    case 'is':
    case 'only':
    case 'within':
      return cautiously(condition, facts[condition.fact], liftsIf);
  }
}

function cautiously(test: Test, fact: Fact | undefined, liftsIf: boolean): Truth {
  if (fact === undefined) return unknown(test.fact);
  const truth = plainly(test, fact);
  return truth.known && truth.value === liftsIf && !fact.confirmed ? unknown(test.fact) : truth;
}

function plainly(test: Test, fact: Fact): Truth {
  switch (test.kind) {
    case 'is':
      return typeof fact.value === 'object'
        ? contains(test.fact, test.values, fact)
        : isOneOf(test.values, String(fact.value));
    case 'only':
      return consistsOf(test.fact, test.values, fact);
    case 'within':
      return known(isWithin(test.range, fact.value));
  }
}

/** Listed is true; not listed is false only if the list is complete and leaves the option no room. */
function contains(id: string, wanted: readonly string[], fact: Fact): Truth {
  const listed = typeof fact.value === 'object' ? fact.value : [];
  if (wanted.some((option) => listed.includes(option))) return known(true);
  const open = !fact.complete || wanted.some((option) => fact.unclear?.includes(option));
  return open ? unknown(id) : known(false);
}

function consistsOf(id: string, allowed: readonly string[], fact: Fact): Truth {
  const listed = typeof fact.value === 'object' ? fact.value : [String(fact.value)];
  if (listed.some((option) => !allowed.includes(option))) return known(false);
  const stray = fact.unclear?.some((option) => !allowed.includes(option)) ?? false;
  const settled = typeof fact.value !== 'object' || (fact.complete === true && !stray);
  return settled ? known(listed.length > 0) : unknown(id);
}

/** A duty that is planned is neither fulfilled nor given up: open, with nothing left to ask. */
function isOneOf(wanted: readonly string[], value: string): Truth {
  if (wanted.includes(value)) return known(true);
  return value === 'planned' && wanted.includes('shown') ? unknown() : known(false);
}

function isWithin(range: Range, value: Fact['value']): boolean {
  if (typeof value === 'number') {
    return value >= (range.min ?? -Infinity) && value <= (range.max ?? Infinity);
  }
  if (typeof value !== 'string') return false;
  return value >= (range.from ?? '') && value <= (range.until ?? '\uffff');
}
