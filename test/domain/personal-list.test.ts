import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listsPersons } from '#domain/personal-list.ts';

describe('a list of persons is seen', () => {
  test.for([
    [
      'addresses one below the other',
      Array.from({ length: 6 }, (_, index) => `kunde${index}@beispiel.example`).join('\n'),
    ],
    [
      'addresses in one line',
      'An: a@x.example; b@x.example; c@y.example; d@y.example, e@z.example',
    ],
    [
      'names with telephone numbers',
      ['Ada Lovelace', 'Alan Turing', 'Grace Hopper', 'Emmy Noether', 'Kurt Gödel']
        .map((name, index) => `${name}, +49 30 123456${index}, Stammkundin`)
        .join('\n'),
    ],
    [
      'an export with semicolons',
      [
        'Name;Vorname;Telefon',
        'Ast;Ina;0170 1112221',
        'Bach;Jan;0170 1112222',
        'Cruz;Kim;0170 1112223',
        'Dorn;Lea;0170 1112224',
        'Esch;Max;0170 1112225',
      ].join('\n'),
    ],
  ])('%s', ([, text]) => {
    expect(listsPersons(text ?? '')).toBe(true);
  });
});

describe('a brief is no list', () => {
  test.for([
    'Fragen an info@firma.example oder datenschutz@firma.example, Tel. 030 1234567.',
    'Start am 01.12.2026, Budget 12.500 Euro, 4.000 Empfänger, Reichweite 1.250.000 Kontakte.',
    'Kanal: E-Mail\nZielgruppe: Stammkunden\nStart: 2026-12-01\nEnde: 2026-12-24\nBudget: 12000000\nLaufzeit: 01.12.2026 - 24.12.2026',
  ])('%s', (text) => {
    expect(listsPersons(text)).toBe(false);
  });
});

test('what is a list stays one, whatever else is written before or after it', () => {
  const list = Array.from({ length: 5 }, (_, index) => `p${index}@beispiel.example`).join('\n');

  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(listsPersons(`${before}\n${list}\n${after}`)).toBe(true);
    }),
  );
});
