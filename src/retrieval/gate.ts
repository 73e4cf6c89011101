import type { Concept } from '#domain/concept.ts';
import type { Candidate } from '#retrieval/ranking.ts';

/** The least that the best passage must have in common with a question, with and without a known concept. */
const leastWithConcept = 3.2;
const leastWithoutConcept = 5;

/** Whether the base answers a question: it is named there, or enough of its words are. */
export function isCovered(candidates: readonly Candidate[], concepts: readonly Concept[]): boolean {
  if (candidates.some(({ named }) => named > 0)) return true;
  const fitting = candidates.filter(({ fits }) => fits);
  const seeksPolicy = concepts.some(({ seeks }) => seeks === 'policy');
  // What speaks for every market alike says nothing about the law of a market that nobody wrote down.
  if (!seeksPolicy && fitting.every(({ pack }) => pack?.markets === 'all')) return false;
  const strongest = fitting.reduce((most, { strength }) => Math.max(most, strength), 0);
  return strongest >= (concepts.length > 0 ? leastWithConcept : leastWithoutConcept);
}
