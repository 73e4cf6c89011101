import type { ReadingWords } from '#domain/reading-words.ts';
import { anyOfBoth } from '#language/patterns.ts';
import { commentsIn } from '#language/plain.ts';
import type { Sentence } from '#language/segment.ts';

const shownMax = 300;

/** Tells sentences that try to steer the assistant or borrow somebody's authority. */
export function steeringIn(words: ReadingWords): (sentence: Sentence) => boolean {
  const pattern = anyOfBoth(words.steering);
  return ({ text }) => pattern.test(text);
}

/** What a text hides from those who read it on a page. */
export function hiddenIn(original: string): readonly string[] {
  return [...commentsIn(original)]
    .map(({ start, end }) =>
      original
        .slice(start + 4, end - 3)
        .trim()
        .slice(0, shownMax),
    )
    .filter((words) => words !== '');
}
