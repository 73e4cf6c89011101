import type { Language } from '#domain/language.ts';
import { runsOf, stemsOf, wordsOf } from '#retrieval/analyser.ts';
import { bm25, type Query } from '#retrieval/bm25.ts';
import type { ConceptFinder } from '#retrieval/concepts.ts';

/** What a question consists of for the search. */
export type Terms = { readonly words: readonly string[]; readonly concepts: readonly string[] };

/** One way of comparing a question with all passages. */
export type Leg = {
  /** How much it counts beside the others. */
  readonly weight: number;
  /** One score for each passage, in their order; zero for nothing in common. */
  readonly scores: (terms: Terms) => Float64Array;
};

/** Compares words and concepts. */
export type WordLeg = Leg & { readonly knows: (stem: string) => boolean };

/** A concept stands for a meaning, so it counts for more than a word. */
const conceptWeight = 1.5;

/** Compares the words of a question, reduced to stems, and the concepts they name. */
export function wordLeg(
  weight: number,
  texts: readonly string[],
  language: Language,
  conceptsIn: ConceptFinder,
): WordLeg {
  const documents = texts
    .map(wordsOf)
    .map((words) => [
      ...stemsOf(words, language),
      ...conceptsIn(words).map(({ id }) => conceptTerm(id)),
    ]);
  const index = bm25(documents);
  return {
    weight,
    knows: index.knows,
    scores: ({ words, concepts }) =>
      index.scores(
        new Map([
          ...each(stemsOf(words, language), 1),
          ...each(concepts.map(conceptTerm), conceptWeight),
        ]),
      ),
  };
}

/** Compares runs of letters: typing errors and the parts of compounds. */
export function letterLeg(weight: number, texts: readonly string[], language: Language): Leg {
  const index = bm25(texts.map(wordsOf).map((words) => runsOf(words, language)));
  return { weight, scores: ({ words }) => index.scores(each(runsOf(words, language), 1)) };
}

// No word of a text has such a mark, so concepts and words never meet.
function conceptTerm(id: string): string {
  return `#${id}`;
}

// Saying a thing twice does not ask for it twice.
function each(terms: readonly string[], weight: number): Query {
  return new Map(terms.map((term) => [term, weight]));
}
