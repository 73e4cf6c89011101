import { factsIn, testsOf, type Condition, type Test } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import {
  isSettled,
  valuesOf,
  type Fact,
  type FactCatalog,
  type FactDefinition,
  type Facts,
} from '#domain/fact.ts';

/** The ways in which a person could still answer what a set of controls leaves open. */
export type Openness = {
  /** The open facts of the controls, in the order in which they are read. */
  readonly facts: readonly string[];
  /** For each of them one value for every way in which the controls can tell values apart. */
  readonly candidates: ReadonlyMap<string, readonly Fact[]>;
};

/** What a set of controls leaves open. */
export function opennessOf(
  catalog: FactCatalog,
  controls: readonly Control[],
  facts: Facts,
): Openness {
  const conditions = controls.flatMap(conditionsOf);
  const open = [...new Set(conditions.flatMap(factsIn))].filter(
    (id) => !isSettled(facts[id]) || facts[id]?.confirmed !== true,
  );
  const tests = conditions.flatMap(testsOf);
  const candidates = open.map((id) => {
    const definition = catalog.get(id);
    const own = tests.filter((test) => test.fact === id);
    return [id, definition ? candidatesFor(definition, own, facts[id]) : []] as const;
  });
  return { facts: open, candidates: new Map(candidates) };
}

/** How many completions there are. */
export function countCompletions({ candidates }: Openness): number {
  return [...candidates.values()].reduce(
    (product, values) => product * Math.max(1, values.length),
    1,
  );
}

/** Every way to answer the open facts but one. */
export function completionsBut(id: string, openness: Openness, facts: Facts): readonly Facts[] {
  return openness.facts
    .filter((fact) => fact !== id)
    .reduce<readonly Facts[]>(
      (partial, fact) =>
        partial.flatMap((one) =>
          (openness.candidates.get(fact) ?? []).map((value) => ({ ...one, [fact]: value })),
        ),
      [facts],
    );
}

/** The conditions of a control, in the order in which they are read. */
export function conditionsOf(control: Control): readonly Condition[] {
  return [control.when, control.unless, control.requires].filter((one) => one !== undefined);
}

function candidatesFor(
  definition: FactDefinition,
  tests: readonly Test[],
  now: Fact | undefined,
): readonly Fact[] {
  return possibleValues(definition, tests, now).map((value) => ({
    value,
    origin: 'person',
    confirmed: true,
    complete: true,
  }));
}

function possibleValues(
  definition: FactDefinition,
  tests: readonly Test[],
  now: Fact | undefined,
): readonly Fact['value'][] {
  switch (definition.kind) {
    case 'yes-no':
    case 'choice':
    case 'form':
      return definition.options.map((option) => option.id);
    case 'choices':
      return possibleLists(definition, tests, now);
    case 'date':
      return tests.flatMap((test) =>
        test.kind === 'within'
          ? ['0001-01-01', test.range.from ?? '0001-01-01', test.range.until ?? '9999-12-31']
          : [],
      );
    case 'number':
      return tests.flatMap((test) =>
        test.kind === 'within'
          ? [test.range.min ?? 0, (test.range.min ?? 0) - 1, (test.range.max ?? 0) + 1]
          : [],
      );
  }
}

/**
 * What is listed stays listed, and what the tests name may join it: in every combination where it is
 * little, else one by one or all of it. One option stands for all that no test names.
 */
function possibleLists(
  definition: FactDefinition,
  tests: readonly Test[],
  now: Fact | undefined,
): readonly (readonly string[])[] {
  const listed = now?.confirmed ? valuesOf(now) : [];
  const named = [
    ...new Set(tests.flatMap((test) => (test.kind === 'within' ? [] : test.values))),
  ].filter((option) => !listed.includes(option));
  const outside = definition.options.find(({ id }) => !named.includes(id) && !listed.includes(id));
  const joining = outside ? [...named, outside.id] : named;
  const additions =
    joining.length <= combinedMax
      ? combinationsOf(joining)
      : [[], ...joining.map((option) => [option]), named];
  return additions
    .map((more) => [...listed, ...more])
    .filter((list) => list.length > 0 && !contradictsItself(definition, list));
}

/** Up to this many options of a list are tried in every combination. */
const combinedMax = 3;

function combinationsOf(options: readonly string[]): readonly (readonly string[])[] {
  return options.reduce<readonly (readonly string[])[]>(
    (sets, option) => [...sets, ...sets.map((set) => [...set, option])],
    [[]],
  );
}

/** "None of these" stands alone. */
function contradictsItself({ options }: FactDefinition, list: readonly string[]): boolean {
  return list.length > 1 && options.some(({ id, exclusive }) => exclusive && list.includes(id));
}
