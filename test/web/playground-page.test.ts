import { describe, expect, test } from 'vitest';
import type { Scene, Shown } from '#assistant/playground.ts';
import { aPlayground } from './a-playground.ts';
import { aVisitor } from './a-site.ts';
import { everyPart } from './some-parts.ts';

const hostile = '"><img src=x onerror=alert(1)><script>alert(2)</script>\'';

const aMessage: Shown = {
  id: '1.1',
  by: 'Leitplanke',
  isAssistant: true,
  at: '14:02',
  isChanged: false,
  isPrivate: false,
  parts: [],
  replies: 0,
};

const say = { kind: 'say', place: 'DUANNA', text: 'Dürfen wir das?' };

async function seen(more: Partial<Scene>, language?: string): Promise<string> {
  const response = await aVisitor(aPlayground(more), language).get('/as/UANNA/in/DUANNA');
  return response.text();
}

describe('whoever opens the playground', () => {
  test('is somebody who speaks their language, in their direct messages', async () => {
    const german = await aVisitor(aPlayground(), 'de-AT').get('/');
    const english = await aVisitor(aPlayground(), 'en-GB').get('/');

    expect(german.headers.get('location')).toBe('/as/UANNA/in/DUANNA');
    expect(english.headers.get('location')).toBe('/as/UBEN/in/DUBEN');
  });

  test('reads that it is not Slack and that a machine answers, in both languages', async () => {
    const german = await seen({}, 'de');
    const english = await seen({}, 'en');

    expect(german).toContain('<html lang="de">');
    expect(german).toContain('Das ist nicht Slack.');
    expect(german).toContain('Leitplanke ist ein KI-System');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('This is not Slack.');
    expect(english).toContain('Leitplanke is an AI system');
  });

  test('sees who they are, where they can go and what is unread there', async () => {
    const html = await seen({});

    expect(html).toMatch(/aria-current="true"\s*><strong>Anna<\/strong> <span>Mitarbeiterin/);
    expect(html).toContain('href="/as/UBEN/in/DUBEN"');
    expect(html).toContain('href="/as/UANNA/in/CMARKETING"');
    expect(html).toContain('(2 ungelesene Nachrichten)');
  });

  test('finds cases to try in an empty place, in the language of the page', async () => {
    const german = await seen({}, 'de');
    const english = await seen({}, 'en');

    expect(german).toContain('Gekaufte Adressen');
    expect(english).toContain('Bought addresses');
    expect(english).toContain('as Ben');
  });

  test('reads where the assistant is where it works in a real Slack', async () => {
    const response = await aVisitor(undefined).get('/');

    const html = await response.text();
    expect(html).toContain('weil der Assistent in Ihrem Slack arbeitet');
    expect(html).toContain('href="/log"');
    expect(html).toContain('href="/company"');
    expect(html).not.toContain('<textarea');
  });
});

describe('a message', () => {
  test('shows whatever it holds as words, never as a page', async () => {
    const message = { ...aMessage, by: hostile, at: hostile, parts: everyPart(hostile) };

    const html = await seen({ messages: [message], thread: { root: '1.1', messages: [message] } });

    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
  });

  test('leads out only to addresses of the web, and tells that a new window opens', async () => {
    const source = { text: 'Quelle', isStrong: false };
    const lines = [
      [
        { ...source, link: 'https://example.org/uwg' },
        { ...source, link: 'javascript:alert(1)' },
      ],
    ];

    const html = await seen({
      messages: [{ ...aMessage, parts: [{ kind: 'text', isSmall: false, lines }] }],
    });

    expect(html).toContain(
      'href="https://example.org/uwg" target="_blank" rel="noreferrer noopener"',
    );
    expect(html).toContain('(öffnet ein neues Fenster)');
    expect(html).not.toContain('javascript:');
  });

  test('leads to another message of the workspace', async () => {
    const leadsTo = { place: 'DUANNA', thread: '2.1' };
    const lines = [[{ text: 'Ergebnis', isStrong: false, leadsTo }]];

    const html = await seen({
      messages: [{ ...aMessage, parts: [{ kind: 'text', isSmall: false, lines }] }],
    });

    expect(html).toContain('<a href="/as/UANNA/in/DUANNA?thread=2.1">Ergebnis</a>');
  });

  test('says that nobody else sees it, and that it was edited', async () => {
    const html = await seen({ messages: [{ ...aMessage, isPrivate: true, isChanged: true }] });

    expect(html).toContain('Nur für Sie sichtbar');
    expect(html).toContain('(geändert)');
  });

  test('tells a verdict by a sign besides its colour, and not twice', async () => {
    const texts = ['Nein, so nicht.', '✘ Auch so nicht.'];
    const parts = texts.map(
      (text) => ({ kind: 'alert', level: 'error', lines: [[{ text, isStrong: true }]] }) as const,
    );

    const html = await seen({ messages: [{ ...aMessage, parts }] });

    expect(html.match(/class="sign"/g)).toHaveLength(1);
  });
});

