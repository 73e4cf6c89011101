import type { Leg, Terms } from '#retrieval/leg.ts';
import type { Shelf } from '#retrieval/shelf.ts';

/** How well each passage fits a question, in the order of the passages. */
export type Fit = {
  /** For ranking: each leg is stretched to 0..1 first, so that none shouts down another. */
  readonly relative: Float64Array;
  /** For judging whether there is an answer at all: the words in common, as they weigh. */
  readonly absolute: Float64Array;
};

/** Compares a question with the shelf of its language and, as far as its words are foreign there, with the other. */
export function fitOf(own: Shelf, other: Shelf, terms: Terms): Fit {
  const share = foreignShare(own, other, terms.words);
  const shelves = [{ shelf: own, share: 1 }, ...(share > 0 ? [{ shelf: other, share }] : [])];
  const legs = shelves.flatMap(({ shelf, share: factor }) =>
    shelf.wordLegs.map((leg) => scored(leg, terms, factor)),
  );
  const letters = shelves.map(({ shelf, share: factor }) => scored(shelf.letterLeg, terms, factor));
  return {
    relative: sum(
      [...legs, ...letters].map(({ weight, scores }) => ({ weight, scores: stretch(scores) })),
    ),
    absolute: sum(legs),
  };
}

/** Which part of the known words only the other language knows. */
function foreignShare(own: Shelf, other: Shelf, words: readonly string[]): number {
  const foreign = words.filter((word) => !own.knows(word) && other.knows(word)).length;
  const familiar = words.filter(own.knows).length;
  return foreign === 0 ? 0 : foreign / (foreign + familiar);
}

type Scored = { readonly weight: number; readonly scores: Float64Array };

function scored(leg: Leg, terms: Terms, factor: number): Scored {
  return { weight: leg.weight * factor, scores: leg.scores(terms) };
}

function sum(parts: readonly Scored[]): Float64Array {
  const total = new Float64Array(parts[0]?.scores.length ?? 0);
  for (const { weight, scores } of parts) {
    for (const [index, score] of scores.entries())
      total[index] = (total[index] ?? 0) + weight * score;
  }
  return total;
}

function stretch(scores: Float64Array): Float64Array {
  const highest = scores.reduce((one, other) => Math.max(one, other), 0);
  return highest === 0 ? scores : scores.map((score) => score / highest);
}
