import { expect, test } from 'vitest';
import { giveFeedback } from '#assistant/give-feedback.ts';
import { anOperation } from '../samples.ts';
import { aRecordedAnswer, aStaffedHouse } from './a-case.ts';

test('feedback is kept with the reference of the answer', async () => {
  const { house, desk } = await aStaffedHouse();
  const { op: decision, reference } = await aRecordedAnswer(house);

  await giveFeedback({ decision, person: 'UANNA', helpful: true }, house, desk);

  const at = house.clock.now().toISOString();
  const expected = { workspace: 'T1', decision, reference, person: 'UANNA', helpful: true, at };
  expect(await desk.feedback.list('T1')).toEqual([expected]);
});

test('the last word of a person on an answer counts', async () => {
  const { house, desk } = await aStaffedHouse();
  const { op: decision } = await aRecordedAnswer(house);
  const opinion = { decision, person: 'UANNA', helpful: false };

  await giveFeedback(opinion, house, desk);
  await giveFeedback({ ...opinion, reason: 'Die Quelle fehlt.' }, house, desk);

  expect(await desk.feedback.list('T1')).toMatchObject([{ reason: 'Die Quelle fehlt.' }]);
});

test('feedback on an answer that the log does not have is not kept', async () => {
  const { house, desk } = await aStaffedHouse();
  const opinion = { decision: anOperation(7), person: 'UANNA', helpful: true };

  expect(await giveFeedback(opinion, house, desk)).toBeUndefined();
  expect(await desk.feedback.list('T1')).toEqual([]);
});
