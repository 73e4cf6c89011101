import type { Polarity } from '#language/polarity.ts';
import type { Sentence } from '#language/segment.ts';

/** A stretch of a sentence that is read as one statement; words are counted within the sentence. */
export type Unit = {
  readonly sentence: Sentence;
  readonly polarity: Polarity;
  readonly firstWord: number;
  readonly lastWord: number;
};

/** Each clause, each pair of neighbours (verbs and their "not" often stand apart), and the whole. */
export function unitsOf(sentence: Sentence, polarity: Polarity): readonly Unit[] {
  const { clauses } = sentence;
  const spans = [
    ...clauses.map(({ firstWord, lastWord }) => [firstWord, lastWord] as const),
    ...clauses
      .slice(1)
      .map((clause, index) => [clauses[index]?.firstWord ?? 0, clause.lastWord] as const),
    ...(clauses.length > 2 ? [[0, sentence.words.length - 1] as const] : []),
  ];
  return spans.map(([firstWord, lastWord]) => ({ sentence, polarity, firstWord, lastWord }));
}
