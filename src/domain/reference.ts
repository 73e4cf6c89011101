import { z } from 'zod';

// Crockford's base32 leaves out I, L, O and U: nothing read aloud or copied by hand is mistaken.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The id of one operation: 128 random bits in 26 letters and digits, made before anything is written. */
export const Operation = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
export type Operation = z.infer<typeof Operation>;

/** The public name of one entry, such as `EC-2026-7K3M-9QXZ`. */
export const Reference = z.string().regex(/^EC-\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
export type Reference = z.infer<typeof Reference>;

/** Spells 16 bytes as an operation id. */
export function operationOf(bytes: Uint8Array): Operation {
  if (bytes.length !== 16) throw new RangeError('An operation id is made of 16 bytes.');
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.padEnd(130, '0').match(/.{5}/g) ?? [];
  return fives.map((five) => letters.charAt(Number.parseInt(five, 2))).join('');
}

/**
 * The reference of an operation, known before its entry is written.
 * It holds 40 of the 128 bits; a ledger refuses the rare second entry with the same one.
 */
export function referenceOf(op: Operation, at: string): Reference {
  return `EC-${at.slice(0, 4)}-${op.slice(0, 4)}-${op.slice(4, 8)}`;
}

/** Reads a reference as a person types it: small letters, blanks, O for 0, I or L for 1. */
export function readReference(text: string): Reference | undefined {
  const signs = text.toUpperCase().replaceAll(/[\s-]/g, '');
  const [, year, name] = /^EC(\d{4})([0-9A-TV-Z]{8})$/.exec(signs) ?? [];
  if (year === undefined || name === undefined) return undefined;
  const exact = name.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return `EC-${year}-${exact.slice(0, 4)}-${exact.slice(4)}`;
}
