import { onTestFinished } from 'vitest';
import type { House } from '#assistant/house.ts';
import { startServer, type Server } from '#main.ts';
import { aDesk, coldMail } from '../slack/a-workspace.ts';
import { aHouse, readerOf } from '../samples.ts';

/** A server on any free port that is ready. */
export async function aServer(
  house: House = aHouse({ reader: readerOf(coldMail) }),
): Promise<Server> {
  const desk = aDesk(house);
  const server = await startServer({
    port: 0,
    house: async () => house,
    desk: () => ({ ...desk, close: async () => undefined }),
    report: () => undefined,
  });
  onTestFinished(() => server.stop());
  await server.ready;
  return server;
}

/** Sends the form as a browser does. */
export async function ask(
  { address }: Server,
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: address, 'sec-fetch-site': 'same-origin' },
): Promise<Response> {
  return fetch(`${address}/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}
