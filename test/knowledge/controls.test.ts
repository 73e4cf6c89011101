import { describe, expect, test } from 'vitest';
import { assess } from '#domain/control.ts';
import { caseFaults, mutantsOf } from '#knowledge/cases.ts';
import { factsGiven } from '#knowledge/given.ts';
import { loadKnowledge } from '#knowledge/load.ts';

const { controls } = loadKnowledge('knowledge');

describe.for([...controls])('control $id', (control) => {
  test.for([...control.cases])('is $expect given $given', ({ given, expect: outcome, ask }) => {
    const finding = assess(control, factsGiven(given));

    expect(finding.outcome).toBe(outcome);
    if (ask) expect([...finding.missing].sort()).toEqual([...ask].sort());
  });

  test('has a case for each outcome, and cases that notice every small change of it', () => {
    expect(caseFaults(control)).toEqual([]);
  });
});

test('a changed control is one with a part dropped, swapped or negated', () => {
  const condition = {
    kind: 'all',
    parts: [
      { kind: 'is', fact: 'a', values: ['x', 'y'] },
      { kind: 'not', part: { kind: 'only', fact: 'b', values: ['z'] } },
    ],
  } as const;

  expect(mutantsOf(condition).map(({ what }) => what)).toEqual([
    '"all" is swapped',
    '"a: x|y" is dropped',
    '"a: x|y" is negated',
    '"a: x" is dropped',
    '"a: y" is dropped',
    '"not b: z" is dropped',
    'the "not" is dropped',
    '"b: z" is negated',
  ]);
});
