import { describe, expect, test } from 'vitest';
import { actionIds } from '#slack/action-ids.ts';
import type { Message } from '#playground/messages.ts';
import type { Workspace } from '#playground/workspace.ts';
import { directWithLea, marketing } from './a-workspace.ts';
import { anAnsweredBrief, buttonsOn, last, reply, words } from './an-answered-brief.ts';

describe('who decides', () => {
  test('gets a card with what it takes to decide', async () => {
    const { ask, workspace } = await anAnsweredBrief();

    await ask();

    const card = last(workspace.messages(directWithLea));
    expect(card.text).toMatch(
      /^Anfrage an Compliance EC-2026-\S+: <@UANNA> bittet um eine Antwort/,
    );
    expect(words(card)).toContain('*Ergebnis der Prüfung:* nicht erlaubt');
    expect(words(card)).toContain('Dürfen wir das bei &lt;!channel&gt; ∗trotzdem∗?');
    expect(words(card)).toContain('Nein, so nicht.');
    expect(words(card)).toMatch(
      /Die ganze Auskunft steht mit ihren Fundstellen im Protokoll unter EC-2026/,
    );
    expect(words(card)).not.toContain('gesetze-im-internet');
    expect(words(card)).toMatch(/<https:\/\/[^|]+\|Zum Thread>/);
    expect(buttonsOn(card)).toEqual([actionIds.takeCase, actionIds.judgeCase]);
  });

  test('takes a case; all cards show who has it', async () => {
    const { ask, press, workspace } = await anAnsweredBrief({ lead: ['ULEA', 'UBEN'] });
    await ask();
    const card = last(workspace.messages(directWithLea));

    const on = { user: 'ULEA', channel: directWithLea, message: card.ts };
    await press({ ...on, action: actionIds.takeCase });

    const [hers, his] = [directWithLea, 'DUBEN'].map((one) => last(workspace.messages(one)));
    expect(hers && words(hers)).toContain('Übernommen von <@ULEA>');
    expect(his && words(his)).toContain('Taken by <@ULEA>');
    expect(hers && buttonsOn(hers)).toEqual([actionIds.judgeCase]);
  });

  test('sees on all cards who has decided what, and no buttons any more', async () => {
    const { ask, judge, workspace } = await anAnsweredBrief({ lead: ['ULEA', 'UBEN'] });
    await ask();

    await judge('ULEA', 'refused');

    const [hers, his] = [directWithLea, 'DUBEN'].map((one) => last(workspace.messages(one)));
    expect(hers && words(hers)).toMatch(
      /Beantwortet von <@ULEA> am 23\. November 2026 um 09:00 Uhr \(UTC\): abgelehnt/,
    );
    expect(his && words(his)).toContain('Answered by <@ULEA>');
    expect([hers, his].flatMap((one) => (one ? buttonsOn(one) : ['none']))).toEqual([]);
  });

  test('has to write something that helps', async () => {
    const { ask, desk, judge, workspace } = await anAnsweredBrief();
    await ask();

    await judge('ULEA', 'released', 'Ja.             ');

    expect(workspace.view('ULEA')?.errors).toHaveProperty('reply');
    expect(await desk.cases.list('T1', 'open')).toHaveLength(1);
  });

  test('later than somebody else keeps the text, and is told why it was not sent', async () => {
    const { ask, judge, press, submit, workspace, replies } = await anAnsweredBrief({
      lead: ['ULEA', 'UBEN'],
    });
    await ask();
    const message = last(workspace.messages('DUBEN')).ts;
    await press({ user: 'UBEN', channel: 'DUBEN', message, action: actionIds.judgeCase });
    await judge('ULEA', 'released');
    const before = replies().length;

    await submit({ user: 'UBEN', values: { outcome: 'refused', reply: 'No, not at all.' } });

    expect(workspace.view('UBEN')?.errors['reply']).toBe(
      'The request has been answered already. Your reply was not sent. Copy your text if you need it, and open the request anew.',
    );
    expect(replies()).toHaveLength(before);
  });

  test('at the same moment as somebody else has one decision and one reply', async () => {
    const { ask, desk, press, workspace, replies } = await anAnsweredBrief({
      lead: ['ULEA', 'UBEN'],
    });
    await ask();
    const before = replies().length;
    for (const user of ['ULEA', 'UBEN']) {
      const message = last(workspace.messages(`D${user}`)).ts;
      await press({ user, channel: `D${user}`, message, action: actionIds.judgeCase });
    }

    workspace.submit({ user: 'ULEA', values: { outcome: 'released', reply } });
    workspace.submit({ user: 'UBEN', values: { outcome: 'refused', reply } });
    await workspace.idle();

    expect(await desk.cases.list('T1', 'decided')).toHaveLength(1);
    expect(replies()).toHaveLength(before + 1);
    const open = ['ULEA', 'UBEN'].filter((user) => workspace.view(user));
    expect(open).toHaveLength(1);
  });

  test('keeps the text where the log cannot be written', async () => {
    const { ask, breakLog, desk, press, submit, workspace } = await anAnsweredBrief();
    await ask();
    const onCard = { channel: directWithLea, message: last(workspace.messages(directWithLea)).ts };
    await press({ ...onCard, user: 'ULEA', action: actionIds.judgeCase });
    breakLog();

    await submit({ user: 'ULEA', values: { outcome: 'released', reply } });

    expect(workspace.view('ULEA')?.errors['reply']).toContain('Protokoll kann gerade nicht');
    expect(await desk.cases.list('T1', 'open')).toHaveLength(1);
  });
});

