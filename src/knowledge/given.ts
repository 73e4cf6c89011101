import { saidByPerson, type Fact, type Facts } from '#domain/fact.ts';
import type { ControlCase } from '#domain/control.ts';

/** The facts of a worked example, as if a person had stated them; a plain list is not complete. */
export function factsGiven(given: ControlCase['given']): Facts {
  return Object.fromEntries(Object.entries(given).map(([id, value]) => [id, factGiven(value)]));
}

function factGiven(value: ControlCase['given'][string]): Fact {
  if (typeof value !== 'object') return saidByPerson(value);
  if ('only' in value) return saidByPerson(value.only);
  return { value, origin: 'person', confirmed: true, complete: false };
}
