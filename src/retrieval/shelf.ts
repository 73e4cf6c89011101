import type { Knowledge } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import { stemsOf } from '#retrieval/analyser.ts';
import type { ConceptFinder } from '#retrieval/concepts.ts';
import { letterLeg, wordLeg, type Leg, type WordLeg } from '#retrieval/leg.ts';
import { cardText, practiceTexts, ruleText } from '#retrieval/passage-words.ts';

/** All passages in one language, ready to be compared with a question. */
export type Shelf = {
  readonly wordLegs: readonly WordLeg[];
  readonly letterLeg: Leg;
  /** Whether a word tells something in this language and some passage has it. */
  readonly knows: (word: string) => boolean;
};

const weights = { rule: 0.25, card: 0.4, practice: 0.2, letters: 0.15 };

/** Indexes all passages in one language. */
export function shelfOf(
  knowledge: Knowledge,
  language: Language,
  conceptsIn: ConceptFinder,
): Shelf {
  const passages = [...knowledge.passages.values()];
  const practice = practiceTexts(knowledge, language);
  const cards = passages.map((passage) => cardText(passage, language));
  const rules = passages.map((passage) => ruleText(passage, language));
  const uses = passages.map(({ id }) => practice.get(id) ?? '');
  const legOf = (weight: number, texts: readonly string[]) =>
    wordLeg(weight, texts, language, conceptsIn);
  const wordLegs = [
    legOf(weights.rule, rules),
    legOf(weights.card, cards),
    legOf(weights.practice, uses),
  ];

  return {
    wordLegs,
    letterLeg: letterLeg(weights.letters, cards, language),
    knows: (word) =>
      stemsOf([word], language).some((stem) => wordLegs.some(({ knows }) => knows(stem))),
  };
}
