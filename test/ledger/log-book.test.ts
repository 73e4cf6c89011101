import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { logBookOf } from '#ledger/log-book.ts';
import { aDecision, anAnswer } from '../contracts/entries.ts';
import { aFolder, aLedger, tamper } from './samples.ts';

/** What a stranger writes from docs/log-format.md: Node, the proof, the line, and nothing of ours. */
const stranger = `
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const { proof, line } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const node = (left, right) => sha256(Buffer.of(1), left, right);

let hash = sha256(Buffer.of(0), Buffer.from(line));
const path = proof.path.map((one) => Buffer.from(one, 'hex'));
// RFC 9162, section 2.1.3.2
let fn = proof.index;
let sn = proof.size - 1;
for (const other of path) {
  if (sn === 0) throw new Error('the path is too long');
  if (fn % 2 === 1 || fn === sn) {
    hash = node(other, hash);
    while (fn % 2 === 0 && fn !== 0) { fn = Math.floor(fn / 2); sn = Math.floor(sn / 2); }
  } else hash = node(hash, other);
  fn = Math.floor(fn / 2);
  sn = Math.floor(sn / 2);
}
const [text, signed] = proof.checkpoint.split('\\n\\n\\u2014 ');
const [, size, root] = text.split('\\n');
const raw = Buffer.from(proof.vkey.split('+').slice(2).join('+'), 'base64').subarray(1);
const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
const signature = Buffer.from(signed.split(' ')[1], 'base64').subarray(4);
const holds =
  sn === 0 &&
  verify(null, Buffer.from(text + '\\n'), key, signature) &&
  size === String(proof.size) &&
  root === hash.toString('base64') &&
  proof.root === hash.toString('hex');
process.exitCode = holds ? 0 : 1;
`;

test('a stranger checks the proof of each entry with its line alone, and an altered line fails', async () => {
  const folder = aFolder();
  const ledger = aLedger(folder);
  for (let number = 0; number < 7; number++) await ledger.append(anAnswer());
  const book = logBookOf(ledger);
  const script = join(folder, 'stranger.mjs');
  writeFileSync(script, stranger);
  const check = (proof: unknown, line: string) => {
    const file = join(folder, 'proof.json');
    writeFileSync(file, JSON.stringify({ proof, line }));
    return spawnSync(process.execPath, [script, file]).status;
  };

  for (const { index, line } of await book.read({})) {
    expect(check(await book.proofOf(index), line)).toBe(0);
  }
  const [newest] = await book.read({ limit: 1 });
  const proof = await book.proofOf(6);
  expect(check(proof, (newest?.line ?? '').replace('"de"', '"en"'))).toBe(1);
  expect(check({ ...proof, index: 5 }, newest?.line ?? '')).toBe(1);
});

test('there is no proof of an entry that is not there', async () => {
  const ledger = aLedger(aFolder());
  await ledger.append(anAnswer());

  await expect(logBookOf(ledger).proofOf(1)).rejects.toBeInstanceOf(RangeError);
});

test('reading in steps finds what one search would find, in both directions', async () => {
  const ledger = aLedger(aFolder());
  for (let number = 0; number < 700; number++) {
    await ledger.append(number % 90 === 7 ? aDecision() : anAnswer());
  }
  const book = logBookOf(ledger);
  const filters = [
    {},
    { kind: 'decision' },
    { kind: 'decision', limit: 3 },
    { kind: 'decision', before: 400, limit: 3 },
    { kind: 'decision', after: 200, before: 500 },
    { kind: 'answer', limit: 60, before: 333 },
    { market: 'DE', after: 7 },
    { market: 'FR' },
    { before: 0 },
    { after: 699 },
  ] as const;

  for (const filter of filters) {
    for (const order of [{}, { oldestFirst: true }] as const) {
      const wanted = await ledger.read({ ...filter, ...order });
      expect(await book.read({ ...filter, ...order })).toEqual(wanted);
    }
  }
});

test('verification tells an untouched log from an altered one, and goes on beside other work', async () => {
  const folder = aFolder();
  const ledger = aLedger(folder);
  for (let number = 0; number < 5; number++) await ledger.append(anAnswer());
  const book = logBookOf(ledger);

  const [one, other, head] = await Promise.all([book.verify(), book.verify(), book.head()]);
  expect(one).toMatchObject({ ok: true, size: 5, root: head.root, problems: [] });
  expect(other).toBe(one);

  tamper(join(folder, 'ledger.db'), (db) =>
    db.exec(
      `UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), '"de"', '"en"') AS BLOB) WHERE idx = 3`,
    ),
  );
  const { ok, problems } = await book.verify();
  expect(ok).toBe(false);
  expect(problems[0]).toMatchObject({ index: 3, what: 'its bytes are not those hashed' });
});
