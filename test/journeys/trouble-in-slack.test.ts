import { describe, expect, test } from 'vitest';
import type { Desk } from '#assistant/desk.ts';
import type { Ledger } from '#assistant/ledger.ts';
import { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';
import { verdictAnswers, verdictNames } from '#domain/verdict-words.ts';
import {
  aDesk,
  aWorkspace,
  coldMail,
  directWithAnna,
  marketing,
  wordsIn,
} from '../slack/a-workspace.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';

const brief = 'We send our offer by e-mail to people who never agreed.';

describe('a message that Slack delivers again', () => {
  test('is answered once, with the same event id or another', async () => {
    const ledger = recordingLedger();
    const { workspace, mention } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(coldMail) }),
    });

    const root = await mention(brief);
    const payload = workspace.deliveries[0]?.payload ?? {};
    workspace.deliver(payload);
    workspace.deliver({ ...payload, event_id: 'EvOther' });
    await workspace.idle();

    expect(workspace.thread(marketing, root)).toHaveLength(2);
    expect(ledger.entries).toHaveLength(1);
  });

  test('is answered once even when all deliveries come together', async () => {
    const ledger = recordingLedger();
    const { workspace, direct } = await aWorkspace({ house: aHouse({ ledger }) });
    await direct('first');
    const payload = { ...workspace.deliveries[0]?.payload };
    const event = { ...(payload['event'] as object), ts: '9.9', text: 'second' };

    for (const id of ['Ev1', 'Ev1', 'Ev2']) workspace.deliver({ ...payload, event, event_id: id });
    await workspace.idle();

    expect(ledger.entries).toHaveLength(2);
  });

  test('is answered once by an assistant that was started anew', async () => {
    const ledger = recordingLedger();
    const house = aHouse({ ledger });
    const desk = aDesk(house);
    const before = await aWorkspace({ house, desk });
    await before.mention(brief);

    const after = await aWorkspace({ house, desk });
    after.workspace.deliver(before.workspace.deliveries[0]?.payload ?? {});
    await after.workspace.idle();

    expect(ledger.entries).toHaveLength(1);
  });
});

describe('when the log cannot be written', () => {
  const verdictWords = Language.options.flatMap((language) => [
    ...Object.values(verdictAnswers[language]),
    ...Object.values(verdictNames[language]),
  ]);

  test.for([
    [
      'its storage is full',
      new Problem('log.unavailable', 'The disk is full.', { remedy: 'Free some space.' }),
    ],
    [
      'it was tampered with',
      new Problem('log.damaged', 'The tree does not fit.', { remedy: 'Run log verify.' }),
    ],
    ['it fails in an unforeseen way', new TypeError('x is not a function')],
  ] as const)('because %s, everybody is told so, and no verdict gets out', async ([, error]) => {
    const ledger: Ledger = { ...recordingLedger(), append: async () => Promise.reject(error) };
    const { workspace, mention, direct, command, reports } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(coldMail) }),
    });

    const root = await mention(brief);
    const own = await direct(brief, { user: 'UBEN' });
    await command(brief);

    expect(workspace.thread(marketing, root)[1]?.text).toContain(
      'Protokoll kann gerade nicht geschrieben werden',
    );
    expect(workspace.thread('DUBEN', own)[1]?.text).toContain('log cannot be written');
    const words = wordsIn(workspace.calls).toLowerCase();
    expect(verdictWords.filter((word) => words.includes(word.toLowerCase()))).toEqual([]);
    expect(words).not.toContain('ec-2026');
    expect(reports).toHaveLength(3);
  });

  test('the person gets a number under which the operator finds the reason', async () => {
    const error = new Problem('log.unavailable', 'The disk is full.', {
      remedy: 'Free some space.',
    });
    const ledger: Ledger = { ...recordingLedger(), append: async () => Promise.reject(error) };
    const { workspace, direct, reports } = await aWorkspace({ house: aHouse({ ledger }) });

    const root = await direct(brief);

    const [, number = 'none'] =
      /: ([0-9A-Z]{4}-[0-9A-Z]{4})$/.exec(workspace.thread(directWithAnna, root)[1]?.text ?? '') ??
      [];
    expect(reports[0]).toContain(number);
    expect(reports[0]).toContain('The disk is full.');
    expect(reports.join()).not.toContain(brief);
  });
});

