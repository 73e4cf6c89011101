import { setImmediate } from 'node:timers/promises';
import type { House } from '#assistant/house.ts';
import type { Desk } from '#assistant/ports.ts';
import { counterIn } from '#playground/counter.ts';
import { token } from '#playground/places.ts';
import { inMemoryWorkspace } from '#playground/workspace.ts';
import { slackApp, type SlackApp } from '#slack/app.ts';
import { pageFor } from '#web/page.ts';
import { listen } from '#web/server.ts';
import type { OpenCounter } from '#web/counter.ts';

/** What the server is made of; house and desk are opened while the page is up already. */
export type Parts = {
  readonly port: number;
  readonly house: () => Promise<House>;
  readonly desk: () => Desk;
  /** Hears what goes wrong. */
  readonly report: (line: string) => void;
};

/** A server that runs. */
export type Server = {
  readonly address: string;
  /** Resolves when it can answer; rejects when it never will. */
  readonly ready: Promise<void>;
  readonly isReady: () => boolean;
  /** Finishes what was begun and closes log and desk. */
  stop(): Promise<void>;
};

/** Starts the page, then the house behind it, and connects both through a workspace in memory. */
export async function startServer(parts: Parts): Promise<Server> {
  const open: { office?: Office } = {};
  const page = await listen(
    pageFor(() => open.office?.counter, parts.report),
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
    ready,
    isReady: () => open.office !== undefined,
    async stop() {
      await page.close(async () => open.office?.slack.stop());
      await open.office?.house.ledger.close();
      await open.office?.desk.close();
    },
  };
}

type Office = {
  readonly house: House;
  readonly desk: Desk;
  readonly slack: SlackApp;
  readonly counter: OpenCounter;
};

async function openOffice(parts: Parts): Promise<Office> {
  const house = await parts.house();
  const desk = parts.desk();
  const workspace = inMemoryWorkspace({ clock: house.clock });
  const { receiver, clientOptions } = workspace;
  const slack = await slackApp(house, desk, {
    receiver,
    token,
    clientOptions,
    report: parts.report,
  });
  const health = async () => ({
    knowledge: house.knowledge.version,
    ledger: (await house.ledger.head()).size,
  });
  return {
    house,
    desk,
    slack,
    counter: { ...counterIn(workspace, house.knowledge.facts), health },
  };
}
