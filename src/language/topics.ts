import type { Pack } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import { anyOf } from '#language/patterns.ts';
import type { Polarity } from '#language/polarity.ts';
import { hitsIn, patternsIn } from '#language/scene.ts';
import type { Sentence } from '#language/segment.ts';

/** The topics that a sentence mentions and that some pack does not cover; what it denies is not mentioned. */
export type TopicsIn = (
  sentence: Sentence,
  polarity: Polarity,
  languages: readonly Language[],
) => readonly string[];

/** Prepares the words of what no control looks at. */
export function topicsIn(
  packs: ReadonlyMap<string, Pack>,
  words: ReadingWords,
  isDenial: (word: string) => boolean,
): TopicsIn {
  const all = [...packs.values()].flatMap((pack) => pack.notCovered);
  const topics = [...new Map(all.map((topic) => [topic.id, topic])).values()];
  const preparedIn = (language: Language) => {
    const compiled = patternsIn(language, words.negation);
    return {
      any: anyOf(topics.flatMap(({ lexicon }) => lexicon[language])),
      options: topics.map(({ id, lexicon }) => ({
        fact: { id: 'topic' },
        option: id,
        patterns: compiled(lexicon[language]),
        cues: [],
      })),
    };
  };
  const prepared = { de: preparedIn('de'), en: preparedIn('en') };
  return (sentence, polarity, languages) =>
    languages.flatMap((language) => {
      const { any, options } = prepared[language];
      // Most sentences mention none, and one look tells.
      if (!any.test(sentence.text)) return [];
      return hitsIn(sentence, polarity, options, isDenial)
        .filter(({ standing }) => standing !== 'denied')
        .map(({ option }) => option);
    });
}
