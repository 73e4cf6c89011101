import type { Pack } from '#domain/knowledge.ts';
import type { Passage } from '#domain/passage.ts';

/** A passage as it stands against one question. */
export type Candidate = {
  readonly passage: Passage;
  readonly pack: Pack | undefined;
  /** How exactly the question names it; 0 if it does not. */
  readonly named: number;
  /** Whether its pack speaks for one of the markets asked about. */
  readonly fits: boolean;
  /** Beside the other passages. */
  readonly score: number;
  /** By itself. */
  readonly strength: number;
};

const elsewhere = 0.1;

/** Named passages first, then by score; passages of other markets come last. */
export function bestFirst(candidates: readonly Candidate[]): readonly Passage[] {
  return candidates
    .filter(({ named, score }) => named > 0 || score > 0)
    .map((candidate) => ({ ...candidate, score: candidate.score * (candidate.fits ? 1 : elsewhere) }))
    .sort((one, other) => other.named - one.named || other.score - one.score)
    .map(({ passage }) => passage);
}
