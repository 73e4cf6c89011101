import type { ReadingWords } from '#domain/reading-words.ts';
import { wordsOfBoth } from '#language/patterns.ts';
import type { Sentence } from '#language/segment.ts';

/** The short answer of a `label: value` line. */
export type Tick = 'yes' | 'no' | 'open';

/** Longer values are statements of their own. */
const wordsMax = 3;

/** Tells how a `label: value` line is ticked, if its value is no more than a tick. */
export function ticksOf({ ticks }: ReadingWords): (sentence: Sentence) => Tick | undefined {
  const answers = [
    ['yes', wordsOfBoth(ticks.yes)],
    ['no', wordsOfBoth(ticks.no)],
    ['open', wordsOfBoth(ticks.open)],
  ] as const;
  return ({ text, start, words, value }) => {
    if (value === undefined) return undefined;
    const answer = text
      .slice(value - start)
      .replaceAll(/[.!*_\s]+$/g, '')
      .trim();
    if (words.filter((word) => word.start >= value).length > wordsMax) return undefined;
    return answers.find(([, known]) => known.has(answer))?.[0];
  };
}
