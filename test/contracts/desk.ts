import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import type { Case, Thread } from '#assistant/desk.ts';
import { aCase, aThread, op, type DeskBench } from './desk-bench.ts';
import { feedbackAndMeetings, personalData } from './desk-people.ts';

export { aCase, aThread };

/** What every desk promises. */
export function deskContract(name: string, aBench: () => DeskBench): void {
  describe(`${name}: threads`, () => {
    threads(aBench);
  });
  describe(`${name}: cases`, () => {
    cases(aBench);
  });
  describe(`${name}: feedback and first meetings`, () => {
    feedbackAndMeetings(aBench);
  });
  describe(`${name}: the data of one person`, () => {
    personalData(aBench);
  });
  describe(`${name}: roles and deliveries`, () => {
    rolesAndDeliveries(aBench);
  });
}

function threads(aBench: () => DeskBench): void {
  test('a thread is found as it was saved, after a restart too', async () => {
    const bench = aBench();
    const desk = await bench.open();
    const thread = aThread({
      decision: op,
      reference: 'EC-2026-7K3M-9QXZ',
      verdict: 'needs_information',
      title: 'Frühlingsaktion',
      shown: { channel: ['email'] },
      origin: 'C2',
      message: '1700000000.000200',
      markets: ['DE'],
      launch: '2026-12-01',
    });

    expect(await desk.threads.save(thread)).toEqual({ saved: true, revision: 1 });

    expect(await desk.threads.find(thread)).toEqual({ ...thread, revision: 1 });
    await desk.close();
    expect(await (await bench.open()).threads.find(thread)).toEqual({ ...thread, revision: 1 });
  });

  test('an unknown thread is not found', async () => {
    expect(await (await aBench().open()).threads.find(aThread())).toBeUndefined();
  });

  test('who saves what he has read is heard; who saves what is stale is told', async () => {
    const desk = await aBench().open();
    await desk.threads.save(aThread());

    const first = await desk.threads.save(aThread({ revision: 1, text: 'first' }));
    const second = await desk.threads.save(aThread({ revision: 1, text: 'second' }));

    expect([first, second]).toEqual([{ saved: true, revision: 2 }, { saved: false }]);
    expect(await desk.threads.find(aThread())).toMatchObject({ revision: 2, text: 'first' });
  });

  test('a thread is begun once, and one that is not there cannot be changed', async () => {
    const desk = await aBench().open();

    expect(await desk.threads.save(aThread({ revision: 3 }))).toEqual({ saved: false });
    expect(await desk.threads.save(aThread())).toEqual({ saved: true, revision: 1 });
    expect(await desk.threads.save(aThread({ text: 'again' }))).toEqual({ saved: false });
  });

  test('of many who save at once, at two desks, one is heard at a time', async () => {
    const bench = aBench();
    const desks = [await bench.open(), await bench.open()];
    await desks[0]?.threads.save(aThread());

    const answers = await Promise.all(
      [...desks, ...desks].map((desk) => desk.threads.save(aThread({ revision: 1 }))),
    );

    expect(answers.filter(({ saved }) => saved)).toHaveLength(1);
  });

  test('the same thread in another workspace, place or conversation is another one', async () => {
    const desk = await aBench().open();
    const keys = [
      {},
      { workspace: 'T2' },
      { place: 'C2' },
      { thread: '2' },
      { workspace: 'T1C', place: '1' },
    ];

    for (const key of keys) await desk.threads.save(aThread({ ...key, text: JSON.stringify(key) }));

    for (const key of keys) {
      expect(await desk.threads.find(aThread(key))).toMatchObject({
        text: JSON.stringify(key),
        revision: 1,
      });
    }
  });

  test('naughty strings survive, half characters too', async () => {
    const desk = await aBench().open();
    const text = [...naughtyStrings, '\ud800', '\u0000'].join('\n');

    await desk.threads.save(aThread({ text, declined: naughtyStrings }));

    expect(await desk.threads.find(aThread())).toMatchObject({ text, declined: naughtyStrings });
  });

  test('a thread without its form is refused', async () => {
    const desk = await aBench().open();

    await expect(
      desk.threads.save({ ...aThread(), language: 'fr' } as unknown as Thread),
    ).rejects.toBeInstanceOf(Error);

    expect(await desk.threads.find(aThread())).toBeUndefined();
  });
}

