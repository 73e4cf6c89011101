import type { Concept } from '#domain/concept.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Candidate } from '#retrieval/ranking.ts';
import { speaksForAny } from '#retrieval/standing.ts';

/** The least that a passage must have in common with a question: less where a concept is known, and in few words. */
const leastWithoutConcept = 4.9;
const leastWithConcept = 4;
const leastPerWord = 1.25;

/** What is asked about: concepts, markets, and in how many words that tell something. */
type Asked = {
  readonly concepts: readonly Concept[];
  readonly markets: readonly string[];
  readonly length: number;
};

/** Whether the base answers a question: something in it is named, or has enough in common. */
export function isCovered(
  candidates: readonly Candidate[],
  { concepts, markets, length }: Asked,
  knowledge: Knowledge,
): boolean {
  if (candidates.some(({ named }) => named > 0)) return true;
  const packs = [...knowledge.packs.values()].filter((pack) => speaksForAny(pack, markets));
  const seeksPolicy = concepts.some(({ seeks }) => seeks === 'policy');
  // What speaks for every market says nothing about the law of a market that nobody wrote down.
  if (!seeksPolicy && packs.every((pack) => pack.markets === 'all')) return false;
  const least =
    concepts.length > 0 ? Math.min(leastWithConcept, leastPerWord * length) : leastWithoutConcept;
  const speaking = new Set(packs.map(({ id }) => id));
  return candidates.some(
    ({ passage, strength }) => speaking.has(passage.pack) && strength >= least,
  );
}
