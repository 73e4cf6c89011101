import { checkpointReader } from '#ledger/checkpoint.ts';
import { unsigned } from '#ledger/log-book.ts';
import type { LedgerStore } from '#ledger/store.ts';

/** First and last index of entries that follow each other. */
export type Range = { readonly first: number; readonly last: number };

/**
 * Shows that entries which follow each other are all that the log has in that place: with their leaf
 * hashes it makes the signed root. Hashes in hex; the members stand in the order in which they are spelled.
 */
export type RangeProof = Range & {
  readonly size: number;
  /** The full subtrees before the range, largest first. */
  readonly left: readonly string[];
  /** The subtrees after the range, nearest first. */
  readonly right: readonly string[];
  readonly checkpoint: string;
  readonly vkey: string;
};

/** Proves a range against the newest checkpoint; what is appended meanwhile does not disturb. */
export async function rangeProof(
  store: Pick<LedgerStore, 'checkpoint' | 'inclusionProof' | 'vkey'>,
  { first, last }: Range,
): Promise<RangeProof> {
  const checkpoint = await store.checkpoint();
  const signed = checkpointReader(store.vkey)?.(checkpoint);
  if (!signed) throw unsigned();
  const { size } = signed;
  if (first < 0 || first > last || last >= size) throw new RangeError('There is no such range.');
  const before = await siblings(store, first, size);
  const after = await siblings(store, last, size);
  return {
    first,
    last,
    size,
    left: before.left.toReversed(),
    right: after.right,
    checkpoint,
    vkey: store.vkey,
  };
}

/** A proof as it is written down: one line in one exact spelling. */
export function proofText(proof: RangeProof): string {
  return `${JSON.stringify(proof)}\n`;
}

/** The hashes beside the path from a leaf to the root, nearest first, by the side they stand on. */
async function siblings(
  store: Pick<LedgerStore, 'inclusionProof'>,
  index: number,
  size: number,
): Promise<Readonly<Record<Side, readonly string[]>>> {
  const path = await store.inclusionProof(index, size);
  const sides = sidesOf(index, size);
  const on = (side: Side) =>
    path.flatMap((hash, at) => (sides[at] === side ? [Buffer.from(hash).toString('hex')] : []));
  return { left: on('left'), right: on('right') };
}

type Side = 'left' | 'right';

function sidesOf(index: number, size: number): readonly Side[] {
  if (size === 1) return [];
  let half = 1;
  while (half * 2 < size) half *= 2;
  return index < half
    ? [...sidesOf(index, half), 'right']
    : [...sidesOf(index - half, size - half), 'left'];
}
