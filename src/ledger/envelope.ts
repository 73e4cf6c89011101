import { hash } from 'node:crypto';
import { z } from 'zod';
import { Entry } from '#domain/entry.ts';
import type { NewEntry } from '#domain/entry.ts';
import { Problem } from '#domain/problem.ts';
import { referenceOf } from '#domain/reference.ts';
import { lock, unlock } from '#ledger/cipher.ts';
import type { Random } from '#ledger/cipher.ts';
import type { Vault } from '#ledger/vault.ts';

// Boxes come in steps of this size, so that a length does not betray a text.
const step = 256;

const Contents = z.strictObject({
  salt: z.base64url(),
  texts: z.record(z.string(), z.string()),
});

/** The entry as it is kept: pseudonyms for persons, and its texts under lock. */
export function enclose(
  given: NewEntry,
  vault: Pick<Vault, 'pseudonymOf' | 'keyFor'>,
  random: Random,
): Entry {
  const { actor, second, private: texts, ...kept } = given;
  const pseudonym = vault.pseudonymOf(actor, given.at);
  return Entry.parse({
    ...kept,
    v: 1,
    ref: referenceOf(given.op, given.at),
    pseudonym,
    ...(second !== undefined && { second: vault.pseudonymOf(second, given.at) }),
    ...(Object.keys(texts).length > 0 && seal(given, vault.keyFor(pseudonym, given.at), random)),
  });
}

/** The texts of an entry; none when there were none, or when their key is gone. */
export function disclose(
  entry: Entry,
  vault: Pick<Vault, 'keyOf'>,
): Readonly<Record<string, string>> {
  const secret = entry.sealed && vault.keyOf(entry.sealed.key);
  if (!entry.sealed || !secret) return {};

  const bytes = unlock(secret, Buffer.from(entry.sealed.box, 'base64url'), entry.op);
  if (!bytes) throw altered(entry);
  const { salt, texts } = Contents.parse(JSON.parse(bytes.toString()));
  const message = texts['message'];
  const expected = message === undefined ? undefined : hashOf(message, salt);
  if (expected !== entry.messageHash) throw altered(entry);
  return texts;
}

function seal(
  { op, private: texts }: NewEntry,
  key: { id: string; secret: Uint8Array },
  random: Random,
): Pick<Entry, 'sealed' | 'messageHash'> {
  const salt = Buffer.from(random(32)).toString('base64url');
  const message = texts['message'];
  // Not the canonical form: a text may hold half a character, and JSON keeps it.
  const bytes = padded(JSON.stringify({ salt, texts }));
  const box = lock(key.secret, bytes, op, random).toString('base64url');
  return {
    sealed: { key: key.id, box },
    ...(message !== undefined && { messageHash: hashOf(message, salt) }),
  };
}

function hashOf(message: string, salt: string): string {
  return hash('sha256', Buffer.concat([Buffer.from(salt, 'base64url'), Buffer.from(message)]));
}

/** Blanks after JSON mean nothing. */
function padded(json: string): Uint8Array {
  const bytes = Buffer.from(json);
  return Buffer.concat([bytes, Buffer.alloc(step - (bytes.length % step), ' ')]);
}

function altered(entry: Entry): Problem {
  return new Problem('log.damaged', `The texts of ${entry.ref} do not fit their entry.`, {
    remedy: 'Run `leitplanke log verify`, then restore the key store from a backup.',
  });
}