function cases(aBench: () => DeskBench): void {
  test('of two leads who take a case, one gets it', async () => {
    const bench = aBench();
    const [one, two] = [await bench.open(), await bench.open()];
    await one.cases.save(aCase());

    const taken = await Promise.all([
      one.cases.save(aCase({ revision: 1, state: 'taken', assignee: 'U0LEAD' })),
      two.cases.save(aCase({ revision: 1, state: 'taken', assignee: 'U0DEPUTY' })),
    ]);

    expect(taken.filter(({ saved }) => saved)).toEqual([{ saved: true, revision: 2 }]);
    expect(await two.cases.find('T1', 'case-1')).toMatchObject({
      state: 'taken',
      assignee: taken[0].saved ? 'U0LEAD' : 'U0DEPUTY',
    });
  });

  test('cases are listed by state, oldest first, for one workspace', async () => {
    const desk = await aBench().open();
    await desk.cases.save(aCase({ id: 'late', created: '2026-11-25T10:00:00.000Z' }));
    await desk.cases.save(aCase({ id: 'early', created: '2026-11-21T10:00:00.000Z' }));
    await desk.cases.save(aCase({ id: 'done' }));
    await desk.cases.save(aCase({ id: 'done', revision: 1, state: 'decided' }));
    await desk.cases.save(aCase({ id: 'other', workspace: 'T2' }));
    const ids = async (state?: Case['state']) =>
      (await desk.cases.list('T1', state)).map(({ id }) => id);

    expect(await ids()).toEqual(['early', 'done', 'late']);
    expect(await ids('open')).toEqual(['early', 'late']);
    expect(await ids('decided')).toEqual(['done']);
    expect(await ids('taken')).toEqual([]);
  });

  test('a case of another workspace is not found', async () => {
    const desk = await aBench().open();
    await desk.cases.save(aCase());

    expect(await desk.cases.find('T2', 'case-1')).toBeUndefined();
    expect(await desk.cases.find('T1', 'case-2')).toBeUndefined();
  });
}

function rolesAndDeliveries(aBench: () => DeskBench): void {
  test('roles are given and taken, person by person and workspace by workspace', async () => {
    const desk = await aBench().open();
    await desk.roles.assign('T1', 'U1', ['lead', 'manager']);
    await desk.roles.assign('T1', 'U2', ['lead', 'lead']);
    await desk.roles.assign('T2', 'U1', ['manager']);

    expect(await desk.roles.of('T1', 'U1')).toEqual(['lead', 'manager']);
    expect(await desk.roles.of('T2', 'U1')).toEqual(['manager']);
    expect(await desk.roles.of('T1', 'U3')).toEqual([]);
    expect(await desk.roles.holders('T1', 'lead')).toEqual(['U1', 'U2']);

    expect(await desk.roles.all('T1')).toEqual([
      { person: 'U1', roles: ['lead', 'manager'] },
      { person: 'U2', roles: ['lead'] },
    ]);

    await desk.roles.assign('T1', 'U1', []);
    expect(await desk.roles.holders('T1', 'lead')).toEqual(['U2']);
    expect(await desk.roles.of('T2', 'U1')).toEqual(['manager']);
  });

  test('a delivery counts once, at whichever desk it comes in', async () => {
    const bench = aBench();
    const desks = [await bench.open(), await bench.open()];

    const counted = await Promise.all(
      [...desks, ...desks, ...desks].map((desk) => desk.once('T1', 'C1 1700000000.000100')),
    );

    expect(counted.filter(Boolean)).toHaveLength(1);
    expect(await desks[0]?.once('T2', 'C1 1700000000.000100')).toBe(true);
    expect(await desks[0]?.once('T1', 'C1 1700000000.000200')).toBe(true);
  });

  test('a delivery is remembered for a week', async () => {
    const bench = aBench();
    const desk = await bench.open();
    bench.clock.at = '2026-11-01T10:00:00.000Z';
    expect(await desk.once('T1', 'm')).toBe(true);

    bench.clock.at = '2026-11-08T10:00:00.000Z';
    expect(await desk.once('T1', 'm')).toBe(false);
    bench.clock.at = '2026-11-08T10:00:00.001Z';
    expect(await desk.once('T1', 'm')).toBe(true);
  });
}
