import { expect, test } from 'vitest';
import { actionIds } from '#slack/action-ids.ts';
import { aStaffedHouse } from '../assistant/a-case.ts';
import { aWorkspace, marketing } from './a-workspace.ts';

/** A workspace in which somebody has got an answer that may have helped. */
async function anAnswer(user: string) {
  const { house, desk } = await aStaffedHouse();
  const asking = await aWorkspace({ house, desk });
  const thread = await asking.mention('We send our offer by e-mail.', { user });
  const said = () => asking.workspace.thread(marketing, thread);
  const message = said().at(-1)?.ts ?? '';
  const [stored] = await house.ledger.read({ kind: 'decision' });
  const decision = stored?.entry.op ?? '';
  return {
    ...asking,
    desk,
    decision,
    reference: stored?.entry.ref ?? '',
    said,
    think: (opinion: 'helpful' | 'unhelpful', by = user) =>
      asking.press({
        user: by,
        channel: marketing,
        message,
        action: actionIds.feedback,
        value: `${opinion}:${decision}`,
      }),
  };
}

test('an answer that helped is noted, and the person is thanked and told who reads it', async () => {
  const { think, desk, said, reference } = await anAnswer('UANNA');

  await think('helpful');

  expect(await desk.feedback.list('T1')).toMatchObject([
    { person: 'UANNA', helpful: true, reference },
  ]);
  expect(said().at(-1)).toMatchObject({
    onlyFor: 'UANNA',
    text: `Danke. Ihre Rückmeldung zu ${reference} ist notiert.\nLesen kann sie, mit Ihrem Namen: <@ULEA>, <@UTOM>.`,
  });
});

test('an answer that did not help is noted with what was wrong', async () => {
  const { think, submit, desk, said, reference } = await anAnswer('UBEN');

  await think('unhelpful');
  await submit({ user: 'UBEN', values: { fault: 'source', text: 'The *court* said no.' } });

  expect(await desk.feedback.list('T1')).toMatchObject([
    {
      person: 'UBEN',
      helpful: false,
      reference,
      reason: 'A source does not fit or is missing: The *court* said no.',
    },
  ]);
  expect(said().at(-1)).toMatchObject({
    onlyFor: 'UBEN',
    text: expect.stringContaining(`Thank you. Your feedback on ${reference} is noted.`),
  });
});

test('that an answer did not help is noted even where no reason is given', async () => {
  const { think, close, workspace, desk } = await anAnswer('UANNA');

  await think('unhelpful');
  expect(JSON.stringify(workspace.view('UANNA')?.blocks)).toContain('ist notiert');
  await close({ user: 'UANNA' });

  expect(await desk.feedback.list('T1')).toMatchObject([{ person: 'UANNA', helpful: false }]);
});

test('the last word of each person counts', async () => {
  const { think, submit, desk } = await anAnswer('UANNA');

  await think('unhelpful');
  await submit({ user: 'UANNA', values: { fault: 'wording' } });
  await think('helpful');
  await think('helpful', 'UBEN');

  const given = await desk.feedback.list('T1');
  expect(given.map(({ person, helpful, reason }) => [person, helpful, reason])).toEqual([
    ['UANNA', true, undefined],
    ['UBEN', true, undefined],
  ]);
});

test('where nobody is in charge of compliance, whoever keeps the log reads it', async () => {
  const { think, desk, said } = await anAnswer('UBEN');
  for (const person of ['ULEA', 'UTOM']) await desk.roles.assign('T1', person, []);

  await think('helpful');

  expect(said().at(-1)?.text).toContain('by those who keep the log in your company');
});

test('a workspace that knows only old blocks gives feedback with plain buttons', async () => {
  const { house, desk } = await aStaffedHouse();
  const { mention, press, workspace } = await aWorkspace({ house, desk });
  workspace.refuseNewBlocks(true);
  const thread = await mention('We send our offer by e-mail.');
  const card = workspace.thread(marketing, thread).at(-1);
  const [action = ''] = /feedback:[a-z]+/.exec(JSON.stringify(card?.blocks)) ?? [];

  await press({ user: 'UANNA', channel: marketing, message: card?.ts ?? '', action });

  expect(await desk.feedback.list('T1')).toMatchObject([{ person: 'UANNA', helpful: true }]);
});
