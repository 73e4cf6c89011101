import { setImmediate } from 'node:timers/promises';
import type { Desk } from '#assistant/desk.ts';
import type { House } from '#assistant/house.ts';
import type { LogBook } from '#assistant/ledger.ts';
import type { Playground } from '#assistant/playground.ts';
import { recordExport } from '#assistant/record-export.ts';
import type { SetUp } from '#assistant/set-up.ts';
import type { Company } from '#domain/company.ts';
import { openPlayground } from '#playground/open.ts';
import type { SlackApp } from '#slack/app.ts';
import { listen } from '#web/server.ts';
import { siteFor } from '#web/site.ts';
import type { Rooms } from '#web/rooms.ts';

/** What the server is made of; everything but the port is opened while the page is up already. */
export type Parts = {
  readonly port: number;
  /** Opens the door of the pages. */
  readonly token: string;
  readonly house: () => Promise<House>;
  readonly desk: () => Desk | Promise<Desk>;
  readonly book: () => LogBook | Promise<LogBook>;
  readonly setUp: (house: House, desk: Desk, changed: (company: Company) => void) => SetUp;
  /** The line to a real workspace; without it people talk to the assistant in the playground. */
  readonly slack?: ((house: () => House, desk: Desk) => Promise<SlackApp>) | undefined;
  /** Hears what goes wrong. */
  readonly report: (line: string) => void;
};

/** A server that runs. */
export type Server = {
  readonly address: string;
  /** The address with the token. */
  readonly door: string;
  /** Resolves when it can answer; rejects when it never will. */
  readonly ready: Promise<void>;
  readonly isReady: () => boolean;
  /** Finishes what was begun and closes log and desk. */
  stop(): Promise<void>;
};

/** Starts the pages, then the house behind them, and connects it to a workspace. */
export async function startServer(parts: Parts): Promise<Server> {
  const { token, report } = parts;
  const open: { office?: Office } = {};
  const page = await listen(
    siteFor(() => open.office?.rooms, { token, report }),
    parts.port,
  );
  const ready = (async () => {
    // The first visitor gets an answer before the house takes the processor.
    await setImmediate();
    open.office = await openOffice(parts);
  })();
  // Whoever waits hears of it; a stop that comes first needs nobody to.
  ready.catch(() => undefined);
  return {
    address: page.address,
    door: `${page.address}/?token=${token}`,
    ready,
    isReady: () => open.office !== undefined,
    async stop() {
      await page.close(async () => open.office?.slack.stop());
      await open.office?.close();
    },
  };
}

type Office = {
  readonly rooms: Rooms;
  readonly slack: SlackApp;
  readonly close: () => Promise<void>;
};

async function openOffice(parts: Parts): Promise<Office> {
  const held = { house: await parts.house() };
  const house = () => held.house;
  const desk = await parts.desk();
  const book = await parts.book();
  const setUp = parts.setUp(held.house, desk, (company) => {
    held.house = { ...held.house, company };
  });
  const close = async () => {
    await held.house.ledger.close();
    await desk.close();
  };
  const place = await placeFor(parts, house, desk, setUp).catch(async (cause: unknown) => {
    // What is open must not stay so where nobody will close it.
    await close();
    throw cause;
  });
  return {
    slack: place.slack,
    rooms: {
      playground: place.playground,
      book,
      recordExport: (format, first, last) => recordExport({ format, first, last }, house()),
      setUp,
      feedback: { list: () => desk.feedback.list(held.house.workspace) },
      knowledge: held.house.knowledge,
      clock: held.house.clock,
    },
    close,
  };
}

/** Where people talk to the assistant. */
async function placeFor(
  { slack, report }: Parts,
  house: () => House,
  desk: Desk,
  setUp: SetUp,
): Promise<{ readonly slack: SlackApp; readonly playground?: Playground }> {
  return slack ? { slack: await slack(house, desk) } : openPlayground(house, desk, setUp, report);
}
