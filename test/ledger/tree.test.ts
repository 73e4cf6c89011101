import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  consistencyProof,
  emptyFrontier,
  frontierFrom,
  grow,
  inclusionProof,
  leafHash,
  nodeHash,
  provesConsistency,
  provesInclusion,
  rootOf,
} from '#ledger/tree.ts';

const sizes = Array.from({ length: 64 }, (_, number) => number + 1);

// Leaves and roots of the certificate-transparency reference implementation.
const known = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  [
    '606162636465666768696a6b6c6d6e6f',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
] as const;

test('the roots are those of RFC 6962', () => {
  let frontier = emptyFrontier;
  expect(hex(rootOf(frontier))).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
  for (const [leaf, root] of known) {
    ({ frontier } = grow(frontier, leafHash(Buffer.from(leaf, 'hex'))));
    expect(hex(rootOf(frontier))).toBe(root);
  }
});

test('growing leaf by leaf gives the root that the definition gives', () => {
  const { leaves, roots } = aTree(64);

  for (const size of sizes) expect(roots[size]).toEqual(definition(leaves.slice(0, size)));
});

test('a tree that was stored goes on as if it had not been', () => {
  const { leaves, roots } = aTree(64);
  let frontier = emptyFrontier;
  for (const leaf of leaves) {
    ({ frontier } = grow(frontier, leaf));
    frontier = frontierFrom({ size: frontier.size, frontier: Buffer.concat(frontier.peaks) });
  }

  expect(rootOf(frontier)).toEqual(roots[64]);
});

test('each leaf is proved in each tree, and in no other place', () => {
  const { nodes, leaves, roots } = aTree(64);

  for (const size of sizes) {
    for (let index = 0; index < size; index++) {
      const proof = inclusionProof(nodes, index, size);
      const claim = { leaf: at(leaves, index), index, size, root: at(roots, size) };
      expect(provesInclusion(proof, claim)).toBe(true);
      expect(provesInclusion(proof, { ...claim, index: index + 1 })).toBe(false);
      expect(provesInclusion(proof, { ...claim, index: index - 1 })).toBe(false);
      expect(provesInclusion(proof, { ...claim, leaf: leafHash(Buffer.from('other')) })).toBe(
        false,
      );
      expect(provesInclusion(proof, { ...claim, root: at(roots, size - 1) })).toBe(false);
      for (const wrong of mutants(proof)) expect(provesInclusion(wrong, claim)).toBe(false);
    }
  }
});

test('each tree is proved to begin with each earlier one, and with no other', () => {
  const { nodes, roots } = aTree(64);

  for (const size of sizes) {
    for (let old = 1; old <= size; old++) {
      const proof = consistencyProof(nodes, old, size);
      const [earlier, later] = [
        { size: old, root: at(roots, old) },
        { size, root: at(roots, size) },
      ];
      expect(provesConsistency(proof, earlier, later)).toBe(true);
      expect(provesConsistency(proof, { ...earlier, root: at(roots, old - 1) }, later)).toBe(false);
      expect(provesConsistency(proof, earlier, { ...later, root: at(roots, size - 1) })).toBe(
        false,
      );
      for (const wrong of mutants(proof))
        expect(provesConsistency(wrong, earlier, later)).toBe(false);
    }
  }
});

test('every tree begins with the empty one, and none with a longer one', () => {
  const { roots } = aTree(3);
  const [none, three] = [
    { size: 0, root: at(roots, 0) },
    { size: 3, root: at(roots, 3) },
  ];

  expect(provesConsistency([], none, three)).toBe(true);
  expect(provesConsistency([at(roots, 1)], none, three)).toBe(false);
  expect(provesConsistency([], three, none)).toBe(false);
});

test('no proof leads from a longer tree back to a shorter one', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((text) => leafHash(Buffer.from(text)));
  if (!a || !b || !c || !d) throw new Error('four hashes');
  const longer = { size: 3, root: nodeHash(d, nodeHash(c, a)) };
  const shorter = { size: 2, root: nodeHash(d, nodeHash(c, nodeHash(a, b))) };

  expect(provesConsistency([a, b, c, d], longer, shorter)).toBe(false);
});

test('no made-up proof is believed', () => {
  const { leaves, roots } = aTree(20);
  const hashes = fc.array(fc.constantFrom(...leaves, ...roots), { maxLength: 7 });

  fc.assert(
    fc.property(fc.nat(19), hashes, (index, proof) => {
      const claim = { leaf: leafHash(Buffer.from('forged')), index, size: 20, root: at(roots, 20) };
      expect(provesInclusion(proof, claim)).toBe(false);
    }),
  );
});

function aTree(size: number) {
  const full = new Map<string, Uint8Array>();
  const leaves = Array.from({ length: size }, (_, number) =>
    leafHash(Buffer.from(`leaf ${number}`)),
  );
  const roots = [rootOf(emptyFrontier)];
  let frontier = emptyFrontier;
  for (const leaf of leaves) {
    full.set(`0/${frontier.size}`, leaf);
    const grown = grow(frontier, leaf);
    for (const { level, index, hash } of grown.full) full.set(`${level}/${index}`, hash);
    frontier = grown.frontier;
    roots.push(rootOf(frontier));
  }
  const nodes = (level: number, index: number) => {
    const hash = full.get(`${level}/${index}`);
    if (!hash) throw new Error(`node ${level}/${index} is not full`);
    return hash;
  };
  return { leaves, roots, nodes };
}

/** MTH of RFC 6962, section 2.1. */
function definition(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only && leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(definition(leaves.slice(0, k)), definition(leaves.slice(k)));
}

/** Proofs with one hash changed, dropped, doubled or added. */
function mutants(proof: readonly Uint8Array[]): Uint8Array[][] {
  const other = leafHash(Buffer.from('mutant'));
  return [
    [...proof, other],
    [other, ...proof],
    ...proof.flatMap((hash, place) => [
      proof.with(place, other),
      proof.toSpliced(place, 1),
      proof.toSpliced(place, 0, hash),
    ]),
  ];
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
