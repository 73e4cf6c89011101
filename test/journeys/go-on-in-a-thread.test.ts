import { describe, expect, test } from 'vitest';
import { aWorkspace, coldMail, directWithAnna, marketing } from '../slack/a-workspace.ts';
import { briefs, cardIn, pressableOn, saidIn } from '../slack/cards.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';

const brief = 'We send our offer by e-mail to people who never agreed.';

describe('a second message in the thread', () => {
  test('goes on with the first: what was said counts on, and the log shows the order', async () => {
    const ledger = recordingLedger();
    const { mention } = await aWorkspace({ house: aHouse({ ledger, reader: readerOf(coldMail) }) });

    const root = await mention(brief);
    await mention('And we call them as well.', { thread: root });

    const [first, second] = ledger.entries;
    expect(second).toMatchObject({
      body: { follows: first?.op },
      private: { text: `${brief}\n\nAnd we call them as well.` },
    });
  });

  test('gets a card of its own; the old one loses its buttons and points to it', async () => {
    const { workspace, mention } = await aWorkspace();

    const root = await mention(brief);
    await mention('And we call them as well.', { thread: root });

    const [, old, , card] = workspace.thread(marketing, root);
    expect(old?.text).toMatch(/^Answer EC-2026-\S+ is out of date\..*<https:/);
    expect(pressableOn(old)).toEqual([]);
    expect(pressableOn(card)).toContain('ask-compliance');
  });

  test('opens again what was confirmed, where it says something else', async () => {
    const ledger = recordingLedger();
    const told = readerOf(briefs.newsletter);
    const more = readerOf({ ...briefs.newsletter, channels: { value: ['email', 'phone_call'] } });
    const alone = readerOf({ channels: { value: ['phone_call'] } });
    const reader = {
      name: 'told-1',
      read: async (text: string) => {
        if (text === 'And we call them.') return alone.read(text);
        return text.includes('call') ? more.read(text) : told.read(text);
      },
    };
    const { workspace, mention, press } = await aWorkspace({ house: aHouse({ ledger, reader }) });
    const root = await mention('A newsletter.');
    const { ts: message } = cardIn(workspace, marketing, root);
    await press({ user: 'UANNA', channel: marketing, message, action: 'confirm' });

    await mention('And we call them.', { thread: root });

    const said = saidIn(cardIn(workspace, marketing, root));
    expect(said).toContain('With your answer: allowed → still open');
    expect(ledger.entries.at(-1)?.body).toMatchObject({
      facts: expect.arrayContaining([
        expect.objectContaining({
          fact: 'channels',
          value: ['email', 'phone_call'],
          confirmed: false,
        }),
        expect.objectContaining({ fact: 'recipients', origin: 'person' }),
      ]),
    });
  });

  test('in another thread knows nothing of it', async () => {
    const ledger = recordingLedger();
    const { mention } = await aWorkspace({ house: aHouse({ ledger, reader: readerOf(coldMail) }) });

    await mention(brief);
    await mention('We call our customers.');

    expect(ledger.entries[1]?.private['text']).toBe('We call our customers.');
  });

  test('that only says thanks is not taken for a detail', async () => {
    const ledger = recordingLedger();
    const told = readerOf(coldMail);
    const reader = {
      name: 'told-1',
      read: async (text: string) =>
        text === 'Thanks!'
          ? { ...(await told.read(text)), facts: {}, kind: 'small-talk' as const }
          : told.read(text),
    };
    const { workspace, direct } = await aWorkspace({ house: aHouse({ ledger, reader }) });

    const root = await direct(brief);
    await direct('Thanks!', { thread: root });
    await direct('And by post.', { thread: root });

    expect(workspace.thread(directWithAnna, root)[3]?.text).toMatch(/^Hello!/);
    expect(ledger.entries.at(-1)?.private['text']).toBe(`${brief}\n\nAnd by post.`);
  });

  test('sent before the first is answered waits for its turn', async () => {
    const ledger = recordingLedger();
    const { workspace } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(coldMail) }),
    });

    const { ts } = workspace.say({ user: 'UANNA', channel: directWithAnna, text: 'one' });
    workspace.say({ user: 'UANNA', channel: directWithAnna, text: 'two', thread: ts });
    workspace.say({ user: 'UANNA', channel: directWithAnna, text: 'three', thread: ts });
    await workspace.idle();

    expect(ledger.entries.map((entry) => entry.private['text'])).toEqual([
      'one',
      'one\n\ntwo',
      'one\n\ntwo\n\nthree',
    ]);
  });
});
