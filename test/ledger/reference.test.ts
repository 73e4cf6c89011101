import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Operation,
  operationOf,
  readReference,
  Reference,
  referenceOf,
} from '#domain/reference.ts';

const ids = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(operationOf);

test('16 bytes spell an operation id, and different bytes another', () => {
  expect(operationOf(new Uint8Array(16))).toBe('0'.repeat(26));
  expect(operationOf(new Uint8Array(16).fill(255))).toBe(`${'Z'.repeat(25)}W`);
  expect(operationOf(Buffer.from('00443214c74254b635cf84653a56d7c6', 'hex'))).toBe(
    '0123456789ABCDEFGHJKMNPQRR',
  );
  expect(() => operationOf(new Uint8Array(15))).toThrow(RangeError);
  fc.assert(
    fc.property(ids, (op) => {
      expect(Operation.safeParse(op).success).toBe(true);
    }),
  );
});

test('a reference names the year and the beginning of the operation', () => {
  expect(referenceOf('7K3M9QXZ000000000000000000', '2026-11-23T10:00:00.000Z')).toBe(
    'EC-2026-7K3M-9QXZ',
  );
});

test('every reference is read back, however it is typed', () => {
  fc.assert(
    fc.property(ids, (op) => {
      const reference = referenceOf(op, '2026-01-01T00:00:00.000Z');
      expect(Reference.safeParse(reference).success).toBe(true);
      expect(readReference(reference)).toBe(reference);
      expect(readReference(` ${reference.toLowerCase().replaceAll('-', ' ')} `)).toBe(reference);
      expect(
        readReference(
          reference.slice(0, 7) + reference.slice(7).replaceAll('0', 'o').replaceAll('1', 'l'),
        ),
      ).toBe(reference);
    }),
  );
});

test.for([
  '',
  'EC',
  'EC-2026-7K3M',
  'EC-2026-7K3M-9QXZ-1',
  'EC-2026-7K3M-9QXU',
  'AB-2026-7K3M-9QXZ',
])('"%s" is no reference', (text) => {
  expect(readReference(text)).toBeUndefined();
});
