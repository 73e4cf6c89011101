import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Profile } from '#domain/company.ts';
import { Problem } from '#domain/problem.ts';
import { loadCompany } from '#knowledge/company.ts';
import { renewalNotice } from '#set-up.ts';
import { knowledge, recordingLedger, today } from './samples.ts';
import { aProfile, aSetUp } from './a-set-up.ts';

const standing = [...knowledge.facts.values()].filter((fact) => fact.standing);
const one = standing[0]?.id ?? '';
const answer = standing[0]?.options[0]?.id ?? '';

/** A confirmed practice. */
function confirmed(until = '2027-11-23', value: string = answer) {
  return { [one]: { value, by: 'Lea', until } };
}

describe('setting up a company', () => {
  test('the sample company stands in until one is set up, and the new one holds from then on', async () => {
    const { setUp, changes } = aSetUp();
    expect(setUp.company().isSample).toBe(true);
    expect(await setUp.profile()).toBeUndefined();

    await setUp.save(aProfile({ facts: confirmed() }), 'Lea');

    expect(setUp.company()).toMatchObject({ name: 'Probe GmbH', markets: ['DE'] });
    expect(setUp.company().isSample).toBeUndefined();
    expect(changes).toEqual([setUp.company()]);
    expect(await setUp.profile()).toEqual(aProfile({ facts: confirmed() }));
  });

  test('a change is on record with who made it and both versions, then in the file', async () => {
    const { setUp, ledger, folder } = aSetUp();
    await setUp.save(aProfile(), 'Lea');
    const first = setUp.company().version;

    await setUp.save(aProfile({ staff: 13 }), 'Ben');

    expect(ledger.entries.map(({ actor, place, body }) => ({ actor, place, body }))).toEqual([
      { actor: 'Lea', place: 'web', body: { what: 'profile', from: null, to: first } },
      {
        actor: 'Ben',
        place: 'web',
        body: { what: 'profile', from: first, to: loadCompany(folder, knowledge).version },
      },
    ]);
  });

  test('the profile before stays beside the new one, and nothing else is left lying', async () => {
    const { setUp, folder } = aSetUp();
    await setUp.save(aProfile(), 'Lea');
    await setUp.save(aProfile({ name: 'Probe AG' }), 'Lea');

    const files = readdirSync(folder).sort();

    expect(files).toEqual(['profile.2026-11-23T09-00-00-000Z.yaml', 'profile.yaml', 'routes.yaml']);
    expect(readFileSync(join(folder, files[0] ?? ''), 'utf8')).toContain('Probe GmbH');
  });

  test('what stays the same is not written again', async () => {
    const { setUp, ledger } = aSetUp();
    await setUp.save(aProfile(), 'Lea');

    await setUp.save(aProfile(), 'Ben');

    expect(ledger.entries).toHaveLength(1);
  });

  test('comments written by hand stay beside what they explain', async () => {
    const { setUp, folder } = aSetUp();
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'profile.yaml'),
      '# ours\nname: Hand GmbH # as registered\nseat: DE\nstaff: 3\nmarkets: [DE]\nlanguage: de\n',
    );

    await setUp.save(aProfile({ name: 'Neu GmbH', facts: confirmed() }), 'Lea');

    const text = readFileSync(join(folder, 'profile.yaml'), 'utf8');
    expect(text).toContain('# ours\nname: Neu GmbH # as registered');
    expect(await setUp.profile()).toEqual(aProfile({ name: 'Neu GmbH', facts: confirmed() }));
  });

  test.for([
    'null',
    '2026',
    '0x10',
    'yes',
    '- a',
    'a: b',
    '#b',
    "it's",
    '„Ä“ 🙂',
    '12:30',
    '~',
    '*x',
  ])('a company may be called %s', async (name) => {
    const { setUp } = aSetUp();
    await setUp.save(aProfile(), 'Lea');

    await setUp.save(aProfile({ name, tools: [name] }), 'Lea');

    expect(await setUp.profile()).toMatchObject({ name, tools: [name] });
  });

  test('two changes at once are made one after the other', async () => {
    const { setUp, ledger } = aSetUp();

    await Promise.all([
      setUp.save(aProfile({ staff: 1 }), 'Lea'),
      setUp.save(aProfile({ staff: 2 }), 'Ben'),
    ]);

    const [first, second] = ledger.entries.map(({ body }) => body);
    expect(second).toMatchObject({ from: first && 'to' in first ? first.to : undefined });
    expect(await setUp.profile()).toMatchObject({ staff: 2 });
  });
});

