import type { Found, Library, Search } from '#assistant/house.ts';
import type { Concept } from '#domain/concept.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { stemsOf, wordsOf } from '#retrieval/analyser.ts';
import { conceptFinder } from '#retrieval/concepts.ts';
import { fitOf } from '#retrieval/fusion.ts';
import { isCovered } from '#retrieval/gate.ts';
import { bestFirst, type Candidate } from '#retrieval/ranking.ts';
import { referenceFinder } from '#retrieval/references.ts';
import { shelfOf } from '#retrieval/shelf.ts';
import { speaksForAny, standingIn } from '#retrieval/standing.ts';

/** Finds passages by words, concepts and references, without a model; the same question always finds the same. */
export function embeddedLibrary(knowledge: Knowledge, lexicon: readonly Concept[]): Library {
  const passages = [...knowledge.passages.values()];
  const conceptsIn = conceptFinder(lexicon);
  const referencesIn = referenceFinder(passages);
  const german = shelfOf(knowledge, 'de', conceptsIn);
  const english = shelfOf(knowledge, 'en', conceptsIn);

  return {
    find: async (question: string, { language, markets, most }: Search): Promise<Found> => {
      const words = wordsOf(question);
      const concepts = conceptsIn(words);
      const terms = { words, concepts: concepts.map(({ id }) => id) };
      const fit = language === 'de' ? fitOf(german, english, terms) : fitOf(english, german, terms);
      const standing = standingIn(knowledge, markets);
      const seeks = new Set(concepts.map((concept) => concept.seeks));
      const nearness = referencesIn(question, (passage) => {
        const pack = knowledge.packs.get(passage.pack);
        return pack !== undefined && speaksForAny(pack, markets);
      });
      const candidates = passages.map((passage, index): Candidate => ({
        passage,
        named: nearness(passage),
        score: (fit.relative[index] ?? 0) * standing(passage, seeks),
        strength: fit.absolute[index] ?? 0,
      }));
      return {
        passages: bestFirst(candidates).slice(0, most),
        covered: isCovered(
          candidates,
          { concepts, markets, length: stemsOf(words, language).length },
          knowledge,
        ),
      };
    },
  };
}
