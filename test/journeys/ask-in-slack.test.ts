import { describe, expect, test } from 'vitest';
import type { House } from '#assistant/house.ts';
import { rawEvent } from '#playground/payloads.ts';
import { assistant } from '#playground/places.ts';
import { aWorkspace, coldMail, directWithAnna, marketing } from '../slack/a-workspace.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';

const brief = 'We send our offer by e-mail to people who never agreed.';

describe('a mention', () => {
  test('is answered in its thread, verdict first, with the reference in the log', async () => {
    const ledger = recordingLedger();
    const { workspace, mention } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(coldMail) }),
    });

    const root = await mention(brief);

    const [, reply] = workspace.thread(marketing, root);
    expect(reply).toMatchObject({ user: assistant.user, thread: root });
    expect(reply?.text).toMatch(/^No, not like this\./);
    expect(reply?.text).toMatch(/\(EC-2026-[0-9A-Z]{4}-[0-9A-Z]{4}\)$/);
    expect(JSON.stringify(reply?.blocks)).toContain('Answer of an AI system, not legal advice');
    expect(ledger.entries).toMatchObject([
      { kind: 'decision', actor: 'UANNA', place: 'public', private: { text: brief } },
    ]);
  });

  test('cites its sources as links with the name of the provision', async () => {
    const { workspace, mention } = await aWorkspace();

    const root = await mention(brief);

    const [, reply] = workspace.thread(marketing, root);
    expect(JSON.stringify(reply?.blocks)).toMatch(/<https:\/\/[^|>]+\|UWG §7\(2\) Nr\. 2>/);
  });

  test('in the middle of a thread is answered in that thread', async () => {
    const { workspace, mention } = await aWorkspace();
    const { ts } = workspace.say({ user: 'UBEN', channel: marketing, text: 'New campaign!' });

    await mention(brief, { thread: ts });

    expect(workspace.thread(marketing, ts)).toHaveLength(3);
  });

  test('with nothing else is answered with help', async () => {
    const { workspace, mention } = await aWorkspace();

    const root = await mention('');

    expect(workspace.thread(marketing, root)[1]?.text).toContain('/ethics-check');
  });
});

describe('the ledger', () => {
  test('has the entry before the answer is in the workspace', async () => {
    const ledger = recordingLedger();
    const seen: number[] = [];
    const { workspace, mention, direct, command } = await aWorkspace({
      inspect: ({ messages }): Partial<House> => ({
        ledger: {
          ...ledger,
          append: async (entry) => {
            const said = [...messages(marketing), ...messages(directWithAnna)];
            seen.push(said.filter(({ text }) => /EC-2026/.test(text)).length);
            return ledger.append(entry);
          },
        },
      }),
    });

    await mention(brief);
    await direct(brief);
    await command(brief);

    expect(seen).toEqual([0, 1, 2]);
    const replies = [...workspace.messages(marketing), ...workspace.messages(directWithAnna)];
    expect(replies.filter(({ text }) => /EC-2026/.test(text))).toHaveLength(3);
  });
});

describe('a direct message', () => {
  test('gets its answer in its thread', async () => {
    const ledger = recordingLedger();
    const { workspace, direct } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(coldMail) }),
    });

    const root = await direct(brief);

    expect(workspace.thread(directWithAnna, root)[1]?.text).toMatch(/^No, not like this\./);
    expect(ledger.entries).toMatchObject([{ place: 'dm' }]);
  });

  test('that asks about a rule is answered as a question', async () => {
    const ledger = recordingLedger();
    const reader = readerOf({}, { kind: 'rule-question', language: 'de' });
    const { workspace, direct } = await aWorkspace({ house: aHouse({ ledger, reader }) });

    const root = await direct('Was ist ein berechtigtes Interesse?');

    expect(workspace.thread(directWithAnna, root)[1]?.text).toContain('rate nicht');
    expect(ledger.entries).toMatchObject([{ kind: 'answer' }]);
  });

  test('that only greets is greeted', async () => {
    const reader = readerOf({}, { kind: 'small-talk', language: 'de' });
    const { workspace, direct } = await aWorkspace({ house: aHouse({ reader }) });

    const root = await direct('Guten Morgen');

    expect(workspace.thread(directWithAnna, root)[1]?.text).toMatch(/^Guten Tag!/);
  });

  test('with a file is not answered as if the file said nothing', async () => {
    const ledger = recordingLedger();
    const { workspace, direct } = await aWorkspace({ house: aHouse({ ledger }) });

    const root = await direct('Please check the attached brief', { files: ['brief.pdf'] });

    expect(workspace.thread(directWithAnna, root)[1]?.text).toContain('Angehängte Dateien');
    expect(ledger.entries).toEqual([]);
  });

  test('that names another market in its first line is checked for that one', async () => {
    const ledger = recordingLedger();
    const { direct } = await aWorkspace({ house: aHouse({ ledger, reader: readerOf(coldMail) }) });

    await direct(`Markt: Schweiz\n\n${brief}`);

    expect(ledger.entries).toMatchObject([{ body: { verdicts: { CH: 'needs_information' } } }]);
  });
});

describe('nobody gets an answer to', () => {
  const message = {
    type: 'message',
    channel: directWithAnna,
    channel_type: 'im',
    user: 'UANNA',
    text: 'x',
    ts: '1.1',
  };
  const mention = {
    type: 'app_mention',
    channel: marketing,
    user: 'UANNA',
    text: `<@${assistant.user}> x`,
    ts: '1.1',
  };

  test.for([
    ['an app', { ...mention, bot_id: 'BOTHER' }],
    ['the assistant itself', { ...mention, user: assistant.user }],
    ['Slackbot', { ...message, user: 'USLACKBOT' }],
    ['an edited mention', { ...mention, edited: { user: 'UANNA', ts: '1.2' } }],
    [
      'an edited message',
      { ...message, subtype: 'message_changed', hidden: true, message: { ...message, ts: '1.1' } },
    ],
    [
      'a deleted message',
      { ...message, subtype: 'message_deleted', hidden: true, deleted_ts: '1.1' },
    ],
    ['a message of an app', { ...message, subtype: 'bot_message', bot_id: 'BOTHER' }],
    ['a group of people talking', { ...message, channel: 'GMANY', channel_type: 'mpim' }],
    ['a channel talking', { ...message, channel: marketing, channel_type: 'channel' }],
  ] as const)('%s', async ([, event]) => {
    const ledger = recordingLedger();
    const { workspace, reports } = await aWorkspace({ house: aHouse({ ledger }) });
    const before = workspace.calls.length;

    workspace.deliver(rawEvent(event, 'Ev1'));
    await workspace.idle();

    expect(workspace.calls).toHaveLength(before);
    expect(ledger.entries).toEqual([]);
    expect(reports).toEqual([]);
  });
});
