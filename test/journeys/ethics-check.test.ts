import { describe, expect, test } from 'vitest';
import { aDesk, aWorkspace, coldMail, directWithAnna, marketing } from '../slack/a-workspace.ts';
import { briefs, pressableOn, saidIn, whisperedTo } from '../slack/cards.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';

const brief = 'We send our offer by e-mail to people who never agreed.';

describe('/ethics-check with a brief', () => {
  test.for([
    ['a public channel', marketing],
    ['a channel that the assistant is not a member of', 'CALLGEMEIN'],
    ['a private channel', 'CLEITUNG'],
  ])(
    'in %s answers in a direct message, and says only to the person that it does',
    async ([, channel = '']) => {
      const ledger = recordingLedger();
      const { workspace, command } = await aWorkspace({
        house: aHouse({ ledger, reader: readerOf(coldMail) }),
      });

      await command(brief, { channel });

      expect(workspace.messages(channel)).toMatchObject([
        { onlyFor: 'UANNA', text: expect.stringContaining('Direktnachricht') },
      ]);
      const [card, ...others] = workspace.messages(directWithAnna);
      expect(others).toEqual([]);
      expect(card?.text).toMatch(/^No, not like this\./);
      expect(ledger.entries).toMatchObject([{ kind: 'decision', place: 'dm' }]);
    },
  );

  test('in the direct messages answers there', async () => {
    const { workspace, command } = await aWorkspace();

    await command(brief, { channel: directWithAnna });

    expect(workspace.messages(directWithAnna)).toMatchObject([{ edited: true }]);
  });

  test('goes on where the card stands', async () => {
    const ledger = recordingLedger();
    const { workspace, command, direct } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(coldMail) }),
    });
    await command(brief);
    const [card] = workspace.messages(directWithAnna);

    await direct('And by post.', { thread: card?.ts ?? '' });

    expect(ledger.entries[1]).toMatchObject({ body: { follows: ledger.entries[0]?.op } });
    expect(workspace.messages(directWithAnna)[0]?.text).toContain('is out of date');
  });

  test('is acknowledged before anything else is done', async () => {
    const { workspace, command } = await aWorkspace();
    const before = workspace.calls.length;

    await command(brief);

    expect(workspace.deliveries[0]?.ack?.callsBefore).toBe(before);
  });
});

describe('"Share in the channel"', () => {
  test('shows the result where it was asked for, without buttons, once, and says who shares it', async () => {
    const { workspace, command, press } = await aWorkspace();
    await command(brief);
    const [{ ts: message } = { ts: '' }] = workspace.messages(directWithAnna);
    const click = { user: 'UANNA', channel: directWithAnna, message, action: 'share' };

    workspace.press(click);
    await press(click);

    const shared = workspace.messages(marketing).filter(({ onlyFor }) => onlyFor === undefined);
    expect(shared).toHaveLength(1);
    expect(saidIn(shared[0])).toContain('<@UANNA> shares a result:');
    expect(saidIn(shared[0])).toContain('✘ No, not like this.');
    expect(pressableOn(shared[0])).toEqual([]);
    const [card] = workspace.messages(directWithAnna);
    expect(saidIn(card)).toContain('Shared in <#CMARKETING>');
    expect(pressableOn(card)).not.toContain('share');
    expect(whisperedTo(workspace, directWithAnna, 'UANNA')).toEqual([
      'The result is now in <#CMARKETING>.',
      'You have shared this result already, in <#CMARKETING>.',
    ]);
  });

  test('says what to do where the assistant may not write', async () => {
    const { workspace, command, press } = await aWorkspace();
    await command(brief, { channel: 'CALLGEMEIN' });
    const [{ ts: message } = { ts: '' }] = workspace.messages(directWithAnna);

    await press({ user: 'UANNA', channel: directWithAnna, message, action: 'share' });

    expect(whisperedTo(workspace, directWithAnna, 'UANNA')[0]).toContain('/invite');
    expect(pressableOn(workspace.messages(directWithAnna)[0])).toContain('share');
  });

  test('is not offered for what was asked in a direct message or in a thread', async () => {
    const { workspace, command, mention } = await aWorkspace();

    await command(brief, { channel: directWithAnna });
    const root = await mention(brief);

    expect(pressableOn(workspace.messages(directWithAnna)[0])).not.toContain('share');
    expect(pressableOn(workspace.thread(marketing, root)[1])).not.toContain('share');
  });
});

