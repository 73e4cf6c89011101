import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { Problem } from '#domain/problem.ts';

/** A page that is up. */
export type Listening = {
  readonly address: string;
  /** Takes nothing new, lets what has begun come to its end, and closes. */
  close(finish: () => Promise<void>): Promise<void>;
};

const host = '127.0.0.1';

/** Puts a page up on this machine; nobody else can reach it. */
export async function listen(page: Hono, port: number): Promise<Listening> {
  const answer = getRequestListener(page.fetch, { overrideGlobalObjects: false });
  const underWay = new Map<ServerResponse, IncomingMessage>();
  const server = createServer((request, response) => {
    underWay.set(response, request);
    response.once('close', () => underWay.delete(response));
    void answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(unopened(cause, port)));
    server.listen(port, host, resolve);
  });
  const at = server.address();
  return {
    address: `http://${host}:${typeof at === 'object' && at ? at.port : port}`,
    async close(finish) {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await finish();
      // Whoever has asked in full still gets an answer; whoever is still sending is not waited for.
      const asked = [...underWay].filter(([, request]) => request.complete);
      await Promise.all(asked.map(([response]) => sent(response)));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function sent(response: ServerResponse): Promise<void> {
  if (response.writableFinished || response.destroyed) return;
  await new Promise<void>((resolve) => {
    response.once('finish', () => resolve()).once('close', () => resolve());
  });
}

function unopened(cause: Error, port: number): Error {
  if (!('code' in cause) || (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES')) return cause;
  const isTaken = cause.code === 'EADDRINUSE';
  return new Problem(
    'port.taken',
    {
      de: `Port ${port} ${isTaken ? 'ist von einem anderen Programm belegt' : 'darf nicht geöffnet werden'}.`,
      en: `Port ${port} ${isTaken ? 'is taken by another program' : 'may not be opened'}.`,
    },
    {
      remedy: {
        de: 'Nennen Sie mit LEITPLANKE_PORT einen anderen, zum Beispiel LEITPLANKE_PORT=7078; 0 nimmt irgendeinen freien.',
        en: 'Name another port with LEITPLANKE_PORT, for example LEITPLANKE_PORT=7078; 0 takes any free one.',
      },
      cause,
    },
  );
}
