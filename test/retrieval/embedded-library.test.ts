import { readFileSync } from 'node:fs';
import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '#domain/language.ts';
import { loadKnowledge } from '#knowledge/load.ts';
import { embeddedLibrary } from '#retrieval/embedded-library.ts';

const knowledge = loadKnowledge('knowledge');
const library = embeddedLibrary(knowledge, knowledge.concepts);

const Twin = z.strictObject({ market: z.string(), de: z.string(), en: z.string() });
const { covered, 'out-of-base': outOfBase } = z
  .strictObject({
    covered: z.array(Twin.extend({ fits: z.array(z.string()).min(1) })),
    'out-of-base': z.array(Twin),
  })
  .parse(parse(readFileSync('test/retrieval/questions.yaml', 'utf8')));

const languages = ['de', 'en'] as const satisfies readonly Language[];

async function ask(
  question: string,
  language: Language = 'de',
  markets: readonly string[] = ['DE'],
) {
  const found = await library.find(question, { language, markets, most: 5 });
  return { ...found, provisions: found.passages.map(({ provision }) => provision) };
}

function packsOf({ passages }: Awaited<ReturnType<typeof ask>>): ReadonlySet<string> {
  return new Set(passages.map(({ pack }) => pack));
}

/** On failure the list itself is shown. */
function hasAtMost(most: number): (list: readonly string[]) => boolean {
  return ({ length }) => length <= most;
}

describe('a reference that somebody types comes first', () => {
  test.for<[string, Language, string, string]>([
    ['7 III UWG', 'de', 'DE', 'UWG §7(3)'],
    ['Was steht in Art. 6 Abs. 1 lit. f DSGVO?', 'de', 'DE', 'GDPR Art. 6(1)(f)'],
    ['Art 6 I f', 'de', 'DE', 'GDPR Art. 6(1)(f)'],
    ['gilt § 7 Abs. 3 auch für Messenger', 'de', 'DE', 'UWG §7(3)'],
    ['1798.120', 'en', 'US-CA', 'CCPA §1798.120'],
    ['what does article 50(4) of the AI Act want', 'en', 'EU', 'AI Act Art. 50(4)'],
    ['Policy E-9(4)', 'en', 'DE', 'Policy E-9(4)'],
    ['Planet49, C-673/17', 'de', 'DE', 'CJEU C-673/17'],
  ])('%s', async ([question, language, market, provision]) => {
    const found = await ask(question, language, [market]);

    expect(found.provisions[0]).toBe(provision);
    expect(found.covered).toBe(true);
  });

  test('with everything inside it, when it names a whole article', async () => {
    const { provisions } = await ask('Art. 28 DSGVO und unsere Agentur');

    expect(new Set(provisions.slice(0, 3))).toEqual(
      new Set(['GDPR Art. 28(1)', 'GDPR Art. 28(3)', 'GDPR Art. 28(10)']),
    );
  });

  test('for whichever market is asked about', async () => {
    const found = await ask('CCPA §1798.120', 'en', ['DE']);

    expect(found.provisions[0]).toBe('CCPA §1798.120');
    expect(found.covered).toBe(true);
  });

  test('but a number without its law counts only where one law has it', async () => {
    const { covered: known } = await ask('§ 3 im Mietvertrag meiner Tante');

    expect(known).toBe(false);
  });
});

describe.for(languages)('the questions of staff (%s)', (language) => {
  test('find what answers them among the first five, nineteen times in twenty', async () => {
    const missed: string[] = [];
    for (const question of covered) {
      const { provisions } = await ask(question[language], language, [question.market]);
      if (!provisions.some((one) => question.fits.includes(one))) missed.push(question[language]);
    }

    expect(missed).toSatisfy(hasAtMost(covered.length / 20));
  });

  test('are not turned away, nineteen times in twenty', async () => {
    const refused: string[] = [];
    for (const question of covered) {
      const found = await ask(question[language], language, [question.market]);
      if (!found.covered) refused.push(question[language]);
    }

    expect(refused).toSatisfy(hasAtMost(covered.length / 20));
  });

  test('are turned away where the base has no answer, five times in six', async () => {
    const answered: string[] = [];
    for (const question of outOfBase) {
      const found = await ask(question[language], language, [question.market]);
      if (found.covered) answered.push(question[language]);
    }

    expect(answered).toSatisfy(hasAtMost(outOfBase.length / 6));
  });
});

test('a German question and its English twin find a passage in common', async () => {
  const strangers: string[] = [];
  for (const { de, en, market } of covered) {
    const german = new Set((await ask(de, 'de', [market])).provisions);
    const english = (await ask(en, 'en', [market])).provisions;
    if (!english.some((one) => german.has(one))) strangers.push(de);
  }

  expect(strangers).toSatisfy(hasAtMost(covered.length / 20));
});

