import { describe, expect, test } from 'vitest';
import type { Concept } from '#domain/concept.ts';
import { wordsOf } from '#retrieval/analyser.ts';
import { conceptFinder } from '#retrieval/concepts.ts';

const lexicon: readonly Concept[] = [
  { id: 'consent', words: { de: ['einwillig*', 'opt-in'], en: ['consent*', 'said yes'] } },
  { id: 'green', words: { de: ['grün'], en: ['green'] } },
  { id: 'assessment', words: { de: ['folgenabschätzung*'], en: ['impact assessment*'] } },
];

function conceptsIn(text: string): readonly string[] {
  return conceptFinder(lexicon)(wordsOf(text)).map(({ id }) => id);
}

describe('a concept is found', () => {
  test.for([
    ['by any of its words', 'Brauchen wir eine Einwilligung?', 'consent'],
    ['in the other language too', 'Haben wir den consent?', 'consent'],
    ['by a phrase', 'everybody said yes at the fair', 'consent'],
    ['whether or not there is a hyphen', 'opt in oder opt-in', 'consent'],
    ['without umlauts', 'gruen ist die Verpackung', 'green'],
    ['inside a compound', 'Datenschutzfolgenabschätzungspflicht', 'assessment'],
  ])('%s', ([, text = '', concept]) => {
    expect(conceptsIn(text)).toEqual([concept]);
  });
});

describe('a concept is not found', () => {
  test.for([
    ['in a word that only begins alike', 'Wir gründen eine Firma'],
    ['in half a phrase', 'nobody said anything'],
    ['in a phrase that is torn apart', 'they said the answer is yes'],
    ['in nothing', ''],
  ])('%s', ([, text = '']) => {
    expect(conceptsIn(text)).toEqual([]);
  });
});

test('a concept counts once, however often it is named', () => {
  expect(conceptsIn('Einwilligung, Einwilligung und consent')).toEqual(['consent']);
});
