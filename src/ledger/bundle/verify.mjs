// Prüft ein Beweispaket von Leitplanke: node verify.mjs [--key PRÜFSCHLÜSSEL] [proof.json entries.jsonl]
// Verifies evidence of Leitplanke:      node verify.mjs [--key VERIFIER-KEY] [proof.json entries.jsonl]
// Node 20+, no dependencies, no network. 0 = intact, 1 = not intact. How it works: VERIFY.md.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const insist = (holds, what) => {
  if (!holds) throw new Error(what);
};
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const join2 = (left, right) => sha256(Buffer.of(1), left, right);
/** Base64 in its one exact spelling, so that no bit is free. */
const decoded = (text) => {
  const bytes = Buffer.from(text, 'base64');
  insist(bytes.toString('base64') === text, 'base64');
  return bytes;
};

/** The key that a verifier key (C2SP signed-note) names, and whose log it signs for. */
function keyIn(vkey) {
  const [, origin, id, material] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  insist(material, 'vkey');
  const bytes = decoded(material);
  insist(bytes.length === 33 && bytes[0] === 1, 'vkey: not Ed25519');
  const named = sha256(Buffer.from(`${origin}\n`), bytes).subarray(0, 4);
  insist(named.toString('hex') === id, 'vkey: id');
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return { origin, id, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** Size and root that a checkpoint (C2SP tlog-checkpoint) signs. */
function signedIn(note, { origin, id, key }) {
  const parts = /^((\S+)\n(0|[1-9]\d{0,15})\n(\S+)\n)\n\u2014 (\S+) (\S+)\n$/.exec(note);
  insist(parts, 'checkpoint: form');
  const [, text, named, size, root, signer, signature] = parts;
  insist(named === origin && signer === origin, 'checkpoint: another log');
  const bytes = decoded(signature);
  insist(bytes.subarray(0, 4).toString('hex') === id, 'checkpoint: another key');
  insist(verify(null, Buffer.from(text), key, bytes.subarray(4)), 'checkpoint: signature');
  return { size: Number(size), root: decoded(root) };
}

const fromHex = (list) => list.map((one) => Buffer.from(one, 'hex'));

/** The proof, in its one exact spelling. */
function proofIn(text) {
  const { first, last, size, left, right, checkpoint, vkey } = JSON.parse(text);
  const spelled = JSON.stringify({ first, last, size, left, right, checkpoint, vkey });
  insist(text === `${spelled}\n`, 'proof: form');
  insist([first, last, size].every(Number.isSafeInteger), 'proof: numbers');
  insist(0 <= first && first <= last && last < size, 'proof: range');
  const hashes = [...left, ...right];
  insist(
    hashes.every((one) => /^[0-9a-f]{64}$/.test(one)),
    'proof: hashes',
  );
  return { first, last, size, left: fromHex(left), right: fromHex(right), checkpoint, vkey };
}

/** The lines of a file as bytes, without holding all of it. */
async function* linesOf(path) {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      yield rest.subarray(0, end);
      rest = rest.subarray(end + 1);
    }
  }
  insist(rest.length === 0, 'entries: the last line does not end');
}

/** The root that a proof and the entries in its range make (RFC 6962). */
async function rootFrom({ first, last, size, left, right }, lines) {
  const peaks = [...left];
  let at = first;
  const add = (hash, width) => {
    let top = hash;
    for (let n = at / width; n % 2 === 1; n = (n - 1) / 2) top = join2(peaks.pop(), top);
    peaks.push(top);
    at += width;
  };
  const ones = first.toString(2).replaceAll('0', '').length;
  insist(left.length === ones, 'proof: left');
  for await (const line of lines) {
    insist(at <= last, 'entries: too many');
    add(sha256(Buffer.of(0), line), 1);
  }
  insist(at === last + 1, 'entries: missing');
  for (const hash of right) {
    insist(at < size, 'proof: right');
    let width = 1;
    while (at % (width * 2) === 0) width *= 2;
    if (at + width <= size) add(hash, width);
    else {
      // The end of the tree is not full: its root is one hash.
      peaks.push(hash);
      at = size;
    }
  }
  insist(at === size, 'proof: right');
  return peaks.reduceRight((below, peak) => join2(peak, below));
}

async function main(args) {
  const at = args.indexOf('--key');
  const known = at === -1 ? undefined : args.splice(at, 2)[1];
  const here = dirname(fileURLToPath(import.meta.url));
  const [proofPath = join(here, 'proof.json'), given] = args;
  const folder = dirname(proofPath);
  const proof = proofIn(readFileSync(proofPath, 'utf8'));
  for (const [name, text] of [
    ['checkpoint.txt', proof.checkpoint],
    ['key.txt', `${proof.vkey}\n`],
  ]) {
    const path = join(folder, name);
    insist(
      !existsSync(path) || readFileSync(path, 'utf8') === text,
      `${name}: not that of the proof`,
    );
  }
  insist(at === -1 || known === proof.vkey, 'vkey: not the known one');
  const key = keyIn(proof.vkey);
  const signed = signedIn(proof.checkpoint, key);
  insist(signed.size === proof.size, 'proof: size');
  const root = await rootFrom(proof, linesOf(given ?? join(folder, 'entries.jsonl')));
  insist(root.equals(signed.root), 'entries: not those that were signed');
  const { first, last, size } = proof;
  console.log(
    `UNVERSEHRT: ${key.origin}, Einträge ${first} bis ${last} von ${size}, wie unterschrieben.`,
  );
  console.log(`INTACT: ${key.origin}, entries ${first} to ${last} of ${size}, as signed.`);
  console.log(`root ${root.toString('hex')}`);
  if (known === undefined) console.log('key? VERIFY.md');
}

await main(process.argv.slice(2)).catch((error) => {
  console.log(`NICHT UNVERSEHRT / NOT INTACT: ${error.message}`);
  process.exitCode = 1;
});
