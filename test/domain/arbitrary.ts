import fc from 'fast-check';
import { always, type Condition } from '#domain/condition.ts';
import type { Control, Severity } from '#domain/control.ts';
import type { Fact, FactDefinition, FactKind, Facts } from '#domain/fact.ts';
import type { Knowledge, Pack } from '#domain/knowledge.ts';
import { aFact as plainFact, anOption } from '../facts.ts';
import { knowledge } from '../samples.ts';

const text = (words: string) => ({ de: words, en: words });

/** A fact of a small made-up vocabulary whose every option can be moved to or left out. */
export function aFact(
  id: string,
  kind: FactKind,
  options: readonly string[],
  more: Partial<FactDefinition> = {},
): FactDefinition {
  const changeable = options.map((option) =>
    anOption(option, {
      do: text(`make ${id} ${option}`),
      without: kind === 'choices' ? text(`leave out ${option}`) : undefined,
    }),
  );
  return plainFact(id, kind, changeable, more);
}

export const vocabulary = new Map(
  [
    aFact('markets', 'choices', ['DE', 'US', 'XX'], { role: 'markets', core: always }),
    aFact('consent', 'yes-no', ['yes', 'no']),
    aFact('basis', 'choice', ['a', 'b', 'c']),
    aFact('parts', 'choices', ['x', 'y', 'z']),
    aFact('label', 'form', ['shown', 'planned', 'left_out']),
  ].map((fact) => [fact.id, fact] as const),
);

const anyTest: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('yes', 'no').map((value) => is('consent', value)),
  fc
    .subarray(['a', 'b', 'c'], { minLength: 1, maxLength: 2 })
    .map((values) => is('basis', ...values)),
  fc
    .subarray(['x', 'y', 'z'], { minLength: 1, maxLength: 2 })
    .map((values) => is('parts', ...values)),
  fc
    .subarray(['x', 'y', 'z'], { minLength: 1, maxLength: 2 })
    .map((values): Condition => ({ kind: 'only', fact: 'parts', values })),
  fc.constantFrom('shown', 'left_out').map((value) => is('label', value)),
);

function is(fact: string, ...values: readonly string[]): Condition {
  return { kind: 'is', fact, values };
}

export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyTest,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      parts: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    }),
    tie('node').map((part): Condition => ({ kind: 'not', part })),
  ),
})).node;

const anyControl: fc.Arbitrary<Omit<Control, 'id'>> = fc
  .record({
    pack: fc.constantFrom('de', 'us', 'ethics'),
    severity: fc.constantFrom<Severity>('blocker', 'condition', 'advice', 'review', 'duty'),
    when: anyCondition,
    unless: fc.option(anyCondition, { nil: undefined }),
    requires: anyCondition,
  })
  .map(({ requires, ...rest }) => ({
    ...rest,
    requires: rest.severity === 'review' ? undefined : requires,
    title: text('title'),
    status: 'in-force',
    cites: [],
    replaces: [],
    checked: '2026-11-23',
    valid: {},
    reason: text('reason'),
    remedy: text('remedy'),
    cases: [],
  }));

export const anyKnowledge: fc.Arbitrary<Knowledge> = fc
  .array(anyControl, { minLength: 1, maxLength: 4 })
  .map((controls) =>
    aKnowledge(controls.map((control, index) => ({ ...control, id: `c${index}` }))),
  );

export function aKnowledge(controls: readonly Control[]): Knowledge {
  return {
    facts: vocabulary,
    packs: new Map([
      aPack('de', ['DE'], ['DE']),
      aPack('us', ['US'], ['US']),
      aPack('ethics', 'all', []),
    ]),
    controls,
    passages: new Map(),
    concepts: [],
    readingWords: knowledge.readingWords,
    version: 'test',
  };
}

function aPack(id: string, markets: Pack['markets'], covers: readonly string[]) {
  return [id, { id, name: text(id), markets, covers, buildsOn: [], notCovered: [] }] as const;
}

const anyOrigin = fc.constantFrom<{ origin: Fact['origin']; confirmed: boolean }>(
  { origin: 'person', confirmed: true },
  { origin: 'profile', confirmed: true },
  { origin: 'text', confirmed: false },
);

const anyValue: Readonly<Record<string, fc.Arbitrary<Pick<Fact, 'value' | 'complete'>>>> = {
  consent: fc.record({ value: fc.constantFrom('yes', 'no') }),
  basis: fc.record({ value: fc.constantFrom('a', 'b', 'c') }),
  label: fc.record({ value: fc.constantFrom('shown', 'planned', 'left_out') }),
  parts: fc.record({ value: fc.subarray(['x', 'y', 'z']), complete: fc.boolean() }),
};

/** Facts of a campaign in one or two markets; some unknown, some only read. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    markets: fc.subarray(['DE', 'US'], { minLength: 1 }),
    rest: fc.record(
      Object.fromEntries(
        Object.entries(anyValue).map(([id, value]) => [
          id,
          fc.option(
            fc.tuple(value, anyOrigin).map(([one, origin]) => ({ ...one, ...origin })),
            {
              nil: undefined,
            },
          ),
        ]),
      ),
    ),
  })
  .map(({ markets, rest }) => ({
    ...rest,
    markets: { value: markets, complete: true, origin: 'request', confirmed: true },
  }));

/** Every way to complete the open facts. */
export function completionsOf(facts: Facts): readonly Facts[] {
  const choices: Readonly<Record<string, readonly Fact['value'][]>> = {
    consent: ['yes', 'no'],
    basis: ['a', 'b', 'c'],
    label: ['shown', 'planned', 'left_out'],
    parts: [[], ['x'], ['y'], ['z'], ['x', 'y'], ['x', 'z'], ['y', 'z'], ['x', 'y', 'z']],
  };
  return Object.entries(choices).reduce<readonly Facts[]>(
    (partial, [id, values]) =>
      partial.flatMap((one) => {
        const now = facts[id];
        if (now?.confirmed && (typeof now.value !== 'object' || now.complete)) return [one];
        const listed = now?.confirmed && typeof now.value === 'object' ? now.value : [];
        return values
          .filter(
            (value) => typeof value !== 'object' || listed.every((part) => value.includes(part)),
          )
          .map((value) => ({ ...one, [id]: stated(value) }));
      }),
    [facts],
  );
}

/** A value as a person states it. */
export function stated(value: Fact['value']): Fact {
  return { value, origin: 'person', confirmed: true, complete: true };
}
