import { describe, expect, test } from 'vitest';
import { aWorkspace, directWithAnna, marketing } from '../slack/a-workspace.ts';
import { briefs, cardIn, saidIn, whisperedTo } from '../slack/cards.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';

describe('the form behind "Change"', () => {
  test('shows what was understood, and what is sent counts as said', async () => {
    const ledger = recordingLedger();
    const { workspace, mention, press, submit } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(briefs.newsletter) }),
    });
    const root = await mention('A newsletter to our subscribers.');
    const { ts: message } = cardIn(workspace, marketing, root);

    await press({ user: 'UANNA', channel: marketing, message, action: 'change' });
    const view = workspace.view('UANNA');
    expect(JSON.stringify(view?.blocks)).toContain('"initial_options"');
    await submit({ user: 'UANNA', values: { recipients: ['without_consent'] } });

    expect(workspace.view('UANNA')).toBeUndefined();
    const said = saidIn(cardIn(workspace, marketing, root));
    expect(said).toContain('✘ No, not like this.');
    expect(ledger.entries.at(-1)?.body).toMatchObject({
      facts: expect.arrayContaining([
        expect.objectContaining({
          fact: 'recipients',
          value: ['without_consent'],
          origin: 'person',
        }),
        expect.objectContaining({ fact: 'channels', value: ['email'], origin: 'person' }),
      ]),
    });
  });

  test('refuses what contradicts itself', async () => {
    const { workspace, mention, press, submit } = await aWorkspace({
      house: aHouse({ reader: readerOf(briefs.newsletter) }),
    });
    const root = await mention('A newsletter to our subscribers.');
    const { ts: message } = cardIn(workspace, marketing, root);

    await press({ user: 'UANNA', channel: marketing, message, action: 'change' });
    await submit({ user: 'UANNA', values: { elements: ['none', 'web_tracking'] } });

    expect(workspace.view('UANNA')?.errors).toMatchObject({
      elements: expect.stringContaining('stands alone'),
    });
  });

  test('that comes late is shown again with what was filled in, and nothing is lost', async () => {
    const { workspace, mention, press, submit } = await aWorkspace({
      house: aHouse({ reader: readerOf(briefs.newsletter) }),
    });
    const root = await mention('A newsletter to our subscribers.');
    const { ts: message } = cardIn(workspace, marketing, root);
    await press({ user: 'UANNA', channel: marketing, message, action: 'change' });
    await press({ user: 'UBEN', channel: marketing, message, action: 'confirm' });

    await submit({ user: 'UANNA', values: { recipients: ['without_consent'] } });
    const again = JSON.stringify(workspace.view('UANNA')?.blocks);
    expect(again).toContain('Somebody else has answered meanwhile');
    expect(again).toContain('"initial_options":[{"text":{"type":"plain_text","text":"');
    await submit({ user: 'UANNA' });

    expect(saidIn(cardIn(workspace, marketing, root))).toContain('✘ No, not like this.');
  });

  test('can take "I don\'t know" back', async () => {
    const { workspace, direct, press, submit } = await aWorkspace({
      house: aHouse({ reader: readerOf(briefs.picture) }),
    });
    const root = await direct('An AI picture on Instagram.');
    const { ts: message } = cardIn(workspace, directWithAnna, root);
    const on = { user: 'UANNA', channel: directWithAnna, message };
    await press({ ...on, action: 'dont-know' });

    await press({ ...on, action: 'change' });
    await submit({ user: 'UANNA', values: { ai_label: 'shown' } });

    expect(saidIn(cardIn(workspace, directWithAnna, root))).toContain('✔ Yes, you may do this.');
  });
});

test('a question that no button can answer opens a form of its own', async () => {
  const { workspace, direct, press, submit } = await aWorkspace({
    house: aHouse({ reader: readerOf(briefs.somehow) }),
  });
  const root = await direct('Something for our subscribers.');
  const { ts: message, blocks } = cardIn(workspace, directWithAnna, root);
  const block = blocks.find(({ block_id: id }) => id?.endsWith(':channels'))?.block_id ?? '';
  const on = { user: 'UANNA', channel: directWithAnna, message };

  await press({ ...on, action: 'fill', block });
  expect(workspace.view('UANNA')?.blocks).toHaveLength(1);
  await submit({ user: 'UANNA' });
  expect(workspace.view('UANNA')?.errors).toEqual({
    channels: 'Please fill something in, or cancel.',
  });
  await submit({ user: 'UANNA', values: { channels: ['email'] } });
  await press({ ...on, action: 'confirm' });

  expect(saidIn(cardIn(workspace, directWithAnna, root))).toContain('✔ Yes, you may do this.');
  expect(whisperedTo(workspace, directWithAnna, 'UANNA')).toEqual([]);
});
