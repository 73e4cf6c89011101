import { onTestFinished } from 'vitest';
import type { Desk } from '#assistant/desk.ts';
import type { LogBook } from '#assistant/ledger.ts';
import type { House } from '#assistant/house.ts';
import type { SetUp } from '#assistant/set-up.ts';
import { startServer, type Parts, type Server } from '#main.ts';
import { aDesk, coldMail } from '../slack/a-workspace.ts';
import { aHouse, readerOf } from '../samples.ts';

/** What a server is made of that keeps everything in memory; nothing of it is closed with it. */
export function someParts(
  house: House = aHouse({ reader: readerOf(coldMail) }),
  more: Partial<Parts> = {},
): Parts {
  const desk = aDesk(house);
  return {
    port: 0,
    token: 'start-token',
    house: async () => house,
    desk: () => ({ ...desk, close: async () => undefined }),
    book: () => ({ ...anEmptyBook, ...house.ledger }),
    setUp: aSetUpFor,
    report: () => undefined,
    ...more,
  };
}

/** A server on any free port that is ready. */
export async function aServer(house?: House, more: Partial<Parts> = {}): Promise<Server> {
  const server = await startServer(someParts(house, more));
  onTestFinished(() => server.stop());
  await server.ready;
  return server;
}

/** What a browser sends with each request once it came through the door. */
export function cookieFor({ address }: Pick<Server, 'address'>): { readonly cookie: string } {
  return { cookie: `leitplanke-${new URL(address).port}=start-token` };
}

/** Sends a form as a browser does. */
export async function send(
  { address }: Server,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: address, 'sec-fetch-site': 'same-origin' },
): Promise<Response> {
  return fetch(`${address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...cookieFor({ address }),
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });
}

const anEmptyBook: LogBook = {
  read: async () => [],
  open: async () => ({}),
  head: async () => ({ size: 0, root: '' }),
  proofOf: async () => {
    throw new RangeError('There is no such entry.');
  },
  verify: async () => ({ ok: true, size: 0, root: '', problems: [] }),
};

/** A company that stays as it is; roles are given in the desk. */
export function aSetUpFor({ company, workspace }: House, desk: Desk): SetUp {
  return {
    profile: async () => undefined,
    company: () => company,
    save: async () => {
      throw new Error('This company is not kept in a file.');
    },
    roles: () => desk.roles.all(workspace),
    assign: (person, roles) => desk.roles.assign(workspace, person, roles),
  };
}
