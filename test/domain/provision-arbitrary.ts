import fc from 'fast-check';

import type { Part, Provision } from '#domain/provision.ts';
import { instrumentIds, instruments } from '#domain/provision/instruments.ts';
import type { InstrumentId } from '#domain/provision/instruments.ts';

/** Any provision that the table of instruments can name, down to some step. */
export function aProvision(): fc.Arbitrary<Provision> {
  const citable = instrumentIds.filter(
    (id) => !['document', 'name'].includes(instruments[id].style),
  );
  return fc
    .constantFrom(...citable)
    .chain((instrument) => partsOf(instrument).map((parts) => ({ instrument, parts })));
}

function partsOf(id: InstrumentId): fc.Arbitrary<readonly Part[]> {
  const { style, definitions, country } = instruments[id];
  const capital = country === 'UK';
  switch (style) {
    case 'articles':
      return fc.oneof(
        joined(a('article', number(capital)), inner(capital)).filter(
          ([head, next]) => head?.mark !== definitions || next?.unit !== 'paragraph',
        ),
        joined(a('recital', number())),
        joined(a('annex', fc.constantFrom('I', 'III', 'IV', '1')), a('number', number()), letter()),
      );
    case 'sections':
      return fc.oneof(
        joined(a('section', inserted()), inner(false)),
        joined(
          a('section', inserted()),
          a('paragraph', number()),
          a('number', inserted()),
          letter(),
        ),
        joined(a('annex', fc.constant('')), a('number', inserted())),
      );
    case 'numbered':
      return joined(
        a('act', fc.constantFrom('(EU) 2024/1', '2005/30/EC')),
        a('article', number()),
        inner(false),
      );
    case 'us':
      return joined(a('section', number()), american());
    case 'uk-act':
      return joined(a('section', number(true)), a('paragraph', number(true)), letter());
    case 'state':
      return joined(a('section', fc.constantFrom('59.1-575', '396-b', '541.101')), american());
    case 'code':
      return instruments[id].en.endsWith(' CFR')
        ? joined(a('part', fc.constantFrom('465', '64')), a('section', number()), american())
        : joined(a('section', fc.constant('9999')), american());
    case 'in-code':
      return fc.constant([]);
    case 'uk-rules':
      return fc.oneof(
        joined(a('regulation', number(true)), a('paragraph', number(true))),
        joined(a('schedule', fc.constantFrom('1', 'A1')), a('margin', number())),
      );
    case 'ad-code':
      return joined(a('rule', fc.constantFrom('3.1', '10.15')));
    case 'policy':
      return joined(
        a(
          'clause',
          number().map((mark) => `E-${mark}`),
        ),
        a('paragraph', number()),
      );
    case 'document':
    case 'name':
      return fc.constant([]);
  }
}

function joined(
  ...steps: readonly fc.Arbitrary<Part | readonly Part[]>[]
): fc.Arbitrary<readonly Part[]> {
  return fc
    .tuple(fc.tuple(...steps), fc.integer({ min: 1, max: steps.length }))
    .map(([parts, length]) => parts.slice(0, length).flat());
}

function a(unit: Part['unit'], mark: fc.Arbitrary<string>): fc.Arbitrary<Part> {
  return mark.map((written) => ({ unit, mark: written }));
}

function letter(): fc.Arbitrary<Part> {
  return a('letter', fc.constantFrom('a', 'b', 'f', 'i', 'z', 'ba', 'aaa'));
}

function inner(capital: boolean): fc.Arbitrary<readonly Part[]> {
  return fc.oneof(
    joined(a('paragraph', number(capital)), letter(), a('item', fc.constantFrom('i', 'ii', 'iv'))),
    joined(a('paragraph', number()), a('subparagraph', fc.constantFrom('1', '2'))),
    joined(a('paragraph', number()), a('sentence', fc.constantFrom('1', '2'))),
  );
}

function american(): fc.Arbitrary<readonly Part[]> {
  return joined(letter(), a('paragraph', number()), a('letter', fc.constantFrom('A', 'K')));
}

function number(capital = false): fc.Arbitrary<string> {
  const whole = fc.integer({ min: 1, max: 400 }).map(String);
  return capital
    ? fc.oneof(
        whole,
        inserted().map((mark) => mark.toUpperCase()),
      )
    : whole;
}

function inserted(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom('', 'a', 'b', 'k'))
    .map(([whole, suffix]) => `${whole}${suffix}`);
}
