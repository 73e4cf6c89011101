import { expect, test } from 'vitest';
import type { Control } from '#domain/control.ts';
import { sweep } from '#knowledge/sweep.ts';
import { knowledge, today } from '../samples.ts';

const walk = { campaigns: 1_000, seed: 7, asOf: today };

test('random campaigns reach every outcome that a rule declares, and no rules contradict each other', () => {
  const { unreached, contradictions } = sweep(knowledge, { ...walk, campaigns: 5_000 });

  expect(unreached).toEqual([]);
  expect(contradictions).toEqual([]);
});

test('the same seed finds the same', () => {
  expect(sweep(knowledge, walk)).toEqual(sweep(knowledge, walk));
});

test('two rules that demand the opposite of each other are found', () => {
  const { control, opposite } = planted();

  const { contradictions } = sweep({ ...knowledge, controls: [control, opposite] }, walk);

  expect(contradictions[0]).toContain(`${control.id} and ${opposite.id}`);
});

test('a rule that nothing can reach any more is found', () => {
  const { control } = planted();
  const over = { ...control, id: 'over', valid: { until: '2020-01-01' } };

  const { unreached } = sweep({ ...knowledge, controls: [over] }, walk);

  expect(new Set(unreached.map((one) => one.outcome))).toEqual(
    new Set(['met', 'breached', 'open', 'not-applicable']),
  );
});

/** A rule of the base, and one that forbids what it demands. */
function planted(): { readonly control: Control; readonly opposite: Control } {
  const control = knowledge.controls.find(
    ({ requires, severity, status, valid }) =>
      requires?.kind === 'is' && severity === 'blocker' && status === 'in-force' && !valid.from,
  );
  if (!control?.requires) throw new Error('No rule with one requirement.');
  return {
    control,
    opposite: {
      ...control,
      id: 'opposite',
      requires: { kind: 'not', part: control.requires },
      cases: control.cases.map((one) => ({
        ...one,
        expect: one.expect === 'met' ? 'breached' : one.expect === 'breached' ? 'met' : one.expect,
      })),
    },
  };
}
