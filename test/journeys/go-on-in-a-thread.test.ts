import { describe, expect, test } from 'vitest';
import { aWorkspace, coldMail, directWithAnna } from '../slack/a-workspace.ts';
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
