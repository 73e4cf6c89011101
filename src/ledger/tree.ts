import { hash } from 'node:crypto';

/** The Merkle tree of RFC 6962: what is appended can be proved, and nothing earlier can change unseen. */
export type Frontier = {
  readonly size: number;
  /** The roots of the full subtrees, largest first. */
  readonly peaks: readonly Uint8Array[];
};

/** A full subtree of 2^level leaves: the index-th of its level. */
export type TreeNode = {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
};

/** Gives the hash of a full subtree. */
export type NodeSource = (level: number, index: number) => Uint8Array;

export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/** The hash of a leaf of these bytes. */
export function leafHash(bytes: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([Buffer.of(0), bytes]), 'buffer');
}

/** The hash over two subtrees. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer');
}

/** The tree as it is stored: a size, and its peaks in one row of bytes. */
export function frontierFrom(stored: { size: number; frontier: Uint8Array }): Frontier {
  const starts = Array.from({ length: stored.frontier.length / 32 }, (_, peak) => peak * 32);
  return { size: stored.size, peaks: starts.map((at) => stored.frontier.subarray(at, at + 32)) };
}

/** The tree with one more leaf, and the subtrees that this leaf made full. */
export function grow(
  frontier: Frontier,
  leaf: Uint8Array,
): { frontier: Frontier; full: readonly TreeNode[] } {
  const full: TreeNode[] = [];
  let peaks = frontier.peaks;
  let top = leaf;
  let index = frontier.size;
  for (let level = 1; index % 2 === 1; level++) {
    top = nodeHash(peaks.at(-1) ?? leaf, top);
    peaks = peaks.slice(0, -1);
    index = (index - 1) / 2;
    full.push({ level, index, hash: top });
  }
  return { frontier: { size: frontier.size + 1, peaks: [...peaks, top] }, full };
}

/** The root hash of the whole tree. */
export function rootOf(frontier: Frontier): Uint8Array {
  const [last, ...larger] = frontier.peaks.toReversed();
  if (!last) return hash('sha256', '', 'buffer');
  return larger.reduce((right, left) => nodeHash(left, right), last);
}

/** The proof that a leaf stands at this index in the tree of this size. */
export function inclusionProof(nodes: NodeSource, index: number, size: number): Uint8Array[] {
  return pathTo(nodes, index, 0, size);
}

/** True only when the proof leads from the leaf to the root. */
export function provesInclusion(
  proof: readonly Uint8Array[],
  claim: { leaf: Uint8Array; index: number; size: number; root: Uint8Array },
): boolean {
  if (claim.index < 0 || claim.index >= claim.size) return false;
  const root = climb(claim.leaf, claim.index, claim.size, proof);
  return root !== undefined && sameHash(root, claim.root);
}

/** The proof that the tree of the first size is the beginning of the tree of the second. */
export function consistencyProof(nodes: NodeSource, from: number, to: number): Uint8Array[] {
  return from === 0 ? [] : bridge(nodes, from, [0, to], true);
}

/** True only when the proof shows that the later tree begins with the earlier one. */
export function provesConsistency(
  proof: readonly Uint8Array[],
  earlier: { size: number; root: Uint8Array },
  later: { size: number; root: Uint8Array },
): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === 0) return proof.length === 0;
  const roots = rebuild(earlier.size, later.size, proof, earlier.root);
  return (
    roots !== undefined && sameHash(roots.old, earlier.root) && sameHash(roots.new, later.root)
  );
}

/** True when both hashes are the same. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** The largest power of two below n. */
function half(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The root of `size` leaves beginning at `start`. */
function rootOfRange(nodes: NodeSource, start: number, size: number): Uint8Array {
  const k = half(size);
  if (size === 1) return nodes(0, start);
  if (k * 2 === size) return nodes(Math.log2(size), start / size);
  return nodeHash(rootOfRange(nodes, start, k), rootOfRange(nodes, start + k, size - k));
}

function pathTo(nodes: NodeSource, index: number, start: number, size: number): Uint8Array[] {
  if (size === 1) return [];
  const k = half(size);
  return index - start < k
    ? [...pathTo(nodes, index, start, k), rootOfRange(nodes, start + k, size - k)]
    : [...pathTo(nodes, index, start + k, size - k), rootOfRange(nodes, start, k)];
}

function climb(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  const last = proof.at(-1);
  if (size === 1) return last ? undefined : leaf;
  if (!last) return undefined;
  const k = half(size);
  const rest = proof.slice(0, -1);
  const below = index < k ? climb(leaf, index, k, rest) : climb(leaf, index - k, size - k, rest);
  if (!below) return undefined;
  return index < k ? nodeHash(below, last) : nodeHash(last, below);
}

function bridge(
  nodes: NodeSource,
  old: number,
  [start, size]: readonly [number, number],
  known: boolean,
): Uint8Array[] {
  if (old === size) return known ? [] : [rootOfRange(nodes, start, size)];
  const k = half(size);
  return old <= k
    ? [...bridge(nodes, old, [start, k], known), rootOfRange(nodes, start + k, size - k)]
    : [...bridge(nodes, old - k, [start + k, size - k], false), rootOfRange(nodes, start, k)];
}

/** Both roots as the proof gives them; `known` is the old root where the proof may leave it out. */
function rebuild(
  old: number,
  size: number,
  proof: readonly Uint8Array[],
  known: Uint8Array | undefined,
): { old: Uint8Array; new: Uint8Array } | undefined {
  const last = proof.at(-1);
  if (old === size) {
    const root = known ?? last;
    const used = known ? 0 : 1;
    return root && proof.length === used ? { old: root, new: root } : undefined;
  }
  if (!last) return undefined;
  const k = half(size);
  const rest = proof.slice(0, -1);
  const below =
    old <= k ? rebuild(old, k, rest, known) : rebuild(old - k, size - k, rest, undefined);
  if (!below) return undefined;
  return old <= k
    ? { old: below.old, new: nodeHash(below.new, last) }
    : { old: nodeHash(last, below.old), new: nodeHash(last, below.new) };
}
