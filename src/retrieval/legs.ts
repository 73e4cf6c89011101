import type { Language } from '#domain/language.ts';
import type { Passage } from '#domain/passage.ts';
import { runsOf, stemsOf, wordsOf } from '#retrieval/analyser.ts';
import { bm25, type Query } from '#retrieval/bm25.ts';
import type { ConceptFinder } from '#retrieval/concepts.ts';

/** What a question consists of for the search. */
export type Terms = {
  readonly language: Language;
  readonly words: readonly string[];
  readonly concepts: readonly string[];
};

/** One way to compare a question with all passages; ways are added up by their weight. */
export type Leg = {
  readonly weight: number;
  /** One score for each passage, in their order; zero for nothing in common. */
  readonly scores: (terms: Terms) => Float64Array;
};

/** The words of the rule and its examples. */
export function ruleLeg(passages: readonly Passage[], language: Language, findConcepts: ConceptFinder): Leg {
  return wordLeg(0.3, language, findConcepts, passages.map((passage) => ruleText(passage, language)));
}

/** The title, and the words by which staff ask for the passage. */
export function cardLeg(passages: readonly Passage[], language: Language, findConcepts: ConceptFinder): Leg {
  return wordLeg(0.4, language, findConcepts, passages.map((passage) => cardText(passage, language)));
}

/** Title and words once more, by runs of letters: typing errors and compounds. */
export function letterLeg(passages: readonly Passage[], language: Language): Leg {
  const index = bm25(passages.map((passage) => runsOf(wordsOf(cardText(passage, language)), language)));
  return {
    weight: 0.15,
    scores: ({ words }) => index.scores(counted(runsOf(words, language))),
  };
}

function wordLeg(
  weight: number,
  language: Language,
  findConcepts: ConceptFinder,
  texts: readonly string[],
): Leg {
  const index = bm25(
    texts.map((text) => {
      const words = wordsOf(text);
      return [...stemsOf(words, language), ...findConcepts(words).map(({ id }) => conceptTerm(id))];
    }),
  );
  return {
    weight,
    scores: ({ words, concepts }) =>
      index.scores(new Map([...counted(stemsOf(words, language)), ...concepts.map(conceptEntry)])),
  };
}

function conceptEntry(id: string): readonly [string, number] {
  return [conceptTerm(id), 1];
}

// No word of a text has such a mark, so concepts and words never meet.
function conceptTerm(id: string): string {
  return `#${id}`;
}

function ruleText(passage: Passage, language: Language): string {
  const { rule, fine, notFine, small = '' } = passage.text[language];
  return [rule, fine, notFine, small].join('\n');
}

function cardText(passage: Passage, language: Language): string {
  return [passage.title[language], passage.provision, ...passage.words[language]].join('\n');
}

function counted(words: readonly string[]): Query {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, 1);
  return counts;
}
