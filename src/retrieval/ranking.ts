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

/** What the question names comes first, then what fits best; what has nothing in common is left out. */
export function bestFirst(candidates: readonly Candidate[]): readonly Passage[] {
  return candidates
    .filter(({ named, score }) => named > 0 || score > 0)
    .sort((one, other) => other.named - one.named || other.score - one.score)
    .map(({ passage }) => passage);
}
