import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Call } from '#cli/command.ts';
import { initCommand } from '#cli/init-command.ts';
import { systemClock } from '#clock.ts';
import { companyFolder } from '#company-folder.ts';
import type { Config } from '#config.ts';
import { confirmedDays, daysAfter } from '#domain/company.ts';
import { factsForMarkets } from '#domain/facts-for-markets.ts';
import { openDesk, openLedger } from '#house.ts';
import { readProfile } from '#knowledge/profile-file.ts';
import { fileSetUp } from '#set-up.ts';
import { aConfig, aProfile, aSetUp } from '../a-set-up.ts';
import { aHouse, knowledge } from '../samples.ts';

const about = { name: 'Probe GmbH', seat: 'DE', staff: '12', markets: 'DE', contact: 'Ida' };
const mattering = factsForMarkets(knowledge, ['DE']);
const standing = [...knowledge.facts.values()].filter(
  ({ id, standing: kind }) => kind && mattering.has(id),
);
const [one, other] = standing.map(({ id }) => id);
const answer = (id = one) => knowledge.facts.get(id ?? '')?.options[0]?.id ?? '';

type Asked = {
  readonly config: Config;
  readonly status: number;
  readonly shown: string;
};

/** Calls `init` as somebody who types these replies, or as a script where there are none. */
async function init(
  flags: Call['flags'],
  {
    replies,
    words = [],
    config = aConfig(),
  }: { replies?: string[]; words?: string[]; config?: Config } = {},
): Promise<Asked> {
  const left = [...(replies ?? [])];
  const shown: string[] = [];
  const terminal: Call['terminal'] = {
    out: (line) => void shown.push(line),
    err: (line) => void shown.push(line),
    isInteractive: replies !== undefined,
    hasColor: false,
    ask: async (question) => {
      shown.push(question);
      return left.shift() ?? '';
    },
    readIn: async () => '',
  };
  const status = await initCommand.run({ words, flags, config, language: 'de', terminal });
  return { config, status, shown: shown.join('\n') };
}

async function rolesIn(config: Config) {
  const desk = await openDesk(config);
  const roles = await desk.roles.all(config.workspace);
  await desk.close();
  return roles;
}

/** A company with one confirmation that has run out and one that is fresh. */
async function aCompanyToRenew(): Promise<Config> {
  const config = aConfig();
  const ledger = await openLedger(config);
  const desk = await openDesk(config);
  const house = { ...aHouse({ ledger }), company: aSetUp().setUp.company() };
  await fileSetUp({ config, knowledge, house, desk }).save(
    aProfile({
      facts: {
        [one ?? '']: { value: answer(one), by: 'Lea', until: '2020-01-01', evidence: 'Vorlage 7' },
        [other ?? '']: {
          value: answer(other),
          by: 'Lea',
          until: daysAfter(systemClock.today(), 300),
        },
      },
    }),
    'Lea',
  );
  await ledger.close();
  await desk.close();
  return config;
}

