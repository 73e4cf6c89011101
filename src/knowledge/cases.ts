import type { Condition, Test } from '#domain/condition.ts';
import { assess, type Control, type ControlCase, type Outcome } from '#domain/control.ts';
import { factsGiven } from '#knowledge/given.ts';
import type { Fault } from '#knowledge/fault.ts';

/** Runs the cases of a control, and checks that they would notice a change of it. */
export function caseFaults(control: Control): readonly Fault[] {
  const file = `controls/${control.pack}/${control.id}.yaml`;
  const failed = control.cases.flatMap((one, index) => {
    const difference = differenceOf(control, one);
    return difference ? [`case ${index + 1}: ${difference}`] : [];
  });
  if (failed.length > 0) return failed.map((message) => ({ file, message }));
  return [...missingOutcomes(control), ...unnoticedChanges(control)].map((message) => ({
    file,
    message,
  }));
}

/** What is wrong with a case, in words; nothing if it holds. */
export function differenceOf(control: Control, one: ControlCase): string | undefined {
  const finding = assess(control, factsGiven(one.given));
  if (finding.outcome !== one.expect) return `expected ${one.expect}, is ${finding.outcome}`;
  if (!one.ask) return undefined;
  const asked = [...finding.missing].sort().join(', ');
  return asked === [...one.ask].sort().join(', ') ? undefined : `asks for [${asked}]`;
}

function missingOutcomes(control: Control): readonly string[] {
  const possible: readonly Outcome[] = control.requires
    ? ['not-applicable', 'met', 'breached', 'open']
    : ['not-applicable', 'open'];
  const always = control.when.kind === 'all' && control.when.parts.length === 0 && !control.unless;
  return possible
    .filter((outcome) => !(always && outcome === 'not-applicable'))
    .filter((outcome) => !control.cases.some((one) => one.expect === outcome))
    .map((outcome) => `has no case that ends in "${outcome}"`);
}

function unnoticedChanges(control: Control): readonly string[] {
  return (['when', 'unless', 'requires'] as const).flatMap((part) => {
    const condition = control[part];
    if (!condition) return [];
    return mutantsOf(condition)
      .filter(({ mutant }) => {
        const changed = { ...control, [part]: mutant };
        return control.cases.every((one) => differenceOf(changed, one) === undefined);
      })
      .map(({ what }) => `no case notices when in "${part}" ${what}`);
  });
}

type Mutant = { readonly what: string; readonly mutant: Condition };

/** The condition with one thing changed: a part dropped, all and any swapped, a value dropped, a test negated. */
export function mutantsOf(condition: Condition): readonly Mutant[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return groupMutants(condition);
    case 'not':
      return [
        { what: 'the "not" is dropped', mutant: condition.part },
        ...mutantsOf(condition.part).map((one) => ({
          ...one,
          mutant: { kind: 'not' as const, part: one.mutant },
        })),
      ];
    case 'is':
    case 'only':
      return valueMutants(condition);
    case 'within':
      return [negated(condition)];
  }
}

function groupMutants(condition: Extract<Condition, { kind: 'all' | 'any' }>): readonly Mutant[] {
  const { kind, parts } = condition;
  const swapped: Condition = { kind: kind === 'all' ? 'any' : 'all', parts };
  return [
    ...(parts.length > 1 ? [{ what: `"${kind}" is swapped`, mutant: swapped }] : []),
    ...parts.flatMap((part, index) => {
      const others = parts.filter((_, at) => at !== index);
      const replaced = (mutant: Condition): Condition => ({
        kind,
        parts: parts.with(index, mutant),
      });
      return [
        ...(parts.length > 1
          ? [{ what: `"${describe(part)}" is dropped`, mutant: { kind, parts: others } }]
          : []),
        ...mutantsOf(part).map((one) => ({ ...one, mutant: replaced(one.mutant) })),
      ];
    }),
  ];
}

function valueMutants(test: Extract<Test, { kind: 'is' | 'only' }>): readonly Mutant[] {
  const { values } = test;
  const fewer =
    values.length > 1
      ? values.map((value) => ({
          what: `"${test.fact}: ${value}" is dropped`,
          mutant: { ...test, values: values.filter((one) => one !== value) },
        }))
      : [];
  return [negated(test), ...fewer];
}

function negated(test: Test): Mutant {
  return { what: `"${describe(test)}" is negated`, mutant: { kind: 'not', part: test } };
}

function describe(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.map(describe).join(`, ${condition.kind} `);
    case 'not':
      return `not ${describe(condition.part)}`;
    case 'is':
    case 'only':
      return `${condition.fact}: ${condition.values.join('|')}`;
    case 'within':
      return `${condition.fact} in range`;
  }
}
