import { factsIn } from '#domain/condition.ts';
import type { Fact } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import type { Gathered } from '#language/gather.ts';
import { anyOfEach } from '#language/patterns.ts';
import type { Polarity } from '#language/polarity.ts';
import { reachOf } from '#language/relevance.ts';
import type { Sentence } from '#language/segment.ts';
import type { Language } from '#domain/language.ts';

/** "Nobody was asked": the words of a sentence that says so, without saying what about. */
export type UnaskedIn = (sentence: Sentence, polarity: Polarity, language: Language) => boolean;

/** Tells sentences that say that people were not asked or not told. */
export function unaskedIn({ unasked }: ReadingWords): UnaskedIn {
  const patterns = anyOfEach(unasked.said);
  return ({ text, start, clauses, words, isQuestion }, { negators }, language) => {
    if (isQuestion || !patterns[language].test(text)) return false;
    const whole = { firstWord: 0, lastWord: words.length - 1, text };
    const parts = clauses.map((clause) => ({
      ...clause,
      text: text.slice(clause.start - start, clause.end - start),
    }));
    return [whole, ...parts].some((part) => {
      const denials = negators
        .subarray(part.firstWord, part.lastWord + 1)
        .filter((one) => one === 1);
      // "Without consent we send no mail" is denied twice.
      return denials.length <= 1 && patterns[language].test(part.text);
    });
  };
}

/**
 * Where people were not asked, every permission is missing that the campaign needs as far as it was
 * read, unless the text says something else about that permission.
 */
export function withUnasked(
  { facts, touched }: Gathered,
  quote: string | undefined,
  { controls }: Pick<Knowledge, 'controls'>,
  { unasked }: ReadingWords,
): Gathered {
  if (quote === undefined) return { facts, touched };
  const reach = reachOf(facts);
  const missing = Object.entries(unasked.means).filter(
    ([id]) =>
      facts[id] === undefined &&
      controls.some((control) => {
        const { status, requires } = control;
        if (status !== 'in-force' || !requires || !factsIn(requires).includes(id)) return false;
        const applies = reach(control);
        return applies.known && applies.value;
      }),
  );
  const read = missing.map(([id, value]): readonly [string, Fact] => [
    id,
    { value, origin: 'text', confirmed: false, quote },
  ]);
  const known = new Set(missing.map(([id]) => id));
  return {
    facts: { ...facts, ...Object.fromEntries(read) },
    touched: touched.filter((id) => !known.has(id)),
  };
}