describe('init', () => {
  test('takes everything from flags, names the first lead, and puts both on record', async () => {
    const { config, status } = await init({
      ...about,
      tools: 'Schreibhilfe, Bildhilfe',
      lead: 'U0LEA',
      by: 'Ida',
    });

    expect(status).toBe(0);
    expect(readProfile(companyFolder(config))).toEqual(
      aProfile({ tools: ['Schreibhilfe', 'Bildhilfe'] }),
    );
    expect(await rolesIn(config)).toEqual([{ person: 'U0LEA', roles: ['lead'] }]);
    const ledger = await openLedger(config);
    const entries = await ledger.read({ kind: 'config' });
    await ledger.close();
    expect(
      entries.map(({ entry }) => [entry.place, entry.kind === 'config' && entry.body.what]),
    ).toEqual([
      ['terminal', 'roles'],
      ['terminal', 'profile'],
    ]);
  });

  test('asks for what is missing, practice included, but only for what matters in the markets', async () => {
    const replies = ['Probe GmbH', 'DE', '12', 'DE', 'Ida', 'Schreibhilfe', '99', '1'];
    const skipped = standing.slice(1).map(() => '');

    const { config, shown } = await init(
      {},
      { replies: [...replies, ...skipped, 'Lea', '', 'wer?', 'U0LEA'] },
    );

    const until = daysAfter(systemClock.today(), confirmedDays.usual);
    expect(readProfile(companyFolder(config))).toMatchObject({
      tools: ['Schreibhilfe'],
      facts: { [one ?? '']: { value: answer(), by: 'Lea', until } },
    });
    expect(shown).toContain(`Frage ${standing.length} von ${standing.length}`);
    expect(shown).toContain('Bitte eine Nummer aus der Liste.');
    expect(shown).toContain('„wer?“ ist keine Mitglieds-ID');
    expect(await rolesIn(config)).toEqual([{ person: 'U0LEA', roles: ['lead'] }]);
  });

  test.for([
    ['an unknown market', { markets: 'XX' }, 'XX'],
    ['a number that is none', { staff: 'many' }, 'ganze Zahl'],
    ['a lead that is no member', { lead: 'lea@example.com' }, 'Mitglieds-ID'],
  ] as const)('refuses %s and writes nothing', async ([, wrong, word]) => {
    const config = aConfig();

    const refused = init({ ...about, ...wrong }, { config });

    await expect(refused).rejects.toMatchObject({ code: 'input.invalid' });
    await refused.catch((error: { toldIn: (language: 'de') => string }) => {
      expect(error.toldIn('de')).toContain(word);
    });
    expect(readProfile(companyFolder(config))).toBeUndefined();
    expect(await rolesIn(config)).toEqual([]);
  });
});

describe('init --renew', () => {
  test('confirms all that is due in one call, and leaves the rest as it is', async () => {
    const config = await aCompanyToRenew();
    const until = daysAfter(systemClock.today(), 100);
    const before = readProfile(companyFolder(config));

    await init({ renew: true, by: 'Ben', until }, { words: ['all'], config });

    expect(readProfile(companyFolder(config))?.facts).toEqual({
      ...before?.facts,
      [one ?? '']: { value: answer(), by: 'Ben', until, evidence: 'Vorlage 7' },
    });
    expect(readdirSync(companyFolder(config))).toHaveLength(3);
  });

  test('walks through what is due with a person', async () => {
    const config = await aCompanyToRenew();

    const { shown } = await init({ renew: true }, { replies: ['2', 'Ben', ''], config });

    expect(shown).toContain('Frage 1 von 1');
    expect(shown).toContain('Bisher:');
    expect(readProfile(companyFolder(config))?.facts[one ?? '']).toMatchObject({
      value: knowledge.facts.get(one ?? '')?.options[1]?.id,
      by: 'Ben',
    });
  });

  test('asks each time from now on where somebody says so, and keeps what is put off', async () => {
    const config = await aCompanyToRenew();

    await init({ renew: true }, { replies: [''], config });
    expect(Object.keys(readProfile(companyFolder(config))?.facts ?? {})).toEqual([one, other]);

    await init({ renew: true }, { replies: ['-', 'Ben', ''], config });
    expect(Object.keys(readProfile(companyFolder(config))?.facts ?? {})).toEqual([other]);
  });

  test('says that nothing is due', async () => {
    const config = await aCompanyToRenew();
    await init({ renew: true, by: 'Ben' }, { words: ['all'], config });

    const { shown, status } = await init({ renew: true }, { config });

    expect(shown).toContain('ist nichts zu erneuern');
    expect(status).toBe(0);
  });

  test.for([
    ['a day more than two years ahead', { by: 'Ben', until: '2099-01-01' }, 'input.invalid'],
    ['a day that has passed', { by: 'Ben', until: '2020-01-01' }, 'input.invalid'],
    ['nobody who confirms', {}, 'usage'],
  ] as const)('refuses %s', async ([, flags, code]) => {
    const config = await aCompanyToRenew();

    await expect(init({ renew: true, ...flags }, { words: ['all'], config })).rejects.toMatchObject(
      { code },
    );
  });

  test('needs a company, and somebody to ask', async () => {
    await expect(init({ renew: true }, { words: ['all'] })).rejects.toMatchObject({
      code: 'usage',
    });
    const config = await aCompanyToRenew();
    await expect(init({ renew: true }, { config })).rejects.toMatchObject({ code: 'usage' });
  });
});
