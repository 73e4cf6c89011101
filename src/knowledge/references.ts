import { testsOf, type Condition, type Test } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import type { FactCatalog, FactDefinition } from '#domain/fact.ts';
import type { Rules } from '#domain/knowledge.ts';
import { nearest, type Fault } from '#knowledge/fault.ts';

const coreMax = 5;

/** Every name in the knowledge that points to nothing, and every rule of the house it breaks. */
export function referenceFaults(knowledge: Rules): readonly Fault[] {
  return [
    ...[...knowledge.facts.values()].flatMap((fact) => factFaults(fact, knowledge.facts)),
    ...coreFaults(knowledge.facts),
    ...knowledge.controls.flatMap((control) => controlFaults(control, knowledge)),
    ...packFaults(knowledge),
  ];
}

function factFaults(fact: FactDefinition, facts: FactCatalog): readonly Fault[] {
  const file = `facts/ (${fact.id})`;
  const optionless = fact.kind === 'date' || fact.kind === 'number';
  const faults = [
    ...(optionless || fact.options.length > 1 ? [] : [`needs at least two options`]),
    ...(fact.kind === 'form' && fact.options.length > 3
      ? ['a form has exactly shown, planned, left_out']
      : []),
    ...(fact.presume === undefined || fact.options.some((option) => option.id === fact.presume)
      ? []
      : [`presumes the unknown option "${fact.presume}"`]),
    ...fact.derive
      .filter((rule) => !fact.options.some((option) => option.id === rule.value))
      .map((rule) => `derives the unknown option "${rule.value}"`),
    ...fact.options.flatMap((option) =>
      [...option.lexicon.de, ...option.lexicon.en].flatMap((pattern) =>
        patternFault(option.id, pattern),
      ),
    ),
  ].map((message) => ({ file, message }));
  const conditions = [...(fact.core ? [fact.core] : []), ...fact.derive.map((rule) => rule.when)];
  return [...faults, ...conditions.flatMap((condition) => conditionFaults(condition, facts, file))];
}

function patternFault(option: string, pattern: string): readonly string[] {
  try {
    RegExp(pattern, 'u');
    return [];
  } catch {
    return [`${option}: "${pattern}" is not a regular expression`];
  }
}

function coreFaults(facts: FactCatalog): readonly Fault[] {
  const core = [...facts.values()].filter((fact) => fact.core);
  if (core.length <= coreMax) return [];
  const names = core.map((fact) => fact.id).join(', ');
  return [
    { file: 'facts/', message: `${core.length} core facts, at most ${coreMax} may be: ${names}` },
  ];
}

function controlFaults(control: Control, knowledge: Rules): readonly Fault[] {
  const file = `controls/${control.pack}/${control.id}.yaml`;
  const conditions = [control.when, control.unless, control.requires].filter(
    (one) => one !== undefined,
  );
  const ids = knowledge.controls.map((one) => one.id);
  const unknownOf = (names: readonly string[], known: readonly string[], what: string) =>
    names
      .filter((name) => !known.includes(name))
      .map((name) => ({
        file,
        message: `unknown ${what} "${name}"`,
        suggestion: nearest(name, known),
      }));
  return [
    ...conditions.flatMap((condition) => conditionFaults(condition, knowledge.facts, file)),
    ...unknownOf(control.cites, [...knowledge.passages.keys()], 'passage'),
    ...unknownOf(control.replaces, ids, 'control'),
    ...unknownOf([control.pack], [...knowledge.packs.keys()], 'pack'),
    ...unknownOf(
      control.cases.flatMap((one) => [...Object.keys(one.given), ...(one.ask ?? [])]),
      [...knowledge.facts.keys()],
      'fact',
    ),
    ...control.cases.flatMap((one) =>
      Object.entries(one.given).flatMap(([id, value]) => {
        const values = typeof value === 'object' && 'only' in value ? value.only : [value].flat();
        const test: Test = { kind: 'is', fact: id, values: values.map(String) };
        return optionFaults(test, knowledge.facts.get(id), file);
      }),
    ),
    ...(ids.filter((id) => id === control.id).length > 1
      ? [{ file, message: 'its id is used twice' }]
      : []),
    ...((control.severity === 'review') === (control.requires === undefined)
      ? []
      : [{ file, message: 'a review has no "requires"; every other control needs one' }]),
  ];
}

function conditionFaults(condition: Condition, facts: FactCatalog, file: string): readonly Fault[] {
  return testsOf(condition).flatMap((test) => {
    const fact = facts.get(test.fact);
    if (!fact) {
      const suggestion = nearest(test.fact, facts.keys());
      return [{ file, message: `unknown fact "${test.fact}"`, suggestion }];
    }
    return optionFaults(test, fact, file);
  });
}

function optionFaults(
  test: Test,
  fact: FactDefinition | undefined,
  file: string,
): readonly Fault[] {
  if (!fact || test.kind === 'within' || fact.options.length === 0) return [];
  const known = fact.options.map((option) => option.id);
  return test.values
    .filter((value) => !known.includes(value))
    .map((value) => ({
      file,
      message: `"${test.fact}" has no option "${value}"`,
      suggestion: nearest(value, known),
    }));
}

function packFaults(knowledge: Rules): readonly Fault[] {
  const known = [...knowledge.packs.keys()];
  const topics = new Set([...knowledge.packs.values()].flatMap((pack) => pack.notCovered));
  const conditions = [...topics].flatMap(({ when }) => when ?? []);
  const unknown = conditions.flatMap((one) => conditionFaults(one, knowledge.facts, 'topics.yaml'));
  const missing = [...knowledge.packs.values()].flatMap((pack) =>
    pack.buildsOn
      .filter((id) => !known.includes(id))
      .map((id) => ({
        file: 'packs.yaml',
        message: `unknown pack "${id}"`,
        suggestion: nearest(id, known),
      })),
  );
  return [...unknown, ...missing];
}
