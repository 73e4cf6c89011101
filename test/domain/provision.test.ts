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
import type { Provision } from '#domain/provision.ts';
import { instrumentIds, instruments } from '#domain/provision/instruments.ts';

import { aProvision } from './provision-arbitrary.ts';

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
  const cited = instruments[instrument];
  return parts.length > 0 && (cited.style !== 'document' || cited.number !== undefined);
}
