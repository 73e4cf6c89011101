import { describe, expect, test } from 'vitest';
import type { Condition } from '#domain/condition.ts';
import { favourOf } from '#domain/leaning.ts';
import { aFact, anOption } from '../facts.ts';
import { aControl } from '../language/readers.ts';

const consent = aFact(
  'consent',
  'choice',
  ['written', 'old', 'none'].map((id) => anOption(id)),
);
const ways = aFact(
  'ways',
  'choices',
  ['email', 'post', 'flyer'].map((id) => anOption(id)),
);
const facts = new Map([consent, ways].map((fact) => [fact.id, fact]));
const is = (fact: string, ...values: string[]): Condition => ({ kind: 'is', fact, values });

describe('which answers help a campaign', () => {
  test('what a requirement asks for helps, everything else burdens', () => {
    const favour = favourOf({
      facts,
      controls: [{ ...aControl('consent', 'written'), when: is('ways', 'email') }],
    });
    expect(favour('consent', 'written')).toBe(1);
    expect(favour('consent', 'none')).toBe(0);
    expect(favour('ways', 'email')).toBe(0);
  });

  test('an answer that meets one rule and breaks another is in between', () => {
    const favour = favourOf({
      facts,
      controls: [
        { ...aControl('consent', 'written'), requires: is('consent', 'written', 'old') },
        { ...aControl('consent', 'written'), id: 'strict' },
      ],
    });
    expect(favour('consent', 'old')).toBe(0.5);
  });

  test('an exception helps, and "not" turns round what stands in it', () => {
    const exempt = favourOf({
      facts,
      controls: [{ ...aControl('ways', 'post'), unless: is('consent', 'written') }],
    });
    expect(exempt('consent', 'written')).toBe(1);
    const forbidden = favourOf({
      facts,
      controls: [
        { ...aControl('ways', 'post'), requires: { kind: 'not', part: is('ways', 'email') } },
      ],
    });
    expect(forbidden('ways', 'email')).toBe(0);
  });

  test('a list that names one part says nothing about the others', () => {
    const favour = favourOf({ facts, controls: [aControl('ways', 'post')] });
    expect(favour('ways', 'post')).toBe(1);
    expect(favour('ways', 'email')).toBe(0);
  });

  test('an answer that only keeps rules from applying helps beside its burdensome siblings', () => {
    const favour = favourOf({
      facts,
      controls: [{ ...aControl('ways', 'post'), when: is('consent', 'none', 'old') }],
    });
    expect(favour('consent', 'written')).toBe(1);
    expect(favour('consent', 'none')).toBe(0);
  });

  test('advice, drafts and rules out of force do not count', () => {
    const control = aControl('consent', 'written');
    const controls = [
      { ...control, severity: 'advice' } as const,
      { ...control, status: 'draft' } as const,
      { ...control, status: 'retired' } as const,
    ];
    expect(favourOf({ facts, controls })('consent', 'written')).toBe(0.5);
  });
});
