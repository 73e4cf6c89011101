import type { ReadingWords } from '#domain/reading-words.ts';
import { anyOfBoth } from '#language/patterns.ts';
import type { Sentence } from '#language/segment.ts';

const hiddenComment = /<!--([\s\S]*?)(?:-->|$)/g;
const shownMax = 300;

/** Tells sentences that try to steer the assistant or borrow somebody's authority. */
export function steeringIn(words: ReadingWords): (sentence: Sentence) => boolean {
  const pattern = anyOfBoth(words.steering);
  return ({ text }) => pattern.test(text);
}

/** What a text hides from its readers. */
export function hiddenIn(original: string): readonly string[] {
  return Array.from(original.matchAll(hiddenComment), (match) =>
    (match[1] ?? '').trim().slice(0, shownMax),
  ).filter((words) => words !== '');
}
