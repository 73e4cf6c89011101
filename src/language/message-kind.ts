import type { MessageKind } from '#domain/reading.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import { anyOfBoth } from '#language/patterns.ts';

/** What the rest of the reader found out about a text. */
export type Traits = {
  /** Lower-cased, without what tries to steer. */
  readonly text: string;
  readonly words: number;
  readonly statements: number;
  /** How many things of the vocabulary were read. */
  readonly found: number;
  /** Whether it names a provision that the base carries. */
  readonly namesSource: boolean;
};

const lookedAt = 20_000;

/** A text that is no longer than this and begins like a question is one, with or without its mark. */
const askedMax = 14;

/** Tells what kind of message a text is; in doubt a question about the rules. */
export function messageKindsOf({ kinds }: ReadingWords): (traits: Traits) => MessageKind {
  const topics = new RegExp(anyOfBoth(kinds.topics), 'g');
  const nearTopics = new RegExp(anyOfBoth(kinds.nearTopics), 'g');
  const foreign = new RegExp(anyOfBoth(kinds.foreign), 'g');
  const smallTalk = new RegExp(anyOfBoth(kinds.smallTalk), 'g');
  const plans = anyOfBoth(kinds.plans);
  const questions = anyOfBoth(kinds.questions);

  return (traits) => {
    const text = traits.text.slice(0, lookedAt);
    const own = distinct(text, topics);
    const near = distinct(text, nearTopics);
    if (own + near + traits.found === 0 && isOnly(text, smallTalk)) return 'small-talk';
    if (own === 0 && traits.found < 3 && !traits.namesSource) {
      const outside = distinct(text, foreign);
      // The name of a town alone brings no question into the field.
      if (near + Math.max(0, traits.found - 1) === 0 || (outside > 0 && near < 3))
        return 'out-of-scope';
    }
    const isAsked = traits.words <= askedMax && questions.test(text);
    if (traits.statements === 0 || isAsked)
      return traits.words > 40 && plans.test(text) ? 'campaign' : 'rule-question';
    return 'campaign';
  };
}

function distinct(text: string, pattern: RegExp): number {
  return new Set(Array.from(text.matchAll(pattern), (match) => match[0])).size;
}

/** Whether nothing but a few words is left without the greetings. */
function isOnly(text: string, smallTalk: RegExp): boolean {
  const rest = text.replaceAll(smallTalk, ' ').match(/\p{L}{2,}/gu) ?? [];
  return rest.length === 0 || (rest.length <= 4 && distinct(text, smallTalk) > 0);
}
