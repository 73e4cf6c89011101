import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  covers,
  existsProvision,
  findProvisions,
  formatProvision,
  parseProvision,
} from '#domain/provision.ts';
import type { Part, Provision } from '#domain/provision.ts';
import { instrumentIds, instruments } from '#domain/provision/instruments.ts';
import type { InstrumentId } from '#domain/provision/instruments.ts';

describe('a provision has one name in English and one in German', () => {
  test.for([
    ['GDPR Art. 6(1)(a)', 'Art. 6 Abs. 1 lit. a DSGVO'],
    ['GDPR Art. 6', 'Art. 6 DSGVO'],
    ['GDPR Art. 4(11)', 'Art. 4 Nr. 11 DSGVO'],
    ['GDPR Recital 47', 'Erwägungsgrund 47 DSGVO'],
    ['GDPR', 'DSGVO'],
    ['AI Act Art. 50(4)', 'Art. 50 Abs. 4 KI-VO'],
    ['AI Act Art. 50(4) subpara. 2', 'Art. 50 Abs. 4 UAbs. 2 KI-VO'],
    ['AI Act Art. 3(60)', 'Art. 3 Nr. 60 KI-VO'],
    ['AI Act Art. 5(1)(ba)', 'Art. 5 Abs. 1 lit. ba KI-VO'],
    ['AI Act Art. 5(1)(h)(iii)', 'Art. 5 Abs. 1 lit. h Ziff. iii KI-VO'],
    ['AI Act Annex III Nr. 4(a)', 'Anhang III Nr. 4 lit. a KI-VO'],
    ['DSA Art. 26(3)', 'Art. 26 Abs. 3 DSA'],
    ['ePrivacy Art. 5(3)', 'Art. 5 Abs. 3 ePrivacy-RL'],
    ['Regulation (EC) 1924/2006 Art. 10', 'Art. 10 Verordnung (EG) 1924/2006'],
    ['Decision 2000/518/EC', 'Beschluss 2000/518/EG'],
    ['UWG §7(2) Nr. 2', '§ 7 Abs. 2 Nr. 2 UWG'],
    ['UWG §7(1) sentence 2', '§ 7 Abs. 1 Satz 2 UWG'],
    ['UWG Anhang Nr. 23b', 'Anhang Nr. 23b UWG'],
    ['TDDDG §25(1)', '§ 25 Abs. 1 TDDDG'],
    ['BGB §312k', '§ 312k BGB'],
    ['GeschGehG §2 Nr. 1(a)', '§ 2 Nr. 1 lit. a GeschGehG'],
    ['EGBGB Art. 246a §1(1) Nr. 6', 'Art. 246a § 1 Abs. 1 Nr. 6 EGBGB'],
    ['GG Art. 2(1)', 'Art. 2 Abs. 1 GG'],
    ['TKG 2021 §174(4) Nr. 1', '§ 174 Abs. 4 Z 1 TKG 2021'],
    ['UWG-AT Anhang Nr. 28', 'Anhang Z 28 UWG-AT'],
    ['DSG-AT §4(4)', '§ 4 Abs. 4 DSG-AT'],
    ['DSG-CH Art. 19', 'Art. 19 DSG-CH'],
    ['UWG-CH Art. 3(1)(o)', 'Art. 3 Abs. 1 lit. o UWG-CH'],
    ['StGB-CH Art. 261bis(5)', 'Art. 261bis Abs. 5 StGB-CH'],
    ['UK GDPR Art. 22A', 'Art. 22A UK-DSGVO'],
    ['PECR reg. 22(3A)', 'PECR reg. 22(3A)'],
    ['PECR Sch. A1 para. 2', 'PECR Sch. A1 para. 2'],
    ['DPA 2018 s. 164A', 'DPA 2018 s. 164A'],
    ['Communications Act 2003 s. 368Z14', 'Communications Act 2003 s. 368Z14'],
    ['CAP Code rule 3.45', 'CAP Code rule 3.45'],
    ['CAP Code section 10', 'CAP Code section 10'],
    ['CPCE Art. L.34-5', 'Art. L.34-5 CPCE'],
    ['Loi 2023-451 Art. 5', 'Art. 5 Loi 2023-451'],
    ['Codice Privacy Art. 130(3-bis)', 'Art. 130 Abs. 3-bis Codice Privacy'],
    ['Codice penale Art. 612-quater', 'Art. 612-quater Codice penale'],
    ['Telecommunicatiewet Art. 11.7a(1)', 'Art. 11.7a Abs. 1 Telecommunicatiewet'],
    ['CCPA §1798.140(v)(1)(K)', 'CCPA §1798.140(v)(1)(K)'],
    ['CCPA Regs §7001(ddd)(6)', 'CCPA Regs §7001(ddd)(6)'],
    ['CAN-SPAM 15 USC 7704(a)(3)', 'CAN-SPAM 15 USC 7704(a)(3)'],
    ['TCPA 47 USC 227(b)', 'TCPA 47 USC 227(b)'],
    ['COPPA 16 CFR 312.5', 'COPPA 16 CFR 312.5'],
    ['47 CFR 64.1200(f)(9)', '47 CFR 64.1200(f)(9)'],
    ['16 CFR 255', '16 CFR 255'],
    ['42 USC 2000e-3(b)', '42 USC 2000e-3(b)'],
    ['FTC Act §5', 'FTC Act §5'],
    ['N.Y. Gen. Bus. Law §396-b', 'N.Y. Gen. Bus. Law §396-b'],
    ['BIPA 740 ILCS 14', 'BIPA 740 ILCS 14'],
    ['State biometric laws', 'State biometric laws'],
    ['Colorado SB 26-189', 'Colorado SB 26-189'],
    ['CJEU C-654/23', 'EuGH C-654/23'],
    ['CJEU C-413/23 P', 'EuGH C-413/23 P'],
    ['CJEU C-654/23 para. 45', 'EuGH C-654/23 Rn. 45'],
    ['BGH I ZR 164/09', 'BGH I ZR 164/09'],
    ['LG Berlin II 2 O 202/24', 'LG Berlin II 2 O 202/24'],
    ['[2026] EWCA Civ 488', '[2026] EWCA Civ 488'],
    ['EDPB Guidelines 05/2020', 'EDSA-Leitlinien 05/2020'],
    ['DSK Orientierungshilfe Direktwerbung', 'DSK Orientierungshilfe Direktwerbung'],
    ['COM(2025) 837', 'COM(2025) 837'],
    ['Policy E-9(2)', 'Richtlinie E-9 Abs. 2'],
  ] as const)('%s is %s', ([english, german]) => {
    const provision = parseProvision(english);

    expect(provision && formatProvision(provision, 'en')).toBe(english);
    expect(provision && formatProvision(provision, 'de')).toBe(german);
    expect(parseProvision(german)).toEqual(provision);
  });

  test('its parts say what they count', () => {
    expect(parseProvision('UWG §7(2) Nr. 2')).toEqual({
      instrument: 'uwg',
      parts: [
        { unit: 'section', mark: '7' },
        { unit: 'paragraph', mark: '2' },
        { unit: 'number', mark: '2' },
      ],
    });
  });

  test.for([
    '',
    'DSVGO Art. 6',
    'GDPR Art 6',
    'GDPR Art. 6 (1)',
    'GDPR Article 6',
    'GDPR §6',
    'gdpr Art. 6',
    'GDPR  Art. 6',
    'GDPR Art. 6 ',
    'GDPR Art. 6, 7',
    'UWG Art. 7',
    'DSG §1',
    'UrhG Art. 2',
    '15 USC 7704(a)(3)',
    'Cal. Civ. Code §1798.120',
    'Regulation (EU) 2016/679 Art. 6',
    'CJEU 654/23',
    'EDPB Guidelines consent',
    'DSK',
    'DSK A; B',
    'Policy 9',
    'the GDPR',
    `DSK ${'x'.repeat(200)}`,
  ])('"%s" is no name of a provision', (name) => {
    expect(parseProvision(name)).toBeUndefined();
  });
});

