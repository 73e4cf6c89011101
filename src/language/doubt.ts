import type { FactCatalog } from '#domain/fact.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import type { Readings } from '#domain/settle.ts';
import { anyOfBoth } from '#language/patterns.ts';

/**
 * What a company has settled about its own lists is in doubt as soon as an author says that
 * something is not known: whoever does not know what stood at the checkout, or where the block list
 * is, cannot rest on how it usually is.
 */
export function doubtsOf(facts: FactCatalog, { mood }: ReadingWords) {
  const ignorance = anyOfBoth(mood.ignorance);
  const ownList = [...facts.values()].filter((fact) => fact.standing === 'own-list');
  return (sentences: readonly { readonly text: string }[], read: Readings): readonly string[] =>
    sentences.some(({ text }) => ignorance.test(text))
      ? ownList.map((fact) => fact.id).filter((id) => read[id] === undefined)
      : [];
}
