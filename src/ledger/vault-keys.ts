import { createHmac, hkdfSync } from 'node:crypto';

/** The keys of a vault: one locks what is in it, the other finds persons. */
export type Keys = { readonly wrap: Uint8Array; readonly find: Uint8Array };

/** The keys that one key over all keys makes. */
export function vaultKeys(kek: Uint8Array): Keys {
  return { wrap: derive(kek, 'wrap'), find: derive(kek, 'find') };
}

/** Finds a person without naming one: useless without the key, and gone with the row. */
export function tagOf(person: string, quarter: string, keys: Keys): Uint8Array {
  return createHmac('sha256', keys.find)
    .update(JSON.stringify([quarter, person]))
    .digest();
}

/** The time for which a pseudonym holds. */
export function quarterOf(at: string): string {
  return `${at.slice(0, 4)}-Q${Math.ceil(Number(at.slice(5, 7)) / 3)}`;
}

function derive(kek: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', kek, '', `leitplanke ${use}`, 32));
}
