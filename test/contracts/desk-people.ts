import { expect, test } from 'vitest';
import type { Feedback } from '#assistant/desk.ts';
import { aCase, aThread, op, type DeskBench } from './desk-bench.ts';

/** What somebody says of an answer. */
function aFeedback(parts: Partial<Feedback> = {}): Feedback {
  return {
    workspace: 'T1',
    decision: op,
    reference: 'EC-2026-7K3M-9QXZ',
    person: 'U0ERIKA',
    helpful: true,
    at: '2026-11-23T10:00:00.000Z',
    ...parts,
  };
}

/** What every desk promises about people: what they say of answers, and who was there before. */
export function feedbackAndMeetings(aBench: () => DeskBench): void {
  test('feedback is listed newest first, for one workspace, after a restart too', async () => {
    const bench = aBench();
    const desk = await bench.open();
    const late = aFeedback({ person: 'U2', helpful: false, at: '2026-11-24T10:00:00.000Z' });
    await desk.feedback.give(aFeedback());
    await desk.feedback.give(late);
    await desk.feedback.give(aFeedback({ workspace: 'T2' }));
    await desk.close();

    expect(await (await bench.open()).feedback.list('T1')).toEqual([late, aFeedback()]);
  });

  test('the last word of a person on a decision counts', async () => {
    const desk = await aBench().open();
    const second = aFeedback({ helpful: false, reason: 'Die Quelle passt nicht.' });

    await desk.feedback.give(aFeedback());
    await desk.feedback.give(second);

    expect(await desk.feedback.list('T1')).toEqual([second]);
  });

  test('a person is met once, for ever, in each workspace', async () => {
    const bench = aBench();
    const desk = await bench.open();

    expect(await desk.meet('T1', 'U1')).toBe(true);
    bench.clock.at = '2027-11-23T10:00:00.000Z';
    expect(await (await bench.open()).meet('T1', 'U1')).toBe(false);
    expect(await desk.meet('T1', 'U2')).toBe(true);
    expect(await desk.meet('T2', 'U1')).toBe(true);
  });
}

/** What every desk promises about the data of one person. */
export function personalData(aBench: () => DeskBench): void {
  test('all that is held about a person is found, and nothing of others', async () => {
    const desk = await aBench().open();
    await desk.threads.save(aThread());
    const foreign = aThread({ author: 'U2', thread: '2.0' });
    await desk.threads.save(foreign);
    await desk.threads.save(aThread({ author: 'U2', thread: '3.0', given: {} }));
    await desk.cases.save(aCase());
    await desk.cases.save(aCase({ id: 'case-2', requester: 'U2', assignee: 'U3' }));
    await desk.feedback.give(aFeedback());
    await desk.feedback.give(aFeedback({ person: 'U2' }));
    await desk.roles.assign('T1', 'U0ERIKA', ['manager']);
    await desk.meet('T1', 'U0ERIKA');

    expect(await desk.people.held('T1', 'U0ERIKA')).toEqual({
      threads: [{ ...aThread(), revision: 1 }],
      statements: [{ workspace: 'T1', place: 'C1', thread: '2.0', given: foreign.given }],
      cases: [{ ...aCase(), revision: 1 }],
      feedback: [aFeedback()],
      roles: ['manager'],
      met: true,
    });
    expect(await desk.people.held('T2', 'U0ERIKA')).toEqual(nothing);
  });

  test('a person is forgotten: what they wrote is gone, and their id from what others wrote', async () => {
    const bench = aBench();
    const desk = await bench.open();
    const foreign = aThread({ author: 'U2', thread: '2.0', text: 'Wie <@U0ERIKA> und U0ERIKA2.' });
    await desk.threads.save(aThread());
    await desk.threads.save(foreign);
    await desk.cases.save(aCase());
    await desk.feedback.give(aFeedback());
    await desk.meet('T1', 'U0ERIKA');
    await desk.once('T1', 'welcome:U0ERIKA');

    await desk.people.forget('T1', 'U0ERIKA');

    expect(await desk.people.held('T1', 'U0ERIKA')).toEqual(nothing);
    expect(await desk.threads.find(aThread())).toBeUndefined();
    const rest = await (await bench.open()).threads.find(foreign);
    expect(rest).toMatchObject({ revision: 2, text: 'Wie <@erased> und U0ERIKA2.' });
    expect(rest?.given['channel']).toMatchObject({ value: ['email', 'post'], by: 'erased' });
    expect(await desk.meet('T1', 'U0ERIKA')).toBe(true);
    expect(await desk.once('T1', 'welcome:U0ERIKA')).toBe(true);
  });

  test('a case that the forgotten person worked on is open to the others again', async () => {
    const desk = await aBench().open();
    const cards = [
      { channel: 'D1', message: '1.0', person: 'U0LEA' },
      { channel: 'D2', message: '2.0', person: 'U0TOM' },
    ];
    const taken = { requester: 'U2', assignee: 'U0LEA', cards };
    await desk.cases.save(aCase({ ...taken, state: 'taken' }));
    await desk.cases.save(
      aCase({
        ...taken,
        id: 'case-2',
        state: 'decided',
        outcome: 'refused',
        reply: 'Nein, so nicht.',
      }),
    );

    await desk.people.forget('T1', 'U0LEA');

    const [open, decided] = await desk.cases.list('T1');
    expect(open).toEqual({
      ...aCase({ requester: 'U2', cards: cards.slice(1) }),
      revision: 2,
    });
    expect(decided).toMatchObject({ state: 'decided', outcome: 'refused' });
    expect(decided).not.toHaveProperty('reply');
    expect(decided).not.toHaveProperty('assignee');
    expect(await desk.cases.list('T1', 'open')).toHaveLength(1);
  });

  test('the roles of a person are left to those who decide on them', async () => {
    const desk = await aBench().open();
    await desk.roles.assign('T1', 'U0ERIKA', ['lead']);

    await desk.people.forget('T1', 'U0ERIKA');

    expect(await desk.roles.of('T1', 'U0ERIKA')).toEqual(['lead']);
  });
}

const nothing = { threads: [], statements: [], cases: [], feedback: [], roles: [], met: false };