describe('/ethics-check with nothing else', () => {
  test('opens a form in the language of the person, with the markets of the company', async () => {
    const { workspace, command } = await aWorkspace();

    await command('');

    const form = workspace.view('UANNA');
    expect(form?.blocks.map(({ block_id: id }) => id)).toEqual([
      'title',
      'brief',
      'channels',
      'markets',
      'launch',
    ]);
    const [, , , markets] = form?.blocks ?? [];
    expect(JSON.stringify(markets)).toContain(
      '"initial_options":[{"text":{"type":"plain_text","text":"Deutschland"',
    );
  });

  test('checks what is filled in, tells the result in the form, and shows the card in a direct message', async () => {
    const ledger = recordingLedger();
    const reader = readerOf({ ...briefs.newsletter, channels: { value: ['email'] } });
    const { workspace, command, submit } = await aWorkspace({ house: aHouse({ ledger, reader }) });
    await command('');

    await submit({
      user: 'UANNA',
      values: {
        title: 'Mai-Newsletter',
        brief: 'Ein Newsletter.',
        channels: ['email'],
        markets: ['DE', 'AT'],
        launch: '2027-03-01',
      },
    });

    expect(JSON.stringify(workspace.view('UANNA')?.blocks)).toContain(
      'Fertig: *Das lässt sich noch nicht sagen.*',
    );
    const [card] = workspace.messages(directWithAnna);
    expect(saidIn(card)).toContain('– Mai-Newsletter');
    expect(saidIn(card)).toContain('1 March 2027');
    expect(saidIn(card)).toContain('Austria: ');
    expect(ledger.entries).toMatchObject([
      {
        private: { text: 'Ein Newsletter.' },
        body: {
          asOf: '2027-03-01',
          facts: expect.arrayContaining([
            expect.objectContaining({ value: ['email'], origin: 'person', complete: true }),
            expect.objectContaining({ value: ['DE', 'AT'], origin: 'person', complete: true }),
          ]),
        },
      },
    ]);
  });

  test('does not let a choice in the form silence what the brief says', async () => {
    const ledger = recordingLedger();
    const reader = readerOf({
      ...briefs.newsletter,
      channels: { value: ['phone_call'] },
      markets: { value: ['FR'] },
    });
    const { command, submit } = await aWorkspace({ house: aHouse({ ledger, reader }) });
    await command('');

    await submit({
      user: 'UANNA',
      values: { brief: 'We also call people in France.', channels: ['email'], markets: ['DE'] },
    });

    expect(ledger.entries[0]?.body).toMatchObject({
      facts: expect.arrayContaining([
        expect.objectContaining({ fact: 'channels', value: ['email', 'phone_call'] }),
        expect.objectContaining({ fact: 'markets', value: ['DE', 'FR'] }),
      ]),
    });
  });

  test('refuses blanks in the language of the person', async () => {
    const { workspace, command, submit } = await aWorkspace();
    await command('', { user: 'UBEN' });

    await submit({ user: 'UBEN', values: { brief: '   ' } });

    expect(workspace.view('UBEN')?.errors).toEqual({
      brief: 'Please describe what you are planning.',
    });
    expect(workspace.messages('DUBEN')).toEqual([]);
  });

  test('closed half-way says that nothing was checked or kept', async () => {
    const ledger = recordingLedger();
    const { workspace, command, close } = await aWorkspace({ house: aHouse({ ledger }) });
    await command('');

    await close({ user: 'UANNA' });

    expect(whisperedTo(workspace, marketing, 'UANNA')[0]).toContain(
      'nichts geprüft und nichts gespeichert',
    );
    expect(ledger.entries).toEqual([]);
  });

  test('closed half-way where the assistant is not a member says so in a direct message', async () => {
    const { workspace, command, close } = await aWorkspace();
    await command('', { channel: 'CALLGEMEIN' });

    await close({ user: 'UANNA' });

    expect(workspace.messages(directWithAnna)[0]?.text).toContain('nichts geprüft');
  });

  test('closed while it is being checked still gives the result in a direct message', async () => {
    const { workspace, command, submit } = await aWorkspace();
    await command('');
    workspace.disturb('views.update', 'not_found');

    await submit({ user: 'UANNA', values: { brief } });

    expect(workspace.messages(directWithAnna)[0]?.text).toMatch(/^No, not like this\./);
  });

  test('tells in the form as well why something was not checked', async () => {
    const { workspace, command, submit } = await aWorkspace();
    await command('', { user: 'UBEN' });
    const list = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@shop.example`).join('\n');

    await submit({ user: 'UBEN', values: { brief: list } });

    const form = JSON.stringify(workspace.view('UBEN')?.blocks);
    expect(form).toContain('Not checked.');
    expect(form).toContain('details of persons');
    expect(saidIn(workspace.messages('DUBEN')[0])).toContain('Describe the list in words');
  });
});

test('a word alone opens the form with the word in it', async () => {
  const { workspace, command } = await aWorkspace();

  await command('newsletter');

  expect(JSON.stringify(workspace.view('UANNA')?.blocks)).toContain('"initial_value":"newsletter"');
});

test.for([['help'], ['hilfe'], ['?']])(
  '/ethics-check %s explains itself to the person alone',
  async ([text = '']) => {
    const { workspace, command } = await aWorkspace();

    await command(text, { user: 'UBEN' });

    expect(workspace.messages(marketing)).toMatchObject([
      { onlyFor: 'UBEN', text: expect.stringContaining('I am an AI system') },
    ]);
  },
);

test('who asks for the first time reads who answers, once', async () => {
  const house = aHouse({ reader: readerOf(coldMail) });
  const { workspace, mention } = await aWorkspace({ house, desk: aDesk(house) });

  const first = await mention(brief);
  const second = await mention(brief);

  expect(saidIn(workspace.thread(marketing, first)[1])).toContain('Nice to meet you.');
  expect(saidIn(workspace.thread(marketing, second)[1])).not.toContain('Nice to meet you.');
});
