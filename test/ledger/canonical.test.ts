import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '#ledger/canonical.ts';

const data = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string({ unit: 'binary' }).filter((key) => key.isWellFormed()),
      tie('value'),
      {
        maxKeys: 5,
      },
    ),
  ),
})).value;

test('any data is spelled as RFC 8785 has it', () => {
  const spelled = fc.property(data, (value) => {
    expect(canonical(value)).toBe(canonicalize(value));
  });
  fc.assert(spelled, { numRuns: 500 });
});

test('what is read back is spelled the same again', () => {
  fc.assert(
    fc.property(data, (value) => {
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
    }),
  );
});

test('the sample of RFC 8785 section 3.2.3 is sorted by UTF-16 code units', () => {
  const sample = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\u{1f600}': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };

  const found = [...canonical(sample).matchAll(/:"(\w+)/g)].map(([, word]) => word);
  expect(found).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew']);
});

test('naughty strings are spelled as the oracle spells them', () => {
  for (const text of naughtyStrings)
    expect(canonical({ [text]: text })).toBe(canonicalize({ [text]: text }));
});

test('an undefined member is left out', () => {
  expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test.for([
  ['a fraction', 0.5],
  ['infinity', Infinity],
  ['not a number', Number.NaN],
  ['a number too large', 2 ** 53],
  ['a big integer', 1n],
  ['half a character', '\ud800'],
  ['half a character as a key', { '\udfff': 1 }],
  ['nothing', undefined],
  ['nothing in a list', [undefined]],
  ['a hole in a list', Array(1)],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a date', new Date(0)],
  ['bytes', new Uint8Array(2)],
  ['a map', new Map()],
  ['a fraction deep inside', { a: [{ b: 1.5 }] }],
] as const)('%s is refused', ([, value]) => {
  expect(() => canonical(value)).toThrow(TypeError);
});

test('minus zero is zero', () => {
  expect(canonical(-0)).toBe('0');
});
