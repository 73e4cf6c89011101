import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { Problem } from '#domain/problem.ts';
import { signingKey } from '#ledger/checkpoint.ts';
import type { Random } from '#ledger/cipher.ts';
import { placeOnce } from '#ledger/database.ts';

/** The key that signs checkpoints, from a file that only its owner can read; made when missing. */
export function signingKeyFile(path: string, random: Random): KeyObject {
  placeOnce(path, random, (draft) => {
    writeSecret(draft, signingKey(random(32)).export({ format: 'pem', type: 'pkcs8' }));
  });
  try {
    return createPrivateKey(readFileSync(path));
  } catch (cause) {
    throw lostKey(path, cause);
  }
}

/** The key that locks all other keys, from a file that only its owner can read; made for a new vault. */
export function wrappingKeyFile(path: string, vault: string, random: Random): Uint8Array {
  if (existsSync(vault) && !existsSync(path)) throw lostKey(path);
  placeOnce(path, random, (draft) => {
    writeSecret(draft, `${Buffer.from(random(32)).toString('hex')}\n`);
  });
  const key = keyFrom(readFileSync(path, 'utf8').trim());
  if (!key) throw lostKey(path);
  return key;
}

/** The key that locks all other keys, as given in the configuration. */
export function wrappingKey(text: string): Uint8Array {
  const key = keyFrom(text.trim());
  if (key) return key;
  throw new Problem('config.invalid', 'The key of the decision log is not 32 bytes.', {
    remedy: 'Give 64 hex digits or 44 signs of base64, for example from `openssl rand -hex 32`.',
  });
}

function lostKey(path: string, cause?: unknown): Problem {
  return new Problem(
    'log.damaged',
    {
      de: `Der Schlüssel des Protokolls fehlt oder ist unlesbar: ${path}.`,
      en: `The key of the decision log is missing or unreadable: ${path}.`,
    },
    {
      remedy: {
        de: 'Spielen Sie diese Datei aus der Sicherung zurück: ein neuer Schlüssel öffnet die alten Texte nicht.',
        en: 'Restore this file from the backup: a new key does not open the old texts.',
      },
      cause,
    },
  );
}

function keyFrom(text: string): Uint8Array | undefined {
  const encoding = /^[0-9a-fA-F]{64}$/.test(text) ? 'hex' : 'base64';
  const key = Buffer.from(text, encoding);
  return key.length === 32 ? key : undefined;
}

function writeSecret(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
}