describe('the provisions of the knowledge base', () => {
  const rows = readFileSync(new URL('provisions.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const names = rows.flatMap((row) => row.slice(row.indexOf('\t') + 1).split('; '));

  test('there is a name for each of the 468 entries', () => {
    expect(rows).toHaveLength(468);
    expect(new Set(rows.map((row) => row.split('\t')[0])).size).toBe(468);
  });

  test('every name survives being read and written, in both languages', () => {
    for (const name of names) {
      const provision = parsed(name);
      expect(formatProvision(provision, 'en')).toBe(name);
      expect(parseProvision(formatProvision(provision, 'de'))).toEqual(provision);
    }
  });

  test('every name but a bare title is also found in running text', () => {
    const cited = names.map(parsed).filter(hasPlaceOrNumber);
    for (const provision of cited) {
      const english = `As to ${formatProvision(provision, 'en')}, may we send it?`;
      const german = `Dürfen wir das nach ${formatProvision(provision, 'de')}?`;
      expect(findProvisions(english)).toContainEqual(provision);
      expect(findProvisions(german)).toContainEqual(provision);
    }
  });

  test('none of them is said not to exist', () => {
    expect(names.filter((name) => existsProvision(parsed(name)) === false)).toEqual([]);
  });
});

describe('references that people type', () => {
  test.for<[string, ...string[]]>([
    ['Art. 6 Abs. 1 lit. f DSGVO', 'GDPR Art. 6(1)(f)'],
    ['Art. 6 Abs. 1 S. 1 lit. f DSGVO', 'GDPR Art. 6(1)(f)'],
    ['Artikel 6 Absatz 1 Buchstabe f der DSGVO', 'GDPR Art. 6(1)(f)'],
    ['Art 6 I f DSGVO', 'GDPR Art. 6(1)(f)'],
    ['art 6 abs 1 f dsgvo', 'GDPR Art. 6(1)(f)'],
    ['Art.6 DSGVO', 'GDPR Art. 6'],
    ['art 6(1)(f) gdpr', 'GDPR Art. 6(1)(f)'],
    ['Art. 6.1(f) GDPR', 'GDPR Art. 6(1)(f)'],
    ['Art. 6, paragraph 1, point (f) GDPR', 'GDPR Art. 6(1)(f)'],
    ['Article 6(1)(f) of the EU GDPR', 'GDPR Art. 6(1)(f)'],
    ['the GDPR’s Article 22', 'GDPR Art. 22'],
    ['§ 6 DSGVO', 'GDPR Art. 6'],
    ['GPDR Art 6', 'GDPR Art. 6'],
    ['DSGVO (Art. 22)', 'GDPR Art. 22'],
    ['DSGVO 17?', 'GDPR Art. 17'],
    ['ErwG 47 DSGVO', 'GDPR Recital 47'],
    ['recital 47 of the GDPR', 'GDPR Recital 47'],
    ['Art. 4 Nr. 11 DSGVO', 'GDPR Art. 4(11)'],
    ['Art. 4 Abs. 11 DSGVO', 'GDPR Art. 4(11)'],
    ['Verordnung (EU) 2016/679 Art. 6', 'GDPR Art. 6'],
    ['Art. 6 der Verordnung (EU) 2016/679', 'GDPR Art. 6'],
    ['Art. 6\u00a0Abs.\u00a01 DS\u2011GVO', 'GDPR Art. 6(1)'],
    ['§7 Abs. 3 UWG', 'UWG §7(3)'],
    ['§7UWG', 'UWG §7'],
    ['7 III UWG', 'UWG §7(3)'],
    ['7 iii uwg', 'UWG §7(3)'],
    ['UWG § 7 III', 'UWG §7(3)'],
    ['§ 7 II Nr. 2 UWG', 'UWG §7(2) Nr. 2'],
    ['§ 5 a Abs. 4 UWG', 'UWG §5a(4)'],
    ['7a UWG', 'UWG §7a'],
    ['UWG Annex 33', 'UWG Anhang Nr. 33'],
    ['§ 823 I BGB', 'BGB §823(1)'],
    ['§ 25 TDDDG', 'TDDDG §25'],
    ['ai act art 50', 'AI Act Art. 50'],
    ['Annex III point 4(a) AI Act', 'AI Act Annex III Nr. 4(a)'],
    ['Article 5(3) of the ePrivacy Directive', 'ePrivacy Art. 5(3)'],
    ['Richtlinie 2002/58/EG Art. 5 Abs. 3', 'ePrivacy Art. 5(3)'],
    ['1798.120', 'CCPA §1798.120'],
    ['Cal. Civ. Code §1798.120', 'CCPA §1798.120'],
    ['11 CCR 7025', 'CCPA Regs §7025'],
    ['15 U.S.C. § 7704(a)(3)', 'CAN-SPAM 15 USC 7704(a)(3)'],
    ['16 CFR Part 255', '16 CFR 255'],
    ['section 5 of the FTC Act', 'FTC Act §5'],
    ['reg 22 PECR', 'PECR reg. 22'],
    ['regulation 22(3a) of PECR', 'PECR reg. 22(3A)'],
    ['L.34-5 CPCE', 'CPCE Art. L.34-5'],
    ['§ 1 DSG', 'DSG-AT §1'],
    ['Art. 19 DSG', 'DSG-CH Art. 19'],
    ['Art. 3 Abs. 1 lit. o UWG', 'UWG-CH Art. 3(1)(o)'],
    ['UWG (Austria) § 7', 'UWG-AT §7'],
    ['c-654/23', 'CJEU C-654/23'],
    ['Urteil vom 10.2.2011 – I ZR 164/09', 'BGH I ZR 164/09'],
    ['EDPB Guidelines 05/2020 para 39', 'EDPB Guidelines 05/2020 para. 39'],
    ['Richtlinie E-9 Abs. 2', 'Policy E-9(2)'],
    [
      'Art. 13, 14 und 21 Abs. 2-3 DSGVO',
      'GDPR Art. 13',
      'GDPR Art. 14',
      'GDPR Art. 21(2)',
      'GDPR Art. 21(3)',
    ],
    ['Art. 83 Abs. 5 lit. a, b DSGVO', 'GDPR Art. 83(5)(a)', 'GDPR Art. 83(5)(b)'],
    ['§ 7 Abs. 2 Nr. 2 und 3 UWG', 'UWG §7(2) Nr. 2', 'UWG §7(2) Nr. 3'],
    ['§ 7 Abs. 2 Nr. 1 UWG i.V.m. Art. 6 DSGVO', 'UWG §7(2) Nr. 1', 'GDPR Art. 6'],
    ['UWG § 7, Art. 6 DSGVO', 'UWG §7', 'GDPR Art. 6'],
    ['GDPR Articles 12-14', 'GDPR Art. 12', 'GDPR Art. 13', 'GDPR Art. 14'],
    ['GDPR Art. 6 and again Art. 6 GDPR', 'GDPR Art. 6'],
    ['under the GDPR, Art. 3 DSA applies', 'DSA Art. 3'],
    ['16 CFR §§465.5–465.7', '16 CFR 465.5', '16 CFR 465.6', '16 CFR 465.7'],
  ])('%s', ([text, ...expected]) => {
    expect(findProvisions(text).map((found) => formatProvision(found, 'en'))).toEqual(expected);
  });

  test.for([
    'We have 3 GDPR issues and 6 months.',
    'GDPR 2018',
    'the GDPR 72-hour clock',
    'a fine of EUR 3,000 under the UWG',
    'Der Newsletter geht an 5.000 Kunden und 3 Partner in Österreich.',
    'Art. 6 und Art. 7',
    'Is this an article of clothing, or a section of our policy?',
    'does the DSGVO apply at all',
    '',
  ])('"%s" refers to no place in a law', (text) => {
    expect(findProvisions(text)).toEqual([]);
  });

  test('what is cited after a list of a law is not taken for a place in it', () => {
    const found = findProvisions('GDPR Art. 6(1)(a), 7 days and Art. 6 GDPR');

    expect(found.map((provision) => formatProvision(provision, 'en'))).toEqual([
      'GDPR Art. 6(1)(a)',
      'GDPR Art. 6',
    ]);
  });

  test.for([
    'Art. ',
    'Art. 1, ',
    'GDPR Art. 1, ',
    'UWG § 1 bis 999, ',
    '1 ',
    '§',
    '1(1)',
    'I I I ',
    '((((',
    'UWG DSG StGB ',
    'Cal. Bus. & Prof. ',
    'LG Aaaa-Bbbb ',
    'C-1/',
    '1.1.1.',
    'DSGVO (aaaaaaaa',
    'ﷺ',
  ])('4,000 characters of "%s" are read at once', (seed) => {
    const text = seed.repeat(4_000).slice(0, 4_000);
    findProvisions(text);

    const start = performance.now();
    findProvisions(text);

    // Ten times what it takes: a busy machine is no failure, a pattern that runs away is one.
    expect(performance.now() - start).toBeLessThan(50);
  });

  test('no text makes reading fail', () => {
    const pieces = fc.constantFrom(
      'Art. ',
      '§ ',
      'GDPR',
      'UWG',
      ' ',
      '6',
      '(1)',
      ', ',
      '-',
      ' und ',
      'lit. a',
      'I',
      'C-1/20',
      '16 CFR ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        for (const found of findProvisions(typed)) {
          expect(parseProvision(formatProvision(found, 'en'))).toEqual(found);
        }
      }),
    );
  });
});

