import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { coldMail } from '../slack/a-workspace.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';
import { aServer, ask } from './a-server.ts';

const brief = 'We send our offer by e-mail to people who never agreed.';

describe('the page', () => {
  test('has one box, says that it is not Slack, and that a machine answers', async () => {
    const { address } = await aServer();

    const german = await (
      await fetch(address, { headers: { 'accept-language': 'de-AT,de;q=0.9' } })
    ).text();
    const english = await (
      await fetch(address, { headers: { 'accept-language': 'fr, en-US;q=0.7, de;q=0.3' } })
    ).text();

    expect(german).toContain('<html lang="de">');
    expect(german).toContain('Das ist nicht Slack');
    expect(german).toContain('Sie sprechen mit einem KI-System');
    expect(german.match(/<textarea/g)).toHaveLength(1);
    expect(english).toContain('You are talking to an AI system');
    expect(english).toContain('<option value="CH">Switzerland</option>');
  });

  test('answers a brief, with its sources and its reference, and the log has it', async () => {
    const ledger = recordingLedger();
    const server = await aServer(aHouse({ ledger, reader: readerOf(coldMail) }));

    const response = await ask(server, { text: brief, lang: 'en' });

    const html = await response.text();
    expect(response.redirected).toBe(true);
    expect(html).toContain('No, not like this.');
    expect(html).toMatch(
      /<a href="https:\/\/[^"]+" rel="noreferrer noopener">UWG §7\(2\) Nr. 2<\/a>/,
    );
    expect(html).toMatch(/Reference EC-2026-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(ledger.entries).toMatchObject([
      { actor: 'UBEN', place: 'dm', private: { text: brief } },
    ]);
  });

  test('goes on with a conversation', async () => {
    const ledger = recordingLedger();
    const server = await aServer(aHouse({ ledger, reader: readerOf(coldMail) }));
    const first = await ask(server, { text: brief, lang: 'de' });
    const [, conversation = ''] = /conversations\/([^?]+)/.exec(first.url) ?? [];

    const second = await ask(server, { text: 'And by post.', lang: 'de', conversation });

    expect((await second.text()).match(/<li class="assistant">/g)).toHaveLength(2);
    expect(ledger.entries[1]).toMatchObject({ private: { text: `${brief}\n\nAnd by post.` } });
  });

  test('checks for the chosen market', async () => {
    const ledger = recordingLedger();
    const server = await aServer(aHouse({ ledger, reader: readerOf(coldMail) }));

    await ask(server, { text: brief, lang: 'de', market: 'CH' });

    expect(ledger.entries).toMatchObject([{ body: { verdicts: { CH: expect.any(String) } } }]);
  });

  test('shows what somebody typed as words, never as a page', async () => {
    const server = await aServer();

    const response = await ask(server, {
      text: '<script>alert(1)</script> "><img src=x>',
      lang: 'en',
    });

    const html = await response.text();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script|<img/);
  });

  test('asks for a text where there is none', async () => {
    const server = await aServer();

    const response = await ask(server, { text: '  ', lang: 'en' });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Please write a question or a brief first.');
  });

  test('refuses a text that no message can hold, and keeps it in the box', async () => {
    const server = await aServer();

    const long = await ask(server, { text: 'x'.repeat(40_001), lang: 'en' });
    const endless = await ask(server, { text: 'x'.repeat(600_000), lang: 'en' });
    const unmeasured = await fetch(`${server.address}/ask`, {
      method: 'POST',
      headers: { origin: server.address, 'content-type': 'application/x-www-form-urlencoded' },
      body: ReadableStream.from([Buffer.from('text=x')]),
      duplex: 'half',
    });

    expect(long.status).toBe(413);
    expect(await long.text()).toContain('x'.repeat(40_001));
    expect([endless.status, unmeasured.status]).toEqual([413, 413]);
  });

  test('knows nothing of a conversation that never was', async () => {
    const server = await aServer();

    const responses = await Promise.all([
      fetch(`${server.address}/conversations/UANNA-1.1`),
      fetch(`${server.address}/conversations/%3Cscript%3E`),
      ask(server, { text: 'x', conversation: 'UNOBODY-1.1' }),
    ]);

    expect(responses.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

describe('a form that comes from elsewhere is refused', () => {
  test.for([
    ['by another page', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['by a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['by a page without an origin', { origin: 'null' }],
    ['with a forged origin only', { origin: 'http://127.0.0.1:1' }],
    ['without saying from where', {}],
  ] as const)('%s', async ([, headers]) => {
    const ledger = recordingLedger();
    const server = await aServer(aHouse({ ledger }));

    const response = await ask(server, { text: brief, lang: 'en' }, headers);

    expect(response.status).toBe(403);
    expect(ledger.entries).toEqual([]);
  });
});

test('nobody gets in under another name for this machine', async () => {
  const { address } = await aServer();

  const status = await new Promise((resolve) => {
    request(address, { headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });

  expect(status).toBe(421);
});

test('the page may load its own style sheet and nothing else', async () => {
  const { address } = await aServer();

  const { headers } = await fetch(address);
  const style = await fetch(`${address}/page.css`);

  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(style.headers.get('content-type')).toContain('text/css');
});
