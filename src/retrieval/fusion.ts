import type { Leg, Terms } from '#retrieval/legs.ts';

/** Adds up the legs, each stretched to 0..1 first, so that no leg shouts down another. */
export function fuse(legs: readonly Leg[], terms: Terms, size: number): Float64Array {
  const sum = new Float64Array(size);
  for (const { weight, scores } of legs) {
    const stretched = stretch(scores(terms));
    for (const [index, score] of stretched.entries()) sum[index] = (sum[index] ?? 0) + weight * score;
  }
  return sum;
}

function stretch(scores: Float64Array): Float64Array {
  const highest = Math.max(0, ...scores);
  return highest === 0 ? scores : scores.map((score) => score / highest);
}
