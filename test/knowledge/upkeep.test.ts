import { expect, test } from 'vitest';
import { upkeepOf } from '#knowledge/upkeep.ts';
import { knowledge, muster, today } from '../samples.ts';

test('every fact of the base is asked for by a rule, or plays a role', () => {
  expect(upkeepOf(knowledge, muster.routes, today).unusedFacts).toEqual([]);
});

test('whoever has not compared a rule with the law for more than a year is told which', () => {
  const [first] = knowledge.controls;
  const old = { ...knowledge, controls: [{ ...first, checked: '2025-11-22' }] };

  const { overdue } = upkeepOf(old as typeof knowledge, muster.routes, today);

  expect(overdue).toContainEqual({ id: first?.id, checked: '2025-11-22' });
});

test('a fact that no rule looks at any more is named', () => {
  const [unused] = upkeepOf({ ...knowledge, controls: [] }, [], today).unusedFacts;

  expect(unused).toBeDefined();
});
