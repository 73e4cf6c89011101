import { Hono } from 'hono';
import { answer } from '#assistant/answer.ts';
import type { Feedback } from '#assistant/desk.ts';
import type { House } from '#assistant/house.ts';
import { recordExport } from '#assistant/record-export.ts';
import type { Answered } from '#domain/answer.ts';
import type { NewEntry, Receipt } from '#domain/entry.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Request } from '#domain/request.ts';
import { logBookOf } from '#ledger/log-book.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { logPages } from '#web/log/pages.ts';
import type { Rooms } from '#web/rooms.ts';
import { anOp } from '../contracts/entries.ts';
import { aFolder, aLedger } from '../ledger/samples.ts';
import { aHouse, aRequest, readerOf } from '../samples.ts';

/** What `coldMail` reads from its text. */
export const coldMail = {
  channels: { value: ['email'], quote: 'per E-Mail', complete: false, unclear: ['text_message'] },
  recipients: { value: ['without_consent'], quote: 'Leute, die nie zugestimmt haben' },
  message_content: { value: 'advertising', quote: 'unser Angebot' },
};

/** A decision log in files, with the pages that show it. */
export type Log = {
  readonly folder: string;
  readonly house: House;
  readonly ledger: LedgerStore;
  readonly rooms: Rooms;
  readonly site: Hono;
  /** Has something answered, so that it stands in the log. */
  readonly ask: (request?: Partial<Request>) => Promise<Answered>;
  readonly append: (entry: NewEntry) => Promise<Receipt>;
  readonly get: (path: string, language?: 'de' | 'en') => Promise<Shown>;
  readonly send: (path: string, fields: Readonly<Record<string, string>>) => Promise<Response>;
};

/** A page as it came: its status, its source, and what a person reads. */
export type Shown = { readonly status: number; readonly source: string; readonly text: string };

export function aLog(
  given: {
    readonly house?: Partial<House>;
    readonly feedback?: readonly Feedback[];
    readonly knowledge?: Knowledge;
    readonly recordExport?: Rooms['recordExport'];
  } = {},
): Log {
  const folder = aFolder();
  const ledger = aLedger(folder);
  const reader = readerOf(coldMail, { language: 'de' });
  const house = aHouse({ reader, newOperation: anOp, ...given.house, ledger });
  const rooms = roomsOf(house, ledger, given);
  const site = new Hono();
  site.route(
    '/log',
    logPages(() => rooms),
  );
  site.onError((error, context) => context.text(error.message, 500));
  return {
    folder,
    house,
    ledger,
    rooms,
    site,
    ask: (request) => answer(aRequest({ op: anOp(), text: aBrief, ...request }), house),
    append: (entry) => ledger.append(entry),
    get: async (path, language = 'de') => {
      const response = await site.request(path, { headers: { 'accept-language': language } });
      return shownOf(response);
    },
    send: async (path, fields) =>
      site.request(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'accept-language': 'de',
        },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

export const aBrief = 'Wir schicken per E-Mail unser Angebot an Leute, die nie zugestimmt haben.';

/** A page without its tags. */
export async function shownOf(response: Response): Promise<Shown> {
  const source = await response.text();
  const text = source
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
  return { status: response.status, source, text };
}

function roomsOf(
  house: House,
  ledger: LedgerStore,
  {
    feedback = [],
    knowledge = house.knowledge,
    recordExport: record,
  }: Parameters<typeof aLog>[0] & object,
): Rooms {
  return {
    book: logBookOf(ledger),
    recordExport: record ?? ((format, first, last) => recordExport({ format, first, last }, house)),
    setUp: {
      profile: async () => undefined,
      company: () => house.company,
      save: async () => undefined,
      roles: async () => [],
      assign: async () => undefined,
    },
    feedback: { list: async () => feedback },
    knowledge,
    clock: house.clock,
  };
}