describe('something that fails', () => {
  test('in the desk is told, not answered twice', async () => {
    const house = aHouse();
    const problem = new Problem('log.unavailable', 'The desk is gone.', { remedy: 'Look for it.' });
    const desk: Desk = { ...aDesk(house), once: async () => Promise.reject(problem) };
    const { workspace, direct, reports } = await aWorkspace({ house, desk });

    const root = await direct(brief);

    expect(workspace.thread(directWithAnna, root)).toHaveLength(2);
    expect(reports[0]).toContain('The desk is gone.');
  });

  test('while keeping the conversation in mind leaves the answer standing and says so', async () => {
    const house = aHouse({ reader: readerOf(coldMail) });
    const kept = aDesk(house);
    const desk: Desk = {
      ...kept,
      threads: { ...kept.threads, save: async () => ({ saved: false }) },
    };
    const { workspace, direct } = await aWorkspace({ house, desk });

    const root = await direct(brief, { user: 'UBEN' });

    const [, reply, notice] = workspace.thread('DUBEN', root);
    expect(reply?.text).toMatch(/^No, not like this\./);
    expect(notice?.text).toContain('could not keep the conversation in mind');
  });

  test('unforeseen is told in the language of the person, with no detail', async () => {
    const reader = { name: 'told-1', read: async () => Promise.reject(new Error('secret detail')) };
    const { workspace, direct, reports } = await aWorkspace({ house: aHouse({ reader }) });

    const root = await direct(brief, { user: 'UBEN' });

    const [, reply] = workspace.thread('DUBEN', root);
    expect(reply?.text).toContain('Something went wrong');
    expect(reply?.text).not.toContain('secret detail');
    expect(reports[0]).toContain('secret detail');
  });

  test('because Slack takes no message reaches at least the operator', async () => {
    const { workspace, direct, reports } = await aWorkspace();
    workspace.disturb('chat.postMessage', 'internal_error');

    await direct(brief);

    expect(reports.join('\n')).toContain('internal_error');
  });

  test('in a command before its direct message is open is told to the person alone', async () => {
    const { workspace, command } = await aWorkspace();
    workspace.disturb('chat.postMessage', 'internal_error');

    await command(brief);

    expect(workspace.messages(marketing)).toMatchObject([
      { onlyFor: 'UANNA', text: expect.stringContaining('Fehler') },
    ]);
  });

  test('in finding out the language falls back to that of the company', async () => {
    const { workspace, mention } = await aWorkspace();
    workspace.disturb('users.info', 'missing_scope');

    const root = await mention('');

    expect(workspace.thread(marketing, root)[1]?.text).toContain('Ich bin ein KI-System');
  });
});

test('a question that is too long is refused whole, with a remedy', async () => {
  const ledger = recordingLedger();
  const { workspace, direct } = await aWorkspace({ house: aHouse({ ledger }) });

  const root = await direct('x'.repeat(200_001));

  expect(workspace.thread(directWithAnna, root)[1]?.text).toContain('zu lang');
  expect(ledger.entries).toEqual([]);
});

test('a list of persons is neither checked nor kept, and the person hears what to do', async () => {
  const ledger = recordingLedger();
  const { workspace, direct } = await aWorkspace({ house: aHouse({ ledger }) });
  const list = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@shop.example`).join('\n');

  const root = await direct(list);

  const told = workspace.thread(directWithAnna, root)[1]?.text;
  expect(told).toContain('Bitte löschen Sie die Nachricht.');
  expect(told).not.toContain('@shop.example');
  expect(ledger.entries).toEqual([]);
});

describe('what an older version has left behind', () => {
  const old = {
    type: 'block_actions',
    user: { id: 'UANNA', team_id: 'TLOCAL' },
    team: { id: 'TLOCAL' },
  };

  test('as a button says that it does nothing any more', async () => {
    const { workspace, mention } = await aWorkspace();
    const root = await mention(brief);

    workspace.deliver({
      ...old,
      channel: { id: marketing },
      message: { type: 'message', ts: workspace.thread(marketing, root)[1]?.ts, thread_ts: root },
      actions: [{ type: 'button', action_id: 'of-yesterday', block_id: 'b' }],
    });
    await workspace.idle();

    expect(workspace.thread(marketing, root).at(-1)).toMatchObject({
      onlyFor: 'UANNA',
      text: expect.stringContaining('älteren Fassung'),
    });
  });

  test.for([
    ['form', { type: 'view_submission', view: { callback_id: 'of-yesterday' } }],
    ['shortcut', { type: 'shortcut', callback_id: 'of-yesterday' }],
    [
      'filled form',
      { type: 'view_submission', view: { callback_id: 'facts', private_metadata: '?' } },
    ],
  ] as const)('as a %s says that it does nothing any more', async ([, payload]) => {
    const { workspace, reports } = await aWorkspace();

    workspace.deliver({ ...old, ...payload });
    await workspace.idle();

    expect(workspace.messages(directWithAnna)[0]?.text).toContain('älteren Fassung');
    expect(reports).toEqual([]);
  });
});

test('a wrong token fails at the start, with its reason', async () => {
  const { slackApp } = await import('#slack/app.ts');
  const { inMemoryWorkspace } = await import('#playground/workspace.ts');
  const house = aHouse();
  const { receiver, clientOptions } = inMemoryWorkspace({ clock: house.clock });

  const start = slackApp(() => house, aDesk(house), {
    receiver,
    clientOptions,
    token: 'xoxb-wrong',
    report: () => undefined,
  });

  await expect(start).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
});

test('two hundred messages at once are all acknowledged before the first is answered', async () => {
  const ledger = recordingLedger();
  const { workspace } = await aWorkspace({ house: aHouse({ ledger, reader: readerOf(coldMail) }) });
  const before = workspace.calls.length;

  for (let index = 0; index < 200; index += 1) {
    workspace.say({ user: 'UANNA', channel: directWithAnna, text: `${index}: ${brief}` });
  }
  await workspace.idle();

  expect(new Set(workspace.deliveries.map(({ ack }) => ack?.callsBefore))).toEqual(
    new Set([before]),
  );
  expect(ledger.entries).toHaveLength(200);
});
