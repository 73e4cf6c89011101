import type { FactCatalog } from '#domain/fact.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import { wordsOfBoth } from '#language/patterns.ts';
import type { Word } from '#language/segment.ts';

const knownShare = 0.2;
const scrambledShare = 0.25;

/** Tells whether a run of words is German or English at all: neither scrambled nor another language. */
export function readabilityOf(
  catalog: FactCatalog,
  { functionWords }: ReadingWords,
): (words: readonly Word[]) => boolean {
  const known = new Set([...wordsOfBoth(functionWords), ...vocabularyOf(catalog)]);
  return (words) => {
    if (words.length < 4) return true;
    const scrambled = words.filter(({ text }) =>
      /\p{L}\d+\p{L}|^\d+\p{L}{2,}\d|^[a-z]\d+$/u.test(text),
    ).length;
    const familiar = words.filter(({ text }) => known.has(text) || /^\d+$/.test(text)).length;
    return scrambled < words.length * scrambledShare && familiar >= words.length * knownShare;
  };
}

function* vocabularyOf(catalog: FactCatalog): Generator<string> {
  for (const { ask, hint, options, nearMisses } of catalog.values()) {
    const texts = [
      ...Object.values(ask),
      ...Object.values(hint ?? {}),
      ...options.flatMap(({ label, said }) => [...Object.values(label), ...said.de, ...said.en]),
      ...nearMisses.de,
      ...nearMisses.en,
    ];
    for (const text of texts) yield* text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  }
}