describe('a question is understood', () => {
  test.for<[string, string, Language, string]>([
    ['in compounds', 'Bestandskundenwerbungsregel', 'de', 'UWG §7(3)'],
    [
      'in compounds of the law',
      'Datenschutzfolgenabschätzungspflicht bei Profilen',
      'de',
      'GDPR Art. 35',
    ],
    ['with typing errors', 'abmeldlink im newsleter vergesen', 'de', 'UWG §7(2) Nr. 3'],
    [
      'without umlauts',
      'duerfen wir kuenstliche Fuenf-Sterne-Bewertungen veroeffentlichen',
      'de',
      'UWG Anhang Nr. 23c',
    ],
    ['in capitals', 'WIDERRUF DER EINWILLIGUNG', 'de', 'GDPR Art. 7(3)'],
    [
      'in two languages at once',
      'dürfen wir abandoned basket mails verschicken',
      'de',
      'UWG §7(3)',
    ],
    [
      'when its language was mistaken',
      'must the reject button on the banner be as large',
      'de',
      'TDDDG §25(1)',
    ],
  ])('%s', async ([, question, language, provision]) => {
    expect((await ask(question, language)).provisions).toContain(provision);
  });
});

describe('markets', () => {
  test('decide whose law is shown', async () => {
    const question = 'May we send a newsletter to former customers?';

    expect(packsOf(await ask(question, 'en', ['DE']))).not.toContain('us');
    expect(packsOf(await ask(question, 'en', ['US']))).not.toContain('de');
    expect(packsOf(await ask(question, 'en', ['FR']))).toContain('eu');
    expect(packsOf(await ask(question, 'en', ['FR']))).not.toContain('de');
  });

  test('that nobody wrote down get no answer, unless it is about our own policy', async () => {
    for (const market of ['other', 'somewhere']) {
      expect((await ask('May we text former customers?', 'en', [market])).covered).toBe(false);
    }

    expect(
      (await ask('What does our policy say about bought followers?', 'en', ['other'])).covered,
    ).toBe(true);
  });

  test('may be several, or none', async () => {
    const question = 'Do we need consent for sales calls?';

    expect([...packsOf(await ask(question, 'en', ['DE', 'US']))]).toEqual(
      expect.arrayContaining(['de', 'us']),
    );
    expect((await ask(question, 'en', [])).covered).toBe(true);
  });

  test('see their own law before the directive that it puts into practice', async () => {
    const { provisions } = await ask('E-Mail an Bestandskunden ohne Einwilligung');

    expect(provisions[0]).toBe('UWG §7(3)');
    expect(provisions.indexOf('ePrivacy Art. 13(2)')).not.toBe(0);
  });
});

describe('what is only planned', () => {
  test('comes after what is in force', async () => {
    const { passages } = await ask('Brauchen wir für Cookies eine Einwilligung?', 'de', ['EU']);

    expect(passages[0]?.status).toBe('in force');
  });

  test('comes first when somebody asks about changes', async () => {
    const { provisions } = await ask('Sind die Regeln zu Cookies abgeschafft?', 'de', ['EU']);

    expect(provisions[0]).toBe('COM(2025) 837');
  });
});

describe('the law comes before the policy', () => {
  test('unless the policy is asked for', async () => {
    const law = await ask('Dürfen wir Follower kaufen und Bewertungen erfinden?');
    const policy = await ask('Was sagt unsere Richtlinie dazu, Follower zu kaufen?');

    expect(law.passages[0]?.kind).not.toBe('policy');
    expect(policy.passages[0]?.kind).toBe('policy');
  });
});

describe('any text at all', () => {
  test('is searched without an error', async () => {
    for (const text of [
      ...naughtyStrings,
      '\ud800',
      '\u0000',
      '__proto__',
      'constructor',
      '#consent',
    ]) {
      for (const language of languages)
        expect((await ask(text, language)).provisions.length).toBeLessThan(6);
    }
  });

  test('gives the same passages every time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (text) => {
        expect(await ask(text)).toEqual(await ask(text));
      }),
      { numRuns: 50 },
    );
  });

  test('may be long', async () => {
    const question =
      'Dürfen wir den Newsletter an Menschen senden, die vor Jahren gekauft haben? '.repeat(53);
    const [reference, nonsense] = ['Art. 6 '.repeat(570), 'x'.repeat(4_000)];

    expect((await ask(question)).covered).toBe(true);
    expect((await ask(reference)).covered).toBe(false);
    expect((await ask(nonsense)).passages).toEqual([]);
  });

  test('that is empty finds nothing', async () => {
    expect(await ask('')).toEqual({ passages: [], covered: false, provisions: [] });
  });
});