describe('who may not decide', () => {
  test.for([
    ['a manager who sends the press of a lead', 'UBEN', 'Only the compliance lead and deputies'],
    ['the person who asked', 'UANNA', 'Das dürfen nur die Compliance-Leitung'],
  ])('%s is refused and nothing changes', async ([, user = '', why = '']) => {
    const { ask, desk, workspace } = await anAnsweredBrief();
    await ask();
    const [one] = await desk.cases.list('T1');
    const card = last(workspace.messages(directWithLea));

    forge(workspace, user, card, actionIds.takeCase, one?.id ?? '');
    forge(workspace, user, card, actionIds.judgeCase, one?.id ?? '');
    await workspace.idle();

    expect(await desk.cases.list('T1')).toEqual([one]);
    expect(workspace.view(user)).toBeUndefined();
    expect(JSON.stringify(workspace.messages(directWithLea))).not.toContain(why);
    expect(JSON.stringify(workspace.messages(`D${user}`))).toContain(why);
  });

  test('a lead who asked herself gets no card, and is refused if she tries', async () => {
    const { ask, desk, workspace, replies } = await anAnsweredBrief({
      user: 'ULEA',
      lead: ['ULEA', 'UBEN'],
    });
    await ask();
    const [one] = await desk.cases.list('T1');

    forge(workspace, 'ULEA', last(replies()), actionIds.judgeCase, one?.id ?? '');
    await workspace.idle();

    expect(workspace.messages(directWithLea)).toEqual([]);
    expect(workspace.messages('DUBEN')).toHaveLength(1);
    expect(last(workspace.messages(marketing))).toMatchObject({
      onlyFor: 'ULEA',
      text: expect.stringContaining('Über Ihre eigene Anfrage entscheidet jemand anderes'),
    });
  });
});

/** Sends a press that nobody could make with their client. */
function forge(
  workspace: Workspace,
  user: string,
  message: Message,
  action: string,
  value: string,
) {
  workspace.deliver({
    type: 'block_actions',
    team: { id: 'TLOCAL', domain: 'local' },
    user: { id: user, username: user, team_id: 'TLOCAL' },
    api_app_id: 'ALEITPLANKE',
    token: 'in-memory',
    trigger_id: 'forged',
    channel: { id: message.channel, name: 'directmessage' },
    container: { type: 'message', message_ts: message.ts, channel_id: message.channel },
    message: { ts: message.ts, text: '', blocks: [] },
    actions: [{ type: 'button', action_id: action, block_id: 'b', action_ts: '1.0', value }],
  });
}