describe('one provision covers another', () => {
  test.for([
    ['GDPR Art. 6', 'GDPR Art. 6(1)(a)'],
    ['GDPR Art. 6(1)(a)', 'GDPR Art. 6(1)(a)'],
    ['GDPR', 'GDPR Recital 47'],
    ['UWG §7(2)', 'UWG §7(2) Nr. 2'],
    ['UWG Anhang', 'UWG Anhang Nr. 23b'],
    ['16 CFR 465', '16 CFR 465.2'],
    ['CAN-SPAM', 'CAN-SPAM 15 USC 7704(a)(3)'],
    ['AI Act Art. 50(4)', 'AI Act Art. 50(4) subpara. 2'],
    ['EDPB Guidelines 5/2020', 'EDPB Guidelines 05/2020 para. 39'],
  ] as const)('%s covers %s', ([broader, narrower]) => {
    expect(covers(parsed(broader), parsed(narrower))).toBe(true);
  });

  test.for([
    ['GDPR Art. 6(1)(a)', 'GDPR Art. 6'],
    ['GDPR Art. 6', 'GDPR Art. 60'],
    ['GDPR Art. 47', 'GDPR Recital 47'],
    ['GDPR Art. 6', 'UK GDPR Art. 6'],
    ['UWG §7', 'UWG-AT §7'],
    ['UWG §7', 'UWG §7a'],
  ] as const)('%s does not cover %s', ([broader, narrower]) => {
    expect(covers(parsed(broader), parsed(narrower))).toBe(false);
  });
});

