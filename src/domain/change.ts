import { conditionsOf } from '#domain/completions.ts';
import { testsOf } from '#domain/condition.ts';
import { assess, type Control } from '#domain/control.ts';
import { valuesOf, type FactDefinition, type Facts, type FactValue } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Bilingual } from '#domain/language.ts';

/** One thing to do, and the fact it changes. */
export type Change = {
  readonly fact: string;
  readonly value: FactValue;
  readonly do: Bilingual;
  /** The parts of a list that are left out; absent where something else takes their place. */
  readonly leaves?: readonly string[];
};

const mendsMax = 12;
const leavesMax = 3;

/** Of longer lists, not every part is tried: a single value is left out, or everything but one. */
const listMax = 4;

/** The smallest sets of changes (one or two) after which a control no longer stands in the way. */
export function mendsOf(
  knowledge: Knowledge,
  facts: Facts,
  control: Control,
): readonly (readonly Change[])[] {
  const lifts = (changes: readonly Change[]) =>
    assess(control, applyChanges(facts, changes)).outcome !== 'breached';
  const single = changesFor(knowledge, facts, control);
  const helpful = single.filter((change) => lifts([change]));
  const one = helpful.filter((change) => !leavesTooMuch(change, helpful)).map((change) => [change]);
  const rest = single.filter((change) => !lifts([change]) && (change.leaves?.length ?? 1) === 1);
  const two = rest.flatMap((first, index) =>
    rest
      .slice(index + 1)
      .filter((second) => second.fact !== first.fact && lifts([first, second]))
      .map((second) => [first, second]),
  );
  return [...one, ...two].slice(0, mendsMax);
}

/** The facts after somebody has done what the changes say. */
export function applyChanges(facts: Facts, changes: readonly Change[]): Facts {
  return changes.reduce<Facts>((changed, { fact, value, leaves }) => {
    const now = changed[fact];
    const list = typeof value === 'object' ? { complete: now?.complete ?? false } : {};
    // Who leaves a part out has said nothing about what else may be there.
    const unclear = leaves && now?.unclear ? { unclear: now.unclear } : {};
    return {
      ...changed,
      [fact]: { value, origin: 'person', confirmed: true, ...list, ...unclear },
    };
  }, facts);
}

/** The parts of a list that could be left out, the fewest first. */
export function departuresFrom(definition: FactDefinition, facts: Facts): readonly Change[] {
  const now = valuesOf(facts[definition.id]);
  const canGo = definition.options.filter((one) => one.without && now.includes(one.id));
  const parts = partsOf(
    canGo.map((option) => option.id),
    now,
  );
  return parts.flatMap((leaves) => departureFrom(definition, now, leaves) ?? []);
}

/** Leaving these parts of a list out, if that is possible: the list without them, and what to do for that. */
export function departureFrom(
  definition: FactDefinition,
  now: readonly string[],
  leaves: readonly string[],
): Change | undefined {
  const rest = now.filter((value) => !leaves.includes(value));
  const nothing = definition.options.filter((one) => one.exclusive).map((one) => one.id);
  const texts = definition.options.flatMap(({ id, without }) =>
    without && leaves.includes(id) ? [without] : [],
  );
  // A campaign that reaches nobody is no way to yes: only a list that knows "none of these" may run empty.
  if (texts.length < leaves.length || (rest.length === 0 && nothing.length === 0)) return undefined;
  const value = rest.length > 0 ? rest : nothing;
  return { fact: definition.id, value, do: inARow(texts), leaves };
}

/** The changes of both, unless they contradict each other; two departures from one list become one. */
export function mergeChanges(
  set: readonly Change[],
  more: readonly Change[],
  { facts: catalog }: Pick<Knowledge, 'facts'>,
): readonly Change[] | undefined {
  const merged = [...set];
  for (const change of more) {
    const at = merged.findIndex((one) => one.fact === change.fact);
    const same = merged[at];
    if (same === undefined) merged.push(change);
    else if (same.leaves && change.leaves) {
      const definition = catalog.get(change.fact);
      const leaves = [...new Set([...same.leaves, ...change.leaves])];
      const both = definition && departureFrom(definition, listed(same), leaves);
      if (!both) return undefined;
      merged[at] = both;
    } else if (String(same.value) !== String(change.value)) return undefined;
  }
  return merged;
}

/** The whole list from which a change leaves something out. */
function listed({ value, leaves = [] }: Change): readonly string[] {
  return [...[value].flat().map(String), ...leaves];
}

/** What could be changed about the facts that a control looks at; what splits a campaign comes elsewhere. */
function changesFor(knowledge: Knowledge, facts: Facts, control: Control): readonly Change[] {
  const tests = conditionsOf(control).flatMap(testsOf);
  const ids = [...new Set(tests.map((test) => test.fact))];
  return ids
    .flatMap((id) => knowledge.facts.get(id) ?? [])
    .filter((fact) => fact.changeable && fact.role !== 'markets')
    .flatMap((fact) => [...movesTo(fact, facts), ...(fact.splits ? [] : leavesOf(fact, facts))]);
}

/** Moving to another value: with a list, it takes the place of all that stood there. */
function movesTo(definition: FactDefinition, facts: Facts): readonly Change[] {
  const now = valuesOf(facts[definition.id]);
  const isList = definition.kind === 'choices';
  return definition.options
    .filter((option) => option.do && !now.includes(option.id))
    .map((option) => ({
      fact: definition.id,
      value: isList ? [option.id] : option.id,
      do: option.do ?? option.label,
    }));
}

function leavesOf(definition: FactDefinition, facts: Facts): readonly Change[] {
  return definition.kind === 'choices' ? departuresFrom(definition, facts) : [];
}

/** Whether leaving out less of the same list would do as well. */
function leavesTooMuch({ fact, leaves }: Change, others: readonly Change[]): boolean {
  if (!leaves) return false;
  return others.some(
    (other) =>
      other.fact === fact &&
      other.leaves !== undefined &&
      other.leaves.length < leaves.length &&
      other.leaves.every((value) => leaves.includes(value)),
  );
}

/** Which values to leave out together, the fewest first. */
function partsOf(canGo: readonly string[], now: readonly string[]): readonly (readonly string[])[] {
  if (now.length > listMax) {
    const allBut = now.map((kept) => canGo.filter((value) => value !== kept));
    return [...canGo.map((value) => [value]), ...allBut.filter((part) => part.length > 1)];
  }
  const subsets = canGo.reduce<readonly (readonly string[])[]>(
    (partial, value) => [...partial, ...partial.map((part) => [...part, value])],
    [[]],
  );
  return subsets
    .filter((part) => part.length > 0 && part.length <= leavesMax)
    .toSorted((one, other) => one.length - other.length);
}

function inARow(texts: readonly Bilingual[]): Bilingual {
  return {
    de: texts.map((text) => text.de).join(' '),
    en: texts.map((text) => text.en).join(' '),
  };
}
