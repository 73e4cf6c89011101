import type { Passage } from '#domain/passage.ts';

/** A passage as it stands against one question. */
export type Candidate = {
  readonly passage: Passage;
  /** How exactly the question names it; 0 if it does not. */
  readonly named: number;
  /** Beside the other passages. */
  readonly score: number;
  /** By itself. */
  readonly strength: number;
};

// Half as good as the best is a neighbour; less is noise.
const leastShare = 0.5;

/** What the question names comes first, then what fits best; what fits much less is left out. */
export function bestFirst(candidates: readonly Candidate[]): readonly Passage[] {
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0);
  return candidates
    .filter(({ named, score }) => named > 0 || (score > 0 && score >= leastShare * best))
    .sort((one, other) => other.named - one.named || other.score - one.score)
    .map(({ passage }) => passage);
}