describe('whether there is such a place', () => {
  test.for<[string, boolean | undefined]>([
    ['GDPR Art. 99', true],
    ['GDPR Art. 101', false],
    ['GDPR Art. 0', false],
    ['GDPR Art. 101(1)(a)', false],
    ['GDPR Art. 6(1)(g)', false],
    ['GDPR Art. 6(1)(f)', undefined],
    ['GDPR Art. 88a', undefined],
    ['GDPR Recital 173', true],
    ['GDPR Recital 174', false],
    ['AI Act Art. 114', false],
    ['AI Act Recital 181', false],
    ['DSA Art. 94', false],
    ['TDDDG §30', true],
    ['TDDDG §31', false],
    ['UWG §20', true],
    ['UWG §21', false],
    ['CCPA §1798.120', true],
    ['CCPA §1798.300', false],
    ['MStV §200', undefined],
    ['BGH I ZR 164/09', undefined],
  ])('%s: %s', ([name, expected]) => {
    expect(existsProvision(parsed(name))).toBe(expected);
  });

  test('an invented article in a question is recognised', () => {
    const [found] = findProvisions(
      'According to Article 112 of the GDPR, cold calls are fine. Right?',
    );

    expect(found && formatProvision(found, 'en')).toBe('GDPR Art. 112');
    expect(found && existsProvision(found)).toBe(false);
  });
});

test('whatever can be cited is read back as it was written', () => {
  fc.assert(
    fc.property(aProvision(), (provision) => {
      expect(parseProvision(formatProvision(provision, 'en'))).toEqual(provision);
      expect(parseProvision(formatProvision(provision, 'de'))).toEqual(provision);
    }),
    { numRuns: 2_000 },
  );
});

test('no two instruments are cited by the same name', () => {
  const names = instrumentIds.map((id) => instruments[id].en);

  expect(new Set(names).size).toBe(names.length);
});

function parsed(name: string): Provision {
  const provision = parseProvision(name);
  if (provision === undefined) throw new Error(`"${name}" is not a name of a provision.`);
  return provision;
}

function hasPlaceOrNumber({ instrument, parts }: Provision): boolean {
  const { style, number } = instruments[instrument];
  return parts.length > 0 && (style !== 'document' || number !== undefined);
}

function aProvision(): fc.Arbitrary<Provision> {
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
    case 'uk-act':
      return joined(a('section', number(capital)), american());
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
