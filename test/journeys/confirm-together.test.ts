import { describe, expect, test } from 'vitest';
import type { Ledger } from '#assistant/ledger.ts';
import { Problem } from '#domain/problem.ts';
import { aDesk, aWorkspace, directWithAnna, marketing } from '../slack/a-workspace.ts';
import { briefs, cardIn, pressableOn, saidIn, whisperedTo } from '../slack/cards.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';

describe('two clicks at once', () => {
  test('on different questions both count', async () => {
    const ledger = recordingLedger();
    const { workspace, mention } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(briefs.picture) }),
    });
    const root = await mention('An AI picture on Instagram.');
    const { ts: message } = cardIn(workspace, marketing, root);

    workspace.press({ user: 'UANNA', channel: marketing, message, action: 'confirm' });
    workspace.press({ user: 'UBEN', channel: marketing, message, action: 'state:shown' });
    await workspace.idle();

    const said = saidIn(cardIn(workspace, marketing, root));
    expect(said).toContain('✔ Yes, you may do this.');
    expect(said).toContain('*Confirmed by* <@UANNA>');
    expect(said).toContain('*Confirmed by* <@UBEN>');
    expect(ledger.entries).toHaveLength(3);
  });

  test('on the same question: the second person hears who answered what, and nothing changes', async () => {
    const ledger = recordingLedger();
    const { workspace, mention } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(briefs.picture) }),
    });
    const root = await mention('An AI picture on Instagram.');
    const { ts: message } = cardIn(workspace, marketing, root);

    workspace.press({ user: 'UANNA', channel: marketing, message, action: 'state:shown' });
    workspace.press({ user: 'UBEN', channel: marketing, message, action: 'state:left_out' });
    await workspace.idle();

    const [told] = whisperedTo(workspace, marketing, 'UBEN');
    expect(told).toContain('<@UANNA> has answered this meanwhile');
    expect(told).toContain('Yes, recognisable from the start');
    expect(ledger.entries).toHaveLength(2);
  });

  test('with a confirmation of what the card no longer says: it does not count, and the person hears why', async () => {
    const ledger = recordingLedger();
    const { workspace, mention } = await aWorkspace({
      house: aHouse({ ledger, reader: readerOf(briefs.picture) }),
    });
    const root = await mention('An AI picture on Instagram.');
    const { ts: message } = cardIn(workspace, marketing, root);

    workspace.press({ user: 'UANNA', channel: marketing, message, action: 'state:shown' });
    workspace.press({ user: 'UBEN', channel: marketing, message, action: 'confirm' });
    await workspace.idle();

    expect(whisperedTo(workspace, marketing, 'UBEN')[0]).toContain('your click had no effect');
    expect(ledger.entries).toHaveLength(2);
  });
});

test('a confirmation counts for what the card showed, whatever a new reading would say', async () => {
  const readings = { now: readerOf(briefs.newsletter) };
  const reader = { name: 'told-1', read: async (text: string) => readings.now.read(text) };
  const ledger = recordingLedger();
  const { workspace, direct, press } = await aWorkspace({ house: aHouse({ ledger, reader }) });
  const root = await direct('A newsletter.');
  const { ts: message } = cardIn(workspace, directWithAnna, root);

  readings.now = readerOf({ ...briefs.newsletter, recipients: { value: ['purchased'] } });
  await press({ user: 'UANNA', channel: directWithAnna, message, action: 'confirm' });

  expect(ledger.entries.at(-1)?.body).toMatchObject({
    verdict: 'allowed',
    facts: expect.arrayContaining([
      expect.objectContaining({ fact: 'recipients', value: ['consented_double_opt_in'] }),
    ]),
  });
});

describe('a click that cannot be put on record', () => {
  test.for([
    ['ephemeral', undefined],
    ['directly', 'user_not_in_channel'],
  ] as const)('leaves the card as it was and is told %s', async ([, error]) => {
    const ledger = recordingLedger();
    const full = new Problem('log.unavailable', 'The disk is full.', { remedy: 'Free space.' });
    const isFull = { now: false };
    const failing: Ledger = {
      ...ledger,
      append: async (entry) => (isFull.now ? Promise.reject(full) : ledger.append(entry)),
    };
    const { workspace, mention, press } = await aWorkspace({
      house: aHouse({ ledger: failing, reader: readerOf(briefs.newsletter) }),
    });
    const root = await mention('A newsletter to our subscribers.');
    const before = cardIn(workspace, marketing, root);
    isFull.now = true;
    workspace.disturb('chat.postEphemeral', error);

    await press({ user: 'UBEN', channel: marketing, message: before.ts, action: 'confirm' });

    expect(cardIn(workspace, marketing, root)).toEqual(before);
    const here = workspace.thread(marketing, root).at(-1);
    const told = error === undefined ? here : workspace.messages('DUBEN').at(-1);
    expect(told?.text).toContain('The log cannot be written');
    expect(here?.onlyFor).toBe(error === undefined ? 'UBEN' : undefined);
  });
});

test('a click on a card whose conversation is gone says so', async () => {
  const house = aHouse({ reader: readerOf(briefs.newsletter) });
  const desk = aDesk(house);
  const { workspace, mention, press } = await aWorkspace({
    house,
    desk: { ...desk, threads: { ...desk.threads, find: async () => undefined } },
  });
  const root = await mention('A newsletter to our subscribers.');
  const { ts: message } = cardIn(workspace, marketing, root);

  await press({ user: 'UBEN', channel: marketing, message, action: 'confirm' });
  await press({ user: 'UANNA', channel: marketing, message, action: 'change' });

  expect(whisperedTo(workspace, marketing, 'UBEN')[0]).toContain('no conversation left');
  expect(whisperedTo(workspace, marketing, 'UANNA')[0]).toContain('kein Gespräch mehr');
});

test('a workspace that refuses newer blocks gets the same in old ones, at first and after a click', async () => {
  const { workspace, mention, press } = await aWorkspace({
    house: aHouse({ reader: readerOf(briefs.newsletter) }),
  });
  workspace.refuseNewBlocks(true);

  const root = await mention('A newsletter to our subscribers.');
  const { ts: message } = cardIn(workspace, marketing, root);
  await press({ user: 'UANNA', channel: marketing, message, action: 'confirm' });

  const card = cardIn(workspace, marketing, root);
  expect(saidIn(card)).toContain('✔ Yes, you may do this.');
  expect(pressableOn(card)).toEqual(expect.arrayContaining(['feedback:yes', 'feedback:no']));
  expect(card.blocks.map(({ type }) => type)).not.toContain('alert');
});
