import { describe, expect, test } from 'vitest';
import { actionIds } from '#slack/action-ids.ts';
import { readerOf } from '../samples.ts';
import { aStaffedHouse } from '../assistant/a-case.ts';
import { aWorkspace, coldMail, directWithAnna, directWithLea, marketing } from './a-workspace.ts';
import { anAnsweredBrief, brief, german, last, reply, words } from './an-answered-brief.ts';

describe('who asks compliance', () => {
  test('reads first who will see what', async () => {
    const { workspace, press, replies } = await anAnsweredBrief();

    const message = last(replies()).ts;
    await press({ user: 'UANNA', channel: marketing, message, action: actionIds.askCompliance });

    const form = JSON.stringify(workspace.view('UANNA')?.blocks);
    expect(form).toContain('Ihre Frage geht an: <@ULEA>');
    expect(form).toMatch(/sieht Ihren Namen, Ihren Text und die Auskunft EC-2026-/);
    expect(form).toContain('dass Sie gefragt haben');
  });

  test('sees in the thread who has been asked, and not what they wrote', async () => {
    const { ask, replies } = await anAnsweredBrief();

    await ask();

    const told = last(replies());
    expect(told.text).toMatch(/^Zu EC-2026-\S+ ist jetzt Compliance gefragt: <@ULEA>\./);
    expect(words(told)).not.toContain('trotzdem');
  });

  test('gets the answer of a human in the thread', async () => {
    const { ask, judge, replies } = await anAnsweredBrief();
    await ask();

    await judge('ULEA', 'released');

    const answer = words(last(replies()));
    expect(answer).toContain('<@UANNA> *Antwort von <@ULEA> (Compliance): freigegeben*');
    expect(answer).toContain('Bitte gleichen Sie die Liste\\nvorher mit der Sperrliste ab.');
    expect(answer).toContain('Das hat ein Mensch entschieden');
  });

  test('in direct messages gets it there', async () => {
    const { house, desk } = await aStaffedHouse({ reader: german });
    await desk.roles.assign('T1', 'UTOM', []);
    const { direct, press, submit, workspace } = await aWorkspace({ house, desk });
    const thread = await direct(brief);
    const message = last(workspace.thread(directWithAnna, thread)).ts;
    const on = { user: 'UANNA', channel: directWithAnna, message };
    await press({ ...on, action: actionIds.askCompliance });
    await submit({ user: 'UANNA', values: {} });

    const card = last(workspace.messages(directWithLea));
    const onCard = { user: 'ULEA', channel: directWithLea, message: card.ts };
    await press({ ...onCard, action: actionIds.judgeCase });
    await submit({ user: 'ULEA', values: { outcome: 'returned', reply } });

    expect(words(card)).toContain('Das Gespräch ist eine Direktnachricht.');
    const answer = last(workspace.thread(directWithAnna, thread));
    expect(answer.text).toBe('*Antwort von <@ULEA> (Compliance): Rückfrage oder Hinweis*');
    expect(words(answer)).toContain('noch einmal „Compliance fragen“');
  });

  test('after somebody else is told that it has been asked already', async () => {
    const { ask, desk, workspace, press, replies } = await anAnsweredBrief();
    const message = last(replies()).ts;
    await ask();

    await press({ user: 'UBEN', channel: marketing, message, action: actionIds.askCompliance });

    expect(workspace.view('UBEN')).toBeUndefined();
    expect(last(replies())).toMatchObject({
      onlyFor: 'UBEN',
      text: expect.stringContaining('has been asked about EC-2026-'),
    });
    expect(await desk.cases.list('T1')).toHaveLength(1);
  });

  test('at the same moment as somebody else opens one case', async () => {
    const { desk, workspace, press, replies } = await anAnsweredBrief();
    const on = { channel: marketing, message: last(replies()).ts };
    await press({ ...on, user: 'UANNA', action: actionIds.askCompliance });
    await press({ ...on, user: 'UBEN', action: actionIds.askCompliance });

    workspace.submit({ user: 'UANNA', values: {} });
    workspace.submit({ user: 'UBEN', values: {} });
    await workspace.idle();

    expect(await desk.cases.list('T1')).toHaveLength(1);
    expect(workspace.messages(directWithLea)).toHaveLength(1);
    expect(replies().filter(({ onlyFor }) => onlyFor !== undefined)).toHaveLength(1);
  });

  test('where nobody may decide yet is told whom to turn to and how that is changed', async () => {
    const { ask, desk, replies } = await anAnsweredBrief({ lead: [] });

    await ask();

    const told = last(replies()).text;
    expect(told).toContain('ist gespeichert, aber für Compliance ist bei Ihnen noch niemand');
    expect(told).toContain('leitplanke init');
    expect(told).toContain(
      'wenden Sie sich direkt an Lea Compliance, compliance@muster-co.example',
    );
    expect(await desk.cases.list('T1', 'open')).toHaveLength(1);
  });

  test('as the only lead is told that nobody else may decide', async () => {
    const { ask, replies, workspace } = await anAnsweredBrief({ user: 'ULEA' });

    await ask();

    expect(last(replies()).text).toContain('außer Ihnen darf niemand darüber entscheiden');
    expect(workspace.messages(directWithLea)).toEqual([]);
  });

  test('is told in English what was asked in English', async () => {
    const { ask, judge, replies, workspace } = await anAnsweredBrief({
      user: 'UBEN',
      fittings: { reader: readerOf(coldMail) },
    });

    await ask('UBEN', 'May we?');
    expect(last(replies()).text).toContain('Compliance has now been asked about EC-2026-');
    expect(words(last(workspace.messages(directWithLea)))).toContain('bittet um eine Antwort');
    await judge('ULEA', 'refused', 'No, these people never agreed.');

    expect(words(last(replies()))).toContain('*Reply of <@ULEA> (Compliance): refused*');
  });

  test('hears of it where the log cannot be written, and nothing is kept', async () => {
    const { breakLog, desk, press, submit, workspace, replies } = await anAnsweredBrief();
    const on = { channel: marketing, message: last(replies()).ts };
    await press({ ...on, user: 'UANNA', action: actionIds.askCompliance });
    breakLog();

    await submit({ user: 'UANNA', values: {} });

    expect(last(replies())).toMatchObject({
      onlyFor: 'UANNA',
      text: expect.stringContaining('Das Protokoll kann gerade nicht geschrieben werden'),
    });
    expect(await desk.cases.list('T1')).toEqual([]);
    expect(workspace.messages(directWithLea)).toEqual([]);
  });
});
