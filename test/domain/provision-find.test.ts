import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findProvisions, formatProvision, parseProvision } from '#domain/provision.ts';

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
  ])('40,000 characters of "%s" are read', (seed) => {
    const text = seed.repeat(40_000).slice(0, 40_000);

    // A pattern that ran away would not come back before the test gives up.
    expect(Array.isArray(findProvisions(text))).toBe(true);
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
