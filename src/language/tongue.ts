import type { Language } from '#domain/language.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import type { Word } from '#language/segment.ts';

/** Tells the two languages apart by their little words. */
export type Tongue = {
  /** The language of a text; German if it has no little words at all. */
  readonly of: (words: Iterable<Word>) => Language;
  /** The languages that a sentence speaks; a mixed one speaks both. */
  readonly spokenIn: (words: readonly Word[], main: Language) => readonly Language[];
};

export function tongueOf({ functionWords }: ReadingWords): Tongue {
  const german = new Set(functionWords.de);
  const english = new Set(functionWords.en);
  const count = (words: Iterable<Word>) => {
    const counts = { de: 0, en: 0 };
    for (const { text } of words) {
      if (german.has(text) && !english.has(text)) counts.de += 1;
      else if (english.has(text) && !german.has(text)) counts.en += 1;
      else if (/[äöüß]/.test(text)) counts.de += 1;
    }
    return counts;
  };
  return {
    of: (words) => {
      const { de, en } = count(words);
      return en > de ? 'en' : 'de';
    },
    spokenIn: (words, main) => {
      const { de, en } = count(words);
      if (de === 0 && en === 0) return [main];
      const both = Math.min(de, en) * 4 >= Math.max(de, en);
      if (both && Math.min(de, en) > 0) return ['de', 'en'];
      const own = en > de ? 'en' : 'de';
      return own === main || Math.max(de, en) >= 2 ? [own] : [own, main];
    },
  };
}
