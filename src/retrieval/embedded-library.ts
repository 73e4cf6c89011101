import type { Found, Library, Search } from '#assistant/house.ts';
import type { Concept } from '#domain/concept.ts';
import type { Knowledge, Pack } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import type { Passage } from '#domain/passage.ts';
import { wordsOf } from '#retrieval/analyser.ts';
import { conceptFinder } from '#retrieval/concepts.ts';
import { fuse } from '#retrieval/fusion.ts';
import { cardLeg, letterLeg, ruleLeg, type Leg } from '#retrieval/legs.ts';
import { referenceFinder } from '#retrieval/references.ts';

/** Finds passages by words, concepts and references, without a model; always the same for the same question. */
export function embeddedLibrary(knowledge: Knowledge, lexicon: readonly Concept[]): Library {
  const passages = [...knowledge.passages.values()];
  const findConcepts = conceptFinder(lexicon);
  const findReferences = referenceFinder(passages);
  const legsIn = (language: Language): readonly Leg[] => [
    ruleLeg(passages, language, findConcepts),
    cardLeg(passages, language, findConcepts),
    letterLeg(passages, language),
  ];
  const legs = { de: legsIn('de'), en: legsIn('en') };

  return {
    find: async (question: string, search: Search): Promise<Found> => {
      const words = wordsOf(question);
      const concepts = findConcepts(words);
      const terms = { language: search.language, words, concepts: concepts.map(({ id }) => id) };
      const scores = fuse(legs[search.language], terms, passages.length);
      const naming = findReferences(question);
      const ranked = passages
        .map((passage, index) => ({
          passage,
          named: naming(passage),
          score: (scores[index] ?? 0) * factor(passage, knowledge, search, concepts),
        }))
        .filter(({ named, score }) => named > 0 || score > 0)
        .sort((one, other) => other.named - one.named || other.score - one.score);
      const [best] = ranked;
      return {
        passages: ranked.slice(0, search.most).map(({ passage }) => passage),
        covered: best !== undefined && (best.named > 0 || concepts.length > 0),
      };
    },
  };
}

function factor(
  passage: Passage,
  knowledge: Knowledge,
  { markets }: Search,
  concepts: readonly Concept[],
): number {
  const seeks = new Set(concepts.map((concept) => concept.seeks));
  const pack = knowledge.packs.get(passage.pack);
  return (
    (pack && speaksFor(pack, markets) ? 1 : 0.1) *
    (passage.status === 'pending' || passage.status === 'superseded' ? (seeks.has('change') ? 1.1 : 0.6) : 1) *
    (passage.kind === 'policy' || passage.kind === 'self-regulation' ? (seeks.has('policy') ? 1.2 : 0.7) : 1)
  );
}

function speaksFor({ markets }: Pack, asked: readonly string[]): boolean {
  return markets === 'all' || asked.length === 0 || asked.some((market) => markets.includes(market));
}
