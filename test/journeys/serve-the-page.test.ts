import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { House } from '#assistant/house.ts';
import { startServer, type Server } from '#main.ts';
import { aDesk, coldMail } from '../slack/a-workspace.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';
import { aServer, cookieFor, send, someParts } from './a-server.ts';

const brief = 'We send our offer by e-mail to people who never agreed.';

describe('health', () => {
  test('tells the version of the knowledge and the size of the log', async () => {
    const house = aHouse({ reader: readerOf(coldMail) });
    const server = await aServer(house);
    await sayAsBen(server);

    const health = await (await fetch(`${server.address}/health`)).json();

    expect(health).toEqual({ ok: true, knowledge: house.knowledge.version, ledger: 1 });
  });

  test('is bad when the log cannot be read', async () => {
    const ledger = { ...recordingLedger(), head: async () => Promise.reject(new Error('gone')) };
    const { address } = await aServer(aHouse({ ledger }));

    const response = await fetch(`${address}/health`);

    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ok: false, state: 'log' });
  });
});

describe('a server that is still learning', () => {
  test('says so at once, and answers as soon as it can', async () => {
    const house = aHouse();
    const { promise, resolve } = Promise.withResolvers<House>();
    const server = await startServer(someParts(house, { house: () => promise }));
    onTestFinished(() => server.stop());
    const headers = { 'accept-language': 'de', ...cookieFor(server) };

    const early = await fetch(server.address, { headers });
    const health = await fetch(`${server.address}/health`);
    resolve(house);
    await server.ready;
    const late = await fetch(server.address, { headers });

    expect(early.status).toBe(503);
    expect(await early.text()).toContain('Ich lerne noch');
    expect(health.status).toBe(503);
    expect(late.status).toBe(200);
  });

  test('can be stopped', async () => {
    const { promise: never } = Promise.withResolvers<House>();
    const server = await startServer(someParts(aHouse(), { house: () => never }));

    await server.stop();

    await expect(fetch(server.address)).rejects.toThrow('fetch failed');
  });

  test('that never will be ready says why', async () => {
    const broken = new Error('The knowledge is broken.');
    const server = await startServer(
      someParts(aHouse(), { house: async () => Promise.reject(broken) }),
    );
    onTestFinished(() => server.stop());

    await expect(server.ready).rejects.toThrow('The knowledge is broken.');
  });
});

test('a port that is taken is told with a way out', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;

  const start = startServer(someParts(aHouse(), { port }));

  await expect(start).rejects.toMatchObject({
    code: 'port.taken',
    remedy: expect.stringContaining('LEITPLANKE_PORT'),
  });
});

test('a server that stops finishes the answer it has begun, then closes log and desk', async () => {
  const closed: string[] = [];
  const ledger = recordingLedger();
  const reading = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const reader = readerOf(coldMail);
  const house = aHouse({
    reader: {
      name: 'slow-1',
      read: async (text) => {
        reading.resolve();
        await released.promise;
        return reader.read(text);
      },
    },
    ledger: {
      ...ledger,
      close: async () => void closed.push(`log after ${ledger.entries.length}`),
    },
  });
  const desk = aDesk(house);
  const server = await startServer(
    someParts(house, { desk: () => ({ ...desk, close: async () => void closed.push('desk') }) }),
  );
  await server.ready;
  const asked = sayAsBen(server);
  await reading.promise;

  const stopped = server.stop();
  released.resolve();

  expect((await asked).status).toBe(303);
  await stopped;
  expect(closed).toEqual(['log after 1', 'desk']);
});

describe('the door', () => {
  test('opens with the printed address, and stays open for that browser', async () => {
    const server = await aServer();

    const entered = await fetch(server.door, { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const inside = await fetch(`${server.address}/log`, { headers: { cookie } });

    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('/');
    expect(entered.headers.get('set-cookie')).toContain('HttpOnly');
    expect(inside.status).toBe(200);
  });

  test.for(['/', '/log', '/company', '/as/UANNA/in/DUANNA', '/?token=guessed'])(
    'stays shut for whoever does not have it: %s',
    async (path) => {
      const { address } = await aServer();

      const response = await fetch(`${address}${path}`, { headers: { 'accept-language': 'de' } });

      expect(response.status).toBe(401);
      expect(await response.text()).toContain('die das Terminal beim Start ausgegeben hat');
    },
  );

  test('stays shut for a form from another page, even with the cookie', async () => {
    const ledger = recordingLedger();
    const server = await aServer(aHouse({ ledger }));

    const response = await sayAsBen(server, { origin: 'https://elsewhere.example' });

    expect(response.status).toBe(403);
    expect(ledger.entries).toEqual([]);
  });
});

/** Ben writes to the assistant on the page. */
async function sayAsBen(server: Server, headers?: Record<string, string>): Promise<Response> {
  const fields = { kind: 'say', place: 'DUBEN', text: brief };
  return send(server, '/as/UBEN/act', fields, headers);
}