describe('without a script', () => {
  test('a message is sent, and the page comes back with its thread', async () => {
    const visitor = aVisitor(aPlayground());

    const sent = await visitor.send('/as/UANNA/act', say);
    const address = sent.headers.get('location') ?? '';
    const html = await (await visitor.get(address.replace(/#.*/, ''))).text();

    expect(sent.status).toBe(303);
    expect(address).toMatch(/^\/as\/UANNA\/in\/DUANNA\?thread=[\d.]+#thread-[\d.]+$/);
    expect(html).toContain('Dürfen wir das?');
    expect(html).toContain('✘ Nein, so nicht.');
  });

  test('line breaks arrive as they were typed', async () => {
    const playground = aPlayground();

    await aVisitor(playground).send('/as/UANNA/act', { ...say, text: 'Eins\r\nZwei' });

    expect(playground.acts).toMatchObject([{ text: 'Eins\nZwei' }]);
  });

  test('a button is pressed, and the page comes back to its message', async () => {
    const visitor = aVisitor(aPlayground());
    const sent = await visitor.send('/as/UANNA/act', say);
    const [, thread = ''] = /thread=([\d.]+)/.exec(sent.headers.get('location') ?? '') ?? [];
    const press = { kind: 'press', place: 'DUANNA', thread, message: '1700000000.000002' };

    const pressed = await visitor.send('/as/UANNA/act', { ...press, control: 'confirm' });
    const again = await visitor.send('/as/UANNA/act', { ...press, control: 'confirm' });

    expect(pressed.headers.get('location')).toMatch(/#thread-1700000000\.000002$/);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Diese Schaltfläche gibt es nicht mehr');
  });

  test('a case is tried as its person, in its place', async () => {
    const playground = aPlayground();

    const sent = await aVisitor(playground, 'en').send('/as/UBEN/act', {
      kind: 'sample',
      sample: 'cold-mail',
    });

    expect(sent.headers.get('location')).toContain('/as/UBEN/in/DUBEN?thread=');
    expect(playground.acts).toMatchObject([
      { kind: 'say', place: 'DUBEN', text: 'We send an e-mail to 4,000 bought addresses.' },
    ]);
  });
});

describe('a form', () => {
  test('is not sent while something is missing, and keeps what was filled in', async () => {
    const playground = aPlayground();
    const visitor = aVisitor(playground, 'en');
    await visitor.send('/as/UBEN/act', { kind: 'say', place: 'DUBEN', text: '/ethics-check' });

    const sent = await visitor.send('/as/UBEN/act', {
      kind: 'submit',
      place: 'DUBEN',
      view: 'V1',
      'field:title': 'Spring',
    });

    const html = await sent.text();
    expect(sent.status).toBe(422);
    expect(html).toMatch(/id="field-brief-complaint">\s*Please fill in this field/);
    expect(html).toMatch(/aria-describedby="field-brief-hint field-brief-complaint"/);
    expect(html).toContain('value="Spring"');
    expect(playground.acts).toHaveLength(1);
  });

  test('shows what the assistant does not take at the field, and keeps what was filled in', async () => {
    const playground = aPlayground();
    const visitor = aVisitor(playground, 'en');
    await visitor.send('/as/UBEN/act', { kind: 'say', place: 'DUBEN', text: '/ethics-check' });

    const sent = await visitor.send('/as/UBEN/act', [
      ['kind', 'submit'],
      ['place', 'DUBEN'],
      ['view', 'V1'],
      ['field:brief', '\r\nnews'],
      ['field:markets', 'DE'],
      ['field:markets', 'FR'],
    ]);

    const html = await sent.text();
    expect(sent.status).toBe(422);
    expect(html).toContain('Please write at least one sentence.');
    // The first line break of a text area is dropped by browsers, so there are two.
    expect(html).toMatch(/>\n\nnews<\/textarea>/);
    expect(playground.acts.at(-1)).toEqual({
      kind: 'submit',
      view: 'V1',
      values: { title: [], brief: ['\nnews'], markets: ['DE', 'FR'], launch: [], who: [] },
    });
  });

  test('that is closed already takes nothing, and says so', async () => {
    const sent = await aVisitor(aPlayground()).send('/as/UANNA/act', {
      kind: 'submit',
      place: 'DUANNA',
      view: 'V1',
    });

    expect(sent.status).toBe(409);
    expect(await sent.text()).toContain('Dieses Formular ist schon geschlossen');
  });
});

describe('what cannot be done is told', () => {
  test.for([
    ['/as/UNOBODY/in/DUANNA', 'an unknown person'],
    ['/as/UANNA/in/CNOWHERE', 'an unknown place'],
    ['/as/%3Cscript%3E/in/DUANNA', 'a name that is none'],
  ] as const)('%s: %s', async ([path]) => {
    const response = await aVisitor(aPlayground()).get(path);

    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Diese Seite gibt es nicht');
  });

  test.for([
    ['as somebody unknown', '/as/UNOBODY/act', say],
    ['in a place that is none', '/as/UANNA/act', { ...say, place: 'CNOWHERE' }],
    ['of a kind that is none', '/as/UANNA/act', { kind: 'dance', place: 'DUANNA' }],
    ['with a case that is none', '/as/UANNA/act', { kind: 'sample', sample: 'none' }],
  ] as const)('an act %s', async ([, path, fields]) => {
    const playground = aPlayground();

    const response = await aVisitor(playground).send(path, fields);

    expect(response.status).toBe(404);
    expect(playground.acts).toEqual([]);
  });

  test('where a message has no text', async () => {
    const response = await aVisitor(aPlayground()).send('/as/UANNA/act', { ...say, text: ' ' });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Bitte schreiben Sie zuerst etwas.');
  });

  test('where a text is longer than any message, and it stays in the box', async () => {
    const visitor = aVisitor(aPlayground());

    const long = await visitor.send('/as/UANNA/act', { ...say, text: 'x'.repeat(40_001) });
    const endless = await visitor.send('/as/UANNA/act', { ...say, text: 'x'.repeat(600_000) });

    expect(long.status).toBe(413);
    expect(await long.text()).toContain('x'.repeat(40_001));
    expect(endless.status).toBe(413);
  });
});

test('what goes back and forth can be looked at, as words', async () => {
  const html = await (await aVisitor(aPlayground()).get('/inspector')).text();

  expect(html).toContain('chat.postMessage');
  expect(html).toContain('3,2 ms');
  expect(html).toContain('läuft noch');
  expect(html).toContain('&lt;b&gt;');
});
