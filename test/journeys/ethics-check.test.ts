import { describe, expect, test } from 'vitest';
import { aWorkspace, coldMail, directWithAnna, marketing } from '../slack/a-workspace.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';

const brief = 'We send our offer by e-mail to people who never agreed.';

describe('/ethics-check', () => {
  test('opens a thread in the channel and answers in it', async () => {
    const ledger = recordingLedger();
    const { workspace, command } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(coldMail) }),
    });

    await command(brief);

    const [root, reply] = workspace.messages(marketing);
    expect(root?.text).toBe('<@UANNA> lässt ein Briefing prüfen.');
    expect(reply).toMatchObject({ thread: root?.ts });
    expect(reply?.text).toMatch(/^No, not like this\./);
    expect(ledger.entries).toMatchObject([{ kind: 'decision', place: 'public' }]);
  });

  test.for([
    ['a channel that the assistant is not a member of', 'CALLGEMEIN'],
    ['a private channel', 'CLEITUNG'],
  ])('in %s answers in a direct message and says so', async ([, channel = '']) => {
    const ledger = recordingLedger();
    const { workspace, command } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(coldMail) }),
    });

    await command(brief, { channel });

    expect(workspace.messages(channel)).toMatchObject([
      { onlyFor: 'UANNA', text: expect.stringContaining('Direktnachricht') },
    ]);
    const [root, reply] = workspace.messages(directWithAnna);
    expect(reply).toMatchObject({ thread: root?.ts });
    expect(reply?.text).toMatch(/^No, not like this\./);
    expect(ledger.entries).toMatchObject([{ place: 'dm' }]);
  });

  test('in the direct messages answers there', async () => {
    const { workspace, command } = await aWorkspace();

    await command(brief, { channel: directWithAnna });

    expect(workspace.messages(directWithAnna)).toHaveLength(2);
  });

  test.for([['help'], ['hilfe'], ['']])(
    'with "%s" explains itself to the person alone',
    async ([text = '']) => {
      const { workspace, command } = await aWorkspace();

      await command(text, { user: 'UBEN' });

      expect(workspace.messages(marketing)).toMatchObject([
        { onlyFor: 'UBEN', text: expect.stringContaining('I am an AI system') },
      ]);
    },
  );

  test('is acknowledged before anything else is done', async () => {
    const { workspace, command } = await aWorkspace();
    const before = workspace.calls.length;

    await command(brief);

    expect(workspace.deliveries[0]?.ack?.callsBefore).toBe(before);
  });
});
