import type { Anchored } from '#assistant/ledger.ts';
import { compareAnchors, sizeIn } from '#ledger/anchors/compare.ts';
import type { Comparison } from '#ledger/anchors/compare.ts';
import { checkpointReader } from '#ledger/checkpoint.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { provesConsistency } from '#ledger/tree.ts';

/** Holds an open log against its anchors by consistency proofs: quick, and enough for a start. */
export async function probeAnchors(
  store: Pick<LedgerStore, 'vkey' | 'head' | 'consistencyProof'>,
  anchored: readonly Anchored[],
): Promise<Comparison> {
  const head = await store.head();
  const later = { size: head.size, root: Buffer.from(head.root, 'hex') };
  const read = checkpointReader(store.vkey);
  let wholeUpTo = -1;
  for (const { note } of anchored.toSorted((a, b) => sizeIn(a.note) - sizeIn(b.note))) {
    const earlier = read?.(note);
    if (!earlier) continue;
    if (earlier.size > head.size) break;
    const proof = await store.consistencyProof(earlier.size, head.size);
    // A proof from an empty log says nothing, and nothing can be wrong with it.
    if (!provesConsistency(proof, earlier, later)) break;
    wholeUpTo = earlier.size;
  }
  return compareAnchors(anchored, { vkey: store.vkey, size: head.size, wholeUpTo });
}
