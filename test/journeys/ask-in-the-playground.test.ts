import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';
import { coldMail } from '../slack/a-workspace.ts';
import { aServer, cookieFor, send } from './a-server.ts';

const brief = 'We send our offer by e-mail to people who never agreed.';
const say = { kind: 'say', place: 'DUBEN', text: brief };

describe('the playground', () => {
  test('answers a brief, with its sources and its reference, and the log has it', async () => {
    const ledger = recordingLedger();
    const server = await aServer(aHouse({ ledger, reader: readerOf(coldMail) }));

    const sent = await send(server, '/as/UBEN/act', say);
    const html = await read(server, sent.headers.get('location') ?? '');

    expect(sent.status).toBe(303);
    expect(html).toContain('No, not like this.');
    expect(html).toMatch(
      /href="https:\/\/[^"]+" target="_blank" rel="noreferrer noopener"\s*>UWG §7\(2\) Nr. 2</,
    );
    expect(html).toMatch(/Reference EC-2026-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(ledger.entries).toMatchObject([
      { actor: 'UBEN', place: 'dm', private: { text: brief } },
    ]);
  });

  test('goes on with a conversation', async () => {
    const ledger = recordingLedger();
    const server = await aServer(aHouse({ ledger, reader: readerOf(coldMail) }));
    const first = await send(server, '/as/UBEN/act', say);
    const [, thread = ''] = /thread=([\d.]+)/.exec(first.headers.get('location') ?? '') ?? [];

    await send(server, '/as/UBEN/act', { ...say, text: 'And by post.', thread });

    expect(ledger.entries[1]).toMatchObject({ private: { text: `${brief}\n\nAnd by post.` } });
  });

  test('shows what somebody typed as words, never as a page', async () => {
    const server = await aServer();

    const sent = await send(server, '/as/UBEN/act', {
      ...say,
      text: '<script>alert(1)</script> "><img src=x>',
    });

    const html = await read(server, sent.headers.get('location') ?? '');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('<img');
  });

  test('knows nothing of a thread that never was', async () => {
    const server = await aServer();

    const sent = await send(server, '/as/UBEN/act', { ...say, thread: '1.1' });

    expect(sent.status).toBe(409);
    expect(await sent.text()).toContain('Diese Nachricht gibt es nicht mehr');
  });

  test('refuses a body that does not say how long it is', async () => {
    const server = await aServer();

    const unmeasured = await fetch(`${server.address}/as/UBEN/act`, {
      method: 'POST',
      headers: {
        ...cookieFor(server),
        origin: server.address,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: ReadableStream.from([Buffer.from('kind=say')]),
      duplex: 'half',
    });

    expect(unmeasured.status).toBe(413);
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

    const response = await send(server, '/as/UBEN/act', say, headers);

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

test('the page may load its own style sheet and script, and nothing else', async () => {
  const server = await aServer();
  const page = await fetch(`${server.address}/as/UBEN/in/DUBEN`, { headers: cookieFor(server) });

  const style = await fetch(`${server.address}/page.css`);
  const script = await fetch(`${server.address}/page.js`);

  expect(page.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(style.headers.get('content-type')).toContain('text/css');
  expect(script.headers.get('content-type')).toContain('text/javascript');
});

async function read(server: Parameters<typeof cookieFor>[0], location: string): Promise<string> {
  const response = await fetch(`${server.address}${location}`, { headers: cookieFor(server) });
  return response.text();
}
