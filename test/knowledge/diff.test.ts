import { expect, test } from 'vitest';
import { differenceBetween } from '#knowledge/diff.ts';
import { factsGiven } from '#knowledge/given.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { knowledge, today } from '../samples.ts';

const nothing = { added: [], removed: [], changed: [] };

test('a base does not differ from itself', () => {
  expect(differenceBetween(knowledge, knowledge, [])).toEqual({
    facts: nothing,
    controls: nothing,
    passages: nothing,
    packs: nothing,
    impact: [],
  });
});

test('who makes a rule graver sees the rule, the part, and the campaigns that fall', () => {
  const { control, campaign } = aBreachedCondition();
  const graver: Knowledge = {
    ...knowledge,
    controls: knowledge.controls.map((one) =>
      one.id === control ? { ...one, severity: 'blocker' } : one,
    ),
  };

  const { controls, impact } = differenceBetween(knowledge, graver, [campaign]);

  expect(controls).toEqual({ ...nothing, changed: [{ id: control, parts: ['severity'] }] });
  expect(impact).toMatchObject([{ campaign: campaign.id, after: 'not_allowed' }]);
  expect(impact[0]?.controls).toContain(control);
});

test('a rule that was dropped and one that is new are told by name', () => {
  const [first, ...rest] = knowledge.controls;
  const fewer = { ...knowledge, controls: rest };

  expect(differenceBetween(knowledge, fewer, []).controls.removed).toEqual([first?.id]);
  expect(differenceBetween(fewer, knowledge, []).controls.added).toEqual([first?.id]);
});

/** A campaign that breaches a condition of the base, in a market of its pack. */
function aBreachedCondition() {
  const markets = [...knowledge.facts.values()].find(({ role }) => role === 'markets')?.id ?? '';
  for (const control of knowledge.controls) {
    const breach = control.cases.find(({ expect: outcome }) => outcome === 'breached');
    const served = knowledge.packs.get(control.pack)?.markets;
    if (control.severity !== 'condition' || !breach || !Array.isArray(served)) continue;
    const facts = factsGiven({ ...breach.given, [markets]: { only: [String(served[0])] } });
    return { control: control.id, campaign: { id: 'campaign-1', facts, asOf: today } };
  }
  throw new Error('No condition that can be breached.');
}
