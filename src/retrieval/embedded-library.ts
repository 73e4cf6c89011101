import type { Found, Library, Search } from '#assistant/house.ts';
import type { Concept } from '#domain/concept.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { wordsOf } from '#retrieval/analyser.ts';
import { conceptFinder } from '#retrieval/concepts.ts';
import { fitOf } from '#retrieval/fusion.ts';
import { isCovered } from '#retrieval/gate.ts';
import { bestFirst, type Candidate } from '#retrieval/ranking.ts';
import { referenceFinder } from '#retrieval/references.ts';
import { shelfOf } from '#retrieval/shelf.ts';
import { speaksForAny, standingOf } from '#retrieval/standing.ts';

/** Finds passages by words, concepts and references, without a model; the same question always finds the same. */
export function embeddedLibrary(knowledge: Knowledge, lexicon: readonly Concept[]): Library {
  const passages = [...knowledge.passages.values()];
  const conceptsIn = conceptFinder(lexicon);
  const referencesIn = referenceFinder(passages);
  const shelves = { de: shelfOf(knowledge, 'de', conceptsIn), en: shelfOf(knowledge, 'en', conceptsIn) };

  return {
    find: async (question: string, { language, markets, most }: Search): Promise<Found> => {
      const words = wordsOf(question);
      const concepts = conceptsIn(words);
      const seeks = new Set(concepts.map((concept) => concept.seeks));
      const terms = { words, concepts: concepts.map(({ id }) => id) };
      const fit = fitOf(shelves[language], shelves[language === 'de' ? 'en' : 'de'], terms);
      const nearness = referencesIn(question);
      const candidates = passages.map((passage, index): Candidate => {
        const pack = knowledge.packs.get(passage.pack);
        return {
          passage,
          pack,
          named: nearness(passage),
          fits: pack !== undefined && speaksForAny(pack, markets),
          score: (fit.relative[index] ?? 0) * standingOf(passage, seeks),
          strength: fit.absolute[index] ?? 0,
        };
      });
      return {
        passages: bestFirst(candidates).slice(0, most),
        covered: isCovered(candidates, concepts),
      };
    },
  };
}
