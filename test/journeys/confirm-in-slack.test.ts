import { describe, expect, test } from 'vitest';
import { aWorkspace, directWithAnna, marketing } from '../slack/a-workspace.ts';
import { briefs, cardIn, pressableOn, saidIn } from '../slack/cards.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';

describe('a card', () => {
  test('shows what was understood, with the words it was read from', async () => {
    const reader = readerOf(briefs.newsletter, { language: 'de' });
    const { workspace, mention } = await aWorkspace({ house: aHouse({ reader }) });

    const root = await mention('Newsletter an unsere Abonnenten per E-Mail.');

    const said = saidIn(cardIn(workspace, marketing, root));
    expect(said).toContain('– Newsletter an unsere Abonnenten per E-Mail.');
    expect(said).toContain('(?) Das lässt sich noch nicht sagen.');
    expect(said).toContain('Stimmt alles, lautet das Ergebnis: erlaubt.');
    expect(said).toContain('So habe ich Sie verstanden');
    expect(said).toContain('(„unsere Abonnenten“)');
  });

  test('becomes allowed in place with one click, on record, and names who confirmed what', async () => {
    const ledger = recordingLedger();
    const reader = readerOf(briefs.newsletter, { language: 'de' });
    const { workspace, mention, press } = await aWorkspace({ house: aHouse({ ledger, reader }) });
    const root = await mention('Newsletter an unsere Abonnenten per E-Mail.');
    const { ts: message } = cardIn(workspace, marketing, root);

    await press({ user: 'UBEN', channel: marketing, message, action: 'confirm' });

    const card = cardIn(workspace, marketing, root);
    expect(card).toMatchObject({ ts: message, edited: true });
    expect(saidIn(card)).toContain('✔ Ja, das dürfen Sie.');
    expect(saidIn(card)).toContain('Mit Ihrer Angabe: noch offen → erlaubt');
    expect(saidIn(card)).toContain('*Bestätigt von* <@UBEN>');
    expect(pressableOn(card)).not.toContain('confirm');
    const [first, second] = ledger.entries;
    expect(second).toMatchObject({
      actor: 'UBEN',
      body: { verdict: 'allowed', follows: first?.op },
    });
    expect(workspace.thread(marketing, root)).toHaveLength(2);
  });

  test('asks what decides, and becomes allowed with confirmation and answer', async () => {
    const { workspace, direct, press } = await aWorkspace({
      house: aHouse({ reader: readerOf(briefs.picture) }),
    });
    const root = await direct('An AI picture on Instagram.');
    const { ts: message } = cardIn(workspace, directWithAnna, root);
    const on = { user: 'UANNA', channel: directWithAnna, message };

    await press({ ...on, action: 'state:shown' });
    await press({ ...on, action: 'confirm' });

    const said = saidIn(cardIn(workspace, directWithAnna, root));
    expect(said).toContain('✔ Yes, you may do this.');
    expect(said).toContain('With your answer: still open → allowed');
  });

  test('does not ask again what nobody knows, and says what each answer would mean', async () => {
    const { workspace, direct, press } = await aWorkspace({
      house: aHouse({ reader: readerOf(briefs.picture) }),
    });
    const root = await direct('An AI picture on Instagram.');
    const { ts: message } = cardIn(workspace, directWithAnna, root);

    await press({ user: 'UANNA', channel: directWithAnna, message, action: 'dont-know' });

    const card = cardIn(workspace, directWithAnna, root);
    expect(pressableOn(card)).not.toContain('dont-know');
    expect(saidIn(card)).toContain('As long as this is open');
    expect(saidIn(card)).toContain('Still open because nobody knew');
  });

  test('offers a list where there are too many answers for buttons', async () => {
    const { workspace, direct, press } = await aWorkspace({
      house: aHouse({ reader: readerOf(briefs.calls) }),
    });
    const root = await direct('We call our trade customers.');
    const { ts: message } = cardIn(workspace, directWithAnna, root);
    const on = { user: 'UANNA', channel: directWithAnna, message };

    await press({ ...on, action: 'state', value: 'presumed_business_interest' });

    expect(saidIn(cardIn(workspace, directWithAnna, root))).toContain('*Confirmed by* <@UANNA>');
  });

  test('of a question that describes a campaign can be checked as one', async () => {
    const { workspace, mention, press } = await aWorkspace({
      house: aHouse({ reader: readerOf(briefs.newsletter) }),
    });
    const root = await mention('May we send a newsletter to our subscribers?');
    const { ts: message } = workspace.thread(marketing, root)[1] ?? { ts: '' };
    expect(pressableOn(cardIn(workspace, marketing, root))).not.toContain('confirm');

    await press({ user: 'UANNA', channel: marketing, message, action: 'check' });

    const card = cardIn(workspace, marketing, root);
    expect(card.ts).toBe(message);
    expect(pressableOn(card)).toContain('confirm');
    expect(pressableOn(card)).not.toContain('check');
  });
});

test.for([
  ['<!channel> & <@UBEN>', '&lt;!channel&gt; &amp; &lt;@UBEN&gt;'],
  ['<https://x.example|y>', '&lt;https://x.example|y&gt;'],
  ['*bold* _it_ ~no~ `code` :smile:', '∗bold∗ ˍitˍ ∼no∼ ˋcodeˋ ∶smile:'],
])('what the author wrote stands in quotes as words: %s', async ([text = '', words = '']) => {
  const reader = readerOf({ ...briefs.newsletter, channels: { value: ['email'], quote: text } });
  const { workspace, mention } = await aWorkspace({ house: aHouse({ reader }) });

  const root = await mention(text);

  const card = cardIn(workspace, marketing, root);
  expect(saidIn(card)).toContain(`("${words}`);
  expect(saidIn(card)).not.toMatch(/<!channel>|<@UBEN>|<https:\/\/x\.example\|/);
  expect(card.blocks[0]).toMatchObject({ type: 'header', text: { emoji: false } });
});
