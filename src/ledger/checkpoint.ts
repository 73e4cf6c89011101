import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What a checkpoint says: this log, at this size, has this root. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
};

/** Signs checkpoints as C2SP signed notes; `vkey` is what others need to check them. */
export type Signer = {
  readonly vkey: string;
  sign(size: number, root: Uint8Array): string;
};

/** Reads checkpoints; a note that the key did not sign, byte for byte, is undefined. */
export type CheckpointReader = (note: string) => Checkpoint | undefined;

// The frame of a PKCS #8 Ed25519 private key, RFC 8410 section 7; the seed follows.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
// The frame of an Ed25519 public key, RFC 8410 section 4.
const spki = Buffer.from('302a300506032b6570032100', 'hex');
// Ed25519 in C2SP signed-note.
const algorithm = 1;

/** The Ed25519 key that a seed of 32 bytes makes. */
export function signingKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

export function checkpointSigner(origin: string, key: KeyObject): Signer {
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spki.length);
  const material = Buffer.concat([Buffer.of(algorithm), raw]);
  const id = keyId(origin, material);

  return {
    vkey: `${origin}+${id.toString('hex')}+${material.toString('base64')}`,
    sign(size, root) {
      const text = `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
      const signature = Buffer.concat([id, sign(null, Buffer.from(text), key)]);
      return `${text}\n\u2014 ${origin} ${signature.toString('base64')}\n`;
    },
  };
}

/** A reader that trusts this key; undefined when the text is no key. */
export function checkpointReader(vkey: string): CheckpointReader | undefined {
  const [, origin, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const material = fromBase64(encoded ?? '');
  if (!origin || !material || material.length !== 33 || material[0] !== algorithm) return undefined;
  if (keyId(origin, material).toString('hex') !== id) return undefined;

  const der = Buffer.concat([spki, material.subarray(1)]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return (note) => readNote(note, origin, Buffer.from(id, 'hex'), key);
}

/** The name of the log that a key signs for. */
export function originOf(vkey: string): string {
  return vkey.split('+')[0] ?? '';
}

function readNote(
  note: string,
  origin: string,
  id: Buffer,
  key: KeyObject,
): Checkpoint | undefined {
  const parts = /^(?<text>(\S+)\n(0|[1-9]\d{0,15})\n(\S+)\n)\n\u2014 (\S+) (\S+)\n$/.exec(note);
  const [, text = '', named, size, root64 = '', signer, signature64 = ''] = parts ?? [];
  const root = fromBase64(root64);
  const signature = fromBase64(signature64);
  if (named !== origin || signer !== origin || root?.length !== 32) return undefined;
  if (!signature?.subarray(0, 4).equals(id)) return undefined;
  if (!verify(null, Buffer.from(text), key, signature.subarray(4))) return undefined;
  return { origin, size: Number(size), root };
}

/** Decodes base64 in its one exact spelling, so that no bit of a note is free. */
function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

function keyId(origin: string, material: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(`${origin}\n`), material]);
  return hash('sha256', named, 'buffer').subarray(0, 4);
}
