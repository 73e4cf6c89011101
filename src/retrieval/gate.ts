import type { Concept } from '#domain/concept.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Candidate } from '#retrieval/ranking.ts';
import { speaksForAny } from '#retrieval/standing.ts';

/** The least that a passage must have in common with a question: less where a concept is known, and in few words. */
const leastWithoutConcept = 4.9;
const leastWithConcept = 4;
const leastPerWord = 1.25;

/** What a question consists of: its concepts, and the number of words that tell something. */
type Asked = { readonly concepts: readonly Concept[]; readonly length: number };

/** Whether the base answers a question: something in it is named, or has enough in common. */
export function isCovered(
  candidates: readonly Candidate[],
  { concepts, length }: Asked,
  knowledge: Knowledge,
  markets: readonly string[],
): boolean {
  if (candidates.some(({ named }) => named > 0)) return true;
  const speaking = new Set(
    [...knowledge.packs.values()].filter((pack) => speaksForAny(pack, markets)).map(({ id }) => id),
  );
  const seeksPolicy = concepts.some(({ seeks }) => seeks === 'policy');
  // What speaks for every market says nothing about the law of a market that nobody wrote down.
  if (!seeksPolicy && ![...speaking].some((id) => knowledge.packs.get(id)?.markets !== 'all')) return false;
  const least =
    concepts.length > 0 ? Math.min(leastWithConcept, leastPerWord * length) : leastWithoutConcept;
  return candidates.some(({ passage, strength }) => speaking.has(passage.pack) && strength >= least);
}
