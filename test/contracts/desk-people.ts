import { expect, test } from 'vitest';
import type { Feedback } from '#assistant/desk.ts';
import { op, type DeskBench } from './desk-bench.ts';

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
