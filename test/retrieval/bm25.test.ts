import { expect, test } from 'vitest';
import { bm25 } from '#retrieval/bm25.ts';

const documents = [
  ['newsletter', 'consent', 'newsletter'],
  ['call', 'consent'],
  ['price', 'consent', 'discount', 'thirty', 'days', 'lowest', 'newsletter'],
];

function scoresOf(...words: readonly string[]): readonly number[] {
  return [...bm25(documents).scores(new Map(words.map((word) => [word, 1])))];
}

test('a word that few documents have says more than one that all have', () => {
  const [, rare = 0] = scoresOf('call');
  const [, common = 0] = scoresOf('consent');

  expect(rare).toBeGreaterThan(common);
});

test('a word counts for more in a short document and where it is repeated', () => {
  const [short = 0, none, long = 0] = scoresOf('newsletter');

  expect(short).toBeGreaterThan(long);
  expect(none).toBe(0);
});

test('words and documents that are not there score nothing', () => {
  expect(scoresOf('weather', '')).toEqual([0, 0, 0]);
  expect([...bm25([]).scores(new Map([['call', 1]]))]).toEqual([]);
});

test('a word may be weighed', () => {
  const [once = 0] = bm25(documents).scores(new Map([['newsletter', 1]]));
  const [twice = 0] = bm25(documents).scores(new Map([['newsletter', 2]]));

  expect(twice).toBeCloseTo(2 * once);
});
