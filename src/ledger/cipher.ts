import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Who makes random bytes. */
export type Random = (size: number) => Uint8Array;

const algorithm = 'aes-256-gcm';
const nonceSize = 12;
const tagSize = 16;

/** Locks bytes under a key, bound to `context`: nonce, ciphertext, tag. */
export function lock(key: Uint8Array, bytes: Uint8Array, context: string, random: Random): Buffer {
  const nonce = random(nonceSize);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagSize });
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `lock` made; undefined when the key or the context is another, or a bit has changed. */
export function unlock(key: Uint8Array, box: Uint8Array, context: string): Buffer | undefined {
  if (box.length < nonceSize + tagSize) return undefined;
  const decipher = createDecipheriv(algorithm, key, box.subarray(0, nonceSize), {
    authTagLength: tagSize,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(box.subarray(-tagSize));
  const bytes = decipher.update(box.subarray(nonceSize, -tagSize));
  try {
    return Buffer.concat([bytes, decipher.final()]);
  } catch {
    return undefined;
  }
}
