import type { ReadingWords } from '#domain/reading-words.ts';
import { wordsOfBoth } from '#language/patterns.ts';
import type { Sentence } from '#language/segment.ts';

/** The short answer of a `label: value` line. */
export type Tick = 'yes' | 'no' | 'open';

/** Longer values are statements of their own. */
const wordsMax = 3;

/** The answer may be followed by its details: "none, pixel switched off". */
const details = /[,(¬]| - /;

/** Tells how a `label: value` line is ticked, if its value is a tick; a "no" may name its details. */
export function ticksOf({
  ticks,
  clauseStarts,
}: ReadingWords): (sentence: Sentence) => Tick | undefined {
  const answers = [
    ['yes', wordsOfBoth(ticks.yes)],
    ['no', wordsOfBoth(ticks.no)],
    ['open', wordsOfBoth(ticks.open)],
  ] as const;
  const turns = wordsOfBoth(clauseStarts);
  return (sentence) => {
    const answer = answerIn(sentence);
    if (answer === undefined) return undefined;
    const tick = answers.find(([, known]) => known.has(answer.text))?.[0];
    if (!answer.hasDetails) return tick;
    // "None, but ..." takes back what it says.
    const isTurned = sentence.words.some(
      ({ start, text }) => start > answer.end && turns.has(text),
    );
    return tick === 'no' && !isTurned ? tick : undefined;
  };
}

/** Where the short answer ends; what follows are its details. */
export function tickEnd(sentence: Sentence): number {
  return answerIn(sentence)?.end ?? sentence.end;
}

function answerIn({ text, start, end, words, value }: Sentence) {
  if (value === undefined) return undefined;
  const whole = text.slice(value - start).replaceAll(/[.!*_\s]+$/g, '');
  const [part = ''] = whole.split(details);
  const answerEnd = part === whole ? end : value + part.length;
  const length = words.filter((word) => word.start >= value && word.start < answerEnd).length;
  if (length > wordsMax) return undefined;
  return { text: part.trim(), end: answerEnd, hasDetails: part !== whole };
}