describe('nothing changes', () => {
  test('when the log does not take the entry', async () => {
    const broken = { ...recordingLedger(), append: async () => Promise.reject(new Error('full')) };
    const { setUp, folder, desk, changes } = aSetUp({ ledger: broken });

    await expect(setUp.save(aProfile(), 'Lea')).rejects.toMatchObject({ code: 'log.unavailable' });
    await expect(setUp.assign('U0LEA', ['lead'], 'Lea')).rejects.toBeInstanceOf(Problem);

    expect(existsSync(join(folder, 'profile.yaml'))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    expect(setUp.company().isSample).toBe(true);
    expect(await desk.roles.all('T1')).toEqual([]);
    expect(changes).toEqual([]);
  });

  test('when the program ends between log and file, and the next start goes on from there', async () => {
    const { setUp, folder, config } = aSetUp();
    await setUp.save(aProfile(), 'Lea');
    const onRecord = Promise.withResolvers<void>();
    const ending = {
      ...recordingLedger(),
      append: () => {
        onRecord.resolve();
        return Promise.withResolvers<never>().promise;
      },
    };
    void aSetUp({ ledger: ending }, config).setUp.save(aProfile({ name: 'Lost GmbH' }), 'Lea');
    await onRecord.promise;

    expect(loadCompany(folder, knowledge).name).toBe('Probe GmbH');
    await aSetUp({}, config).setUp.save(aProfile({ name: 'Neu GmbH' }), 'Lea');
    expect(loadCompany(folder, knowledge).name).toBe('Neu GmbH');
  });

  test.for<readonly [string, Partial<Profile>, string]>([
    ['an empty name', { name: '' }, 'Name'],
    ['half a person', { staff: 0.5 }, 'Beschäftigte'],
    ['a market that does not exist', { markets: ['XX'] }, 'XX'],
    ['no market', { markets: [] }, 'Markt'],
    [
      'an unknown fact',
      { facts: { no_such_fact: { value: 'a', by: 'L', until: today } } },
      'no_such',
    ],
    ['an answer that is not offered', { facts: confirmed(today, 'perhaps') }, 'perhaps'],
    [
      'a confirmation by nobody',
      { facts: { [one]: { value: answer, by: '', until: today } } },
      'Bestätigung',
    ],
    ['a day that does not exist', { facts: confirmed('2027-02-30') }, 'Bestätigung'],
  ])('for %s, and both languages say why', async ([, wrong, word]) => {
    const { setUp, folder, ledger } = aSetUp();

    const problem: unknown = await setUp
      .save(aProfile(wrong), 'Lea')
      .catch((error: unknown) => error);

    expect(problem).toMatchObject({ code: 'input.invalid' });
    expect(problem instanceof Problem && problem.toldIn('de')).toContain(word);
    expect(ledger.entries).toEqual([]);
    expect(existsSync(join(folder, 'profile.yaml'))).toBe(false);
  });
});

test('everything that is wrong is told at once', async () => {
  const { setUp } = aSetUp();

  const refused = setUp.save(aProfile({ name: '', staff: 0, markets: ['DE', 'XX'] }), 'Lea');

  await expect(refused).rejects.toThrow(/name[^]+staff[^]+"XX"/);
});

describe('roles', () => {
  test('are given on record, by a hash of all roles before and after', async () => {
    const { setUp, ledger, desk } = aSetUp();

    await setUp.assign('U0LEA', ['lead'], 'Lea');
    await setUp.assign('U0BEN', ['manager', 'deputy'], 'Lea');
    await setUp.assign('U0BEN', ['deputy', 'manager'], 'Lea');

    expect(await setUp.roles()).toEqual(await desk.roles.all('T1'));
    expect(await desk.roles.holders('T1', 'lead')).toEqual(['U0LEA']);
    const [first, second, third] = ledger.entries.map(({ body }) => body);
    expect(third).toBeUndefined();
    expect(first).toMatchObject({ what: 'roles', to: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(second).toMatchObject({ what: 'roles', from: first && 'to' in first ? first.to : '' });
  });

  test('the last lead stays until there is another', async () => {
    const { setUp, ledger } = aSetUp();
    await setUp.assign('U0BEN', ['manager'], 'Lea');
    await setUp.assign('U0LEA', ['lead'], 'Lea');

    await expect(setUp.assign('U0LEA', [], 'Lea')).rejects.toMatchObject({ code: 'input.invalid' });
    await setUp.assign('U0BEN', ['lead'], 'Lea');
    await setUp.assign('U0LEA', [], 'Lea');

    expect(await setUp.roles()).toEqual([{ person: 'U0BEN', roles: ['lead'] }]);
    expect(ledger.entries).toHaveLength(4);
  });

  test('go to members of the workspace only', async () => {
    const { setUp } = aSetUp();

    await expect(setUp.assign('lea@example.com', ['lead'], 'Lea')).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });
});

describe('the notice at the start', () => {
  test('counts what has run out and what is due soon', async () => {
    const { setUp, config } = aSetUp();
    await setUp.save(aProfile({ facts: confirmed('2026-11-22') }), 'Lea');

    expect(renewalNotice(config, today, 'de')).toContain('1 abgelaufen, 0 in den nächsten 30');
    expect(renewalNotice(config, today, 'en')).toContain('init --renew');
  });

  test('says nothing while nothing is due, nothing is set up, or the file cannot be read', async () => {
    const { setUp, config, folder } = aSetUp();
    expect(renewalNotice(config, today, 'de')).toBeUndefined();

    await setUp.save(aProfile({ facts: confirmed() }), 'Lea');
    expect(renewalNotice(config, today, 'de')).toBeUndefined();

    writeFileSync(join(folder, 'profile.yaml'), 'name: [');
    expect(renewalNotice(config, today, 'de')).toBeUndefined();
  });
});
