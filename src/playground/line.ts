import type { App, Receiver } from '@slack/bolt';
import type { Clock } from '#assistant/house.ts';
import type { Payload } from '#playground/payloads.ts';
import type { Result } from '#playground/results.ts';

/** One thing that was sent to the app. */
export type Delivery = {
  /** Counts deliveries and calls together. */
  readonly number: number;
  readonly payload: Payload;
  /** What it was acknowledged with; undefined until then. */
  readonly ack?: Acknowledgement;
};
export type Acknowledgement = {
  readonly response: unknown;
  readonly callsBefore: number;
  readonly ms: number;
  /** What the workspace made of the response, where there was any. */
  readonly result?: Result | undefined;
};

/** Takes what the app answers at once. */
export type OnAck = (response: unknown) => Result | undefined;

/** The way from the workspace to the app; other transports can take its place. */
export type Line = {
  readonly receiver: Receiver;
  readonly deliveries: readonly Delivery[];
  readonly deliver: (payload: Payload, onAck?: OnAck) => void;
  /** Resolves when the app has dealt with everything. */
  readonly idle: () => Promise<void>;
};

/** A line within the process: events go straight to the app. */
export function directLine({
  clock,
  number,
  countCalls,
}: {
  readonly clock: Clock;
  readonly number: () => number;
  readonly countCalls: () => number;
}): Line {
  const deliveries: Delivery[] = [];
  const pending = new Set<Promise<void>>();
  const end: { app: App | undefined } = { app: undefined };

  return {
    receiver: {
      init: (app) => {
        end.app = app;
      },
      start: async () => undefined,
      stop: async () => {
        end.app = undefined;
      },
    },
    deliveries,
    deliver(payload, onAck = () => undefined) {
      const [sent, start] = [{ number: number(), payload }, clock.elapsed()];
      const index = deliveries.push(sent) - 1;
      if (!end.app) return;
      const ack = async (response: unknown) => {
        const known = { response, callsBefore: countCalls(), ms: clock.elapsed() - start };
        deliveries[index] = { ...sent, ack: { ...known, result: onAck(response) } };
      };
      // An app may change what it gets, and the same payload may be delivered again.
      const work = end.app.processEvent({ body: structuredClone(payload), ack });
      pending.add(work);
      void work.finally(() => pending.delete(work)).catch(() => undefined);
    },
    async idle() {
      // What fails in the app is the app's to tell.
      while (pending.size > 0) await Promise.allSettled(pending);
    },
  };
}
