import type { FactCatalog, FactDefinition } from '#domain/fact.ts';
import { Language } from '#domain/language.ts';

/** One phrase of the vocabulary and what it says; near misses speak of a fact without stating it. */
export type Example = {
  readonly text: string;
  readonly language: Language;
  readonly fact: string;
  readonly option: string | undefined;
};

/** Facts whose values are learnt from phrases: where people live is a matter of names, not of phrasing. */
export function isLearnt(fact: FactDefinition): boolean {
  return fact.kind !== 'date' && fact.kind !== 'number' && fact.role !== 'markets';
}

/** All phrases that the reader learns from, in a fixed order. */
export function examplesOf(catalog: FactCatalog): readonly Example[] {
  return [...catalog.values()].filter(isLearnt).flatMap((fact) =>
    Language.options.flatMap((language) => [
      ...fact.options.flatMap((option) =>
        option.said[language].map((text) => ({ text, language, fact: fact.id, option: option.id })),
      ),
      ...fact.nearMisses[language].map((text) => ({ text, language, fact: fact.id, option: undefined })),
    ]),
  );
}
