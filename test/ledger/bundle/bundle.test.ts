import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeZip } from '#cli/log/evidence-zip.ts';
import { evidenceFiles } from '#ledger/bundle/evidence.ts';
import { proofText, rangeProof } from '#ledger/bundle/range-proof.ts';
import { aFolder } from '../samples.ts';
import { aBundle, aLogOf, hasPython, mustHavePython, table, verdictsOn } from './a-bundle.ts';

test('the machine can run the Python verifier', (context) => {
  if (!hasPython && !mustHavePython) context.skip('python3 is not on this machine: NOT run');
  expect(hasPython).toBe(true);
});

test.for([
  [1, 0, 0],
  [2, 1, 1],
  [7, 3, 5],
  [8, 2, 4],
  [13, 5, 11],
  [13, 12, 12],
])('of a log of %i entries, a bundle of %i to %i is found intact', async ([size, first, last]) => {
  const ledger = await aLogOf(size ?? 0);
  const folder = await aBundle(ledger, { first: first ?? 0, last: last ?? 0 });

  const { node, python } = await verdictsOn(folder, '--key', ledger.vkey);

  expect(node).toMatchObject({ status: 0, text: expect.stringContaining('INTACT') });
  expect(node.text).toContain(`entries ${first} to ${last} of ${size}`);
  expect(node.text).toContain((await ledger.head()).root);
  expect(python).toEqual(node);
});

describe('a changed bundle is refused by both verifiers:', () => {
  const inProof = (from: RegExp, to: string) => inFile('proof.json', from, to);

  test.for<[string, (folder: string) => void]>([
    ['a sign in an entry', inFile('entries.jsonl', /"de"/, '"en"')],
    ['a blank in an entry', inFile('entries.jsonl', /,/, ', ')],
    ['an entry left out', inFile('entries.jsonl', /^.*\n/, '')],
    ['an entry twice', inFile('entries.jsonl', /^(.*\n)/, '$1$1')],
    ['two entries exchanged', inFile('entries.jsonl', /^(.*\n)(.*\n)/, '$2$1')],
    ['an end cut off', inFile('entries.jsonl', /\n$/, '')],
    ['an empty line more', inFile('entries.jsonl', /$/, '\n')],
    ['the first index', inProof(/"first":3/, '"first":2')],
    ['the last index', inProof(/"last":6/, '"last":7')],
    ['the size', inProof(/"size":11/, '"size":12')],
    ['a hash before', inProof(/("left":\["\w{10})(\w)/, '$1x')],
    ['a hash after', inProof(/"right":\["(\w{64})"/, `"right":["${'0'.repeat(64)}"`)],
    ['a hash left out', inProof(/"left":\["\w{64}",/, '"left":[')],
    ['a hash in capitals', inProof(/"left":\["\w{64}/, `"left":["${'A'.repeat(64)}`)],
    ['a hash more', inProof(/"right":\[/, `"right":["${'0'.repeat(64)}",`)],
    ['a blank in the proof', inProof(/,/, ', ')],
    ['the signed size', inProof(/\\n11\\n/, '\\n12\\n')],
    ['the signed root', inProof(/\\n11\\n../, '\\n11\\nAA')],
    ['the signature', inProof(/(\u2014 \S+ .{20})./, '$1.')],
    ['the name of the log', inProof(/leitplanke\//g, 'leitplanken/')],
    ['the key', inProof(/(\+[0-9a-f]{8}\+.{10})./, '$1.')],
    ['the copy of the checkpoint', inFile('checkpoint.txt', /11/, '12')],
    ['the copy of the key', inFile('key.txt', /\+/, '-')],
  ])('%s', async ([, change]) => {
    const folder = await aBundle(await aLogOf(11), { first: 3, last: 6 });
    change(folder);

    const { node, python } = await verdictsOn(folder);

    expect(node).toMatchObject({ status: 1, text: expect.stringContaining('NOT INTACT') });
    expect(python).toMatchObject({ status: 1, text: expect.stringContaining('NOT INTACT') });
  });
});

test('a bundle that somebody else signed is refused by those who know the key', async () => {
  const [ours, theirs] = [await aLogOf(3), await aLogOf(3, 'other')];
  const folder = await aBundle(theirs, { first: 0, last: 2 });

  expect((await verdictsOn(folder)).node.status).toBe(0);
  const { node, python } = await verdictsOn(folder, '--key', ours.vkey);
  expect([node.status, python.status]).toEqual([1, 1]);
});

test('the same entries make the same zip, in every time zone', async () => {
  const ledger = await aLogOf(11);
  const proof = await rangeProof(ledger, { first: 2, last: 9 });
  const zone = process.env['TZ'];
  const zips: Buffer[] = [];
  for (const one of ['UTC', 'Asia/Tokyo', 'America/Los_Angeles']) {
    process.env['TZ'] = one;
    const path = join(aFolder(), 'evidence.zip');
    await writeZip(path, evidenceFiles(ledger, proof, table));
    zips.push(readFileSync(path));
  }
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;

  expect(new Set(zips.map((zip) => zip.toString('base64'))).size).toBe(1);
});

test('the proof of one entry has at most 4 kB, and both verifiers take it', async () => {
  const ledger = await aLogOf(300);
  const folder = aFolder();
  const proof = proofText(await rangeProof(ledger, { first: 170, last: 170 }));
  const [stored] = await ledger.read({ after: 169, limit: 1, oldestFirst: true });
  writeFileSync(join(folder, 'proof.json'), proof);
  writeFileSync(join(folder, 'entry.jsonl'), `${stored?.line}\n`);
  const scripts = await aBundle(ledger, { first: 0, last: 0 });

  // With 20 hashes, as in a log of a million entries.
  expect(Buffer.byteLength(proof) + 12 * 67).toBeLessThan(4_096);
  const files = [join(folder, 'proof.json'), join(folder, 'entry.jsonl')];
  const { node, python } = await verdictsOn(scripts, ...files);
  expect(node).toMatchObject({ status: 0, text: expect.stringContaining('170 to 170 of 300') });
  expect(python).toEqual(node);
});

/** Changes one place of a file of a bundle. */
function inFile(name: string, from: RegExp, to: string): (folder: string) => void {
  return (folder) => {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
  };
}
