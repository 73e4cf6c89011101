import { createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkpointReader, checkpointSigner, originOf, signingKey } from '#ledger/checkpoint.ts';
import { seeded } from './samples.ts';

const key = signingKey(seeded('key')(32));
const signer = checkpointSigner('example.org/log', key);
const root = seeded('root')(32);

test('a seed makes the key of RFC 8032', () => {
  const seed = Buffer.from(
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'hex',
  );

  const { x } = createPublicKey(signingKey(seed)).export({ format: 'jwk' });

  expect(Buffer.from(x ?? '', 'base64url').toString('hex')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
});

test('the verifier key of the C2SP sample is understood, and with a wrong id refused', () => {
  const sample = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

  expect(checkpointReader(sample)).toBeTypeOf('function');
  expect(originOf(sample)).toBe('PeterNeumann');
  expect(checkpointReader(sample.replace('c74f20a3', 'c74f20a4'))).toBeUndefined();
  expect(checkpointReader('')).toBeUndefined();
});

test('a checkpoint says what was signed', () => {
  const note = signer.sign(7, root);

  expect(note.split('\n').slice(0, 4)).toEqual([
    'example.org/log',
    '7',
    Buffer.from(root).toString('base64'),
    '',
  ]);
  expect(checkpointReader(signer.vkey)?.(note)).toEqual({
    origin: 'example.org/log',
    size: 7,
    root,
  });
});

test('a checkpoint with any byte changed is none', () => {
  const note = signer.sign(1234, root);
  const read = checkpointReader(signer.vkey);

  for (let place = 0; place < note.length; place++) {
    for (const sign of ['A', '0', '\n', '=', ' ']) {
      if (note[place] === sign) continue;
      expect(
        read?.(note.slice(0, place) + sign + note.slice(place + 1)),
        `${place} ${sign}`,
      ).toBeUndefined();
      expect(read?.(note.slice(0, place) + sign + note.slice(place))).toBeUndefined();
    }
    expect(read?.(note.slice(0, place) + note.slice(place + 1))).toBeUndefined();
  }
});

test('a checkpoint of another log or another key is none', () => {
  const otherLog = checkpointSigner('example.org/other', key);
  const otherKey = checkpointSigner('example.org/log', signingKey(seeded('other')(32)));
  const read = checkpointReader(signer.vkey);

  expect(read?.(otherLog.sign(7, root))).toBeUndefined();
  expect(read?.(otherKey.sign(7, root))).toBeUndefined();
});
