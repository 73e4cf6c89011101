import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { House } from '#assistant/house.ts';
import { startServer } from '#main.ts';
import { aDesk, coldMail } from '../slack/a-workspace.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';
import { aServer, ask } from './a-server.ts';

const brief = 'We send our offer by e-mail to people who never agreed.';

describe('health', () => {
  test('tells the version of the knowledge and the size of the log', async () => {
    const house = aHouse({ reader: readerOf(coldMail) });
    const server = await aServer(house);
    await ask(server, { text: brief });

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
    const desk = aDesk(house);
    const { promise, resolve } = Promise.withResolvers<House>();
    const server = await startServer({
      port: 0,
      house: () => promise,
      desk: () => ({ ...desk, close: async () => undefined }),
      report: () => undefined,
    });
    onTestFinished(() => server.stop());

    const early = await fetch(server.address, { headers: { 'accept-language': 'de' } });
    const health = await fetch(`${server.address}/health`);
    resolve(house);
    await server.ready;
    const late = await fetch(server.address);

    expect(early.status).toBe(503);
    expect(await early.text()).toContain('Ich lerne noch');
    expect(health.status).toBe(503);
    expect(late.status).toBe(200);
  });

  test('can be stopped', async () => {
    const server = await startServer({
      port: 0,
      house: () => Promise.withResolvers<House>().promise,
      desk: () => aDesk(aHouse()),
      report: () => undefined,
    });

    await server.stop();

    await expect(fetch(server.address)).rejects.toThrow('fetch failed');
  });

  test('that never will be ready says why', async () => {
    const server = await startServer({
      port: 0,
      house: async () => Promise.reject(new Error('The knowledge is broken.')),
      desk: () => aDesk(aHouse()),
      report: () => undefined,
    });
    onTestFinished(() => server.stop());

    await expect(server.ready).rejects.toThrow('The knowledge is broken.');
  });
});

test('a port that is taken is told with a way out', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;

  const start = startServer({
    port,
    house: async () => aHouse(),
    desk: () => aDesk(aHouse()),
    report: () => undefined,
  });

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
  const server = await startServer({
    port: 0,
    house: async () => house,
    desk: () => ({ ...desk, close: async () => void closed.push('desk') }),
    report: () => undefined,
  });
  await server.ready;
  const asked = fetch(`${server.address}/ask`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.address },
    body: new URLSearchParams({ text: brief }),
  });
  await reading.promise;

  const stopped = server.stop();
  released.resolve();

  expect((await asked).status).toBe(303);
  await stopped;
  expect(closed).toEqual(['log after 1', 'desk']);
});
