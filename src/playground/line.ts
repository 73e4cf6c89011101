import type { App, Receiver } from '@slack/bolt';
import type { Payload } from '#playground/payloads.ts';

/** One thing that was sent to the app. */
export type Delivery = {
  readonly payload: Payload;
  /** What it was acknowledged with; undefined until then. */
  readonly ack?: { readonly response: unknown; readonly callsBefore: number };
};

/** The way from the workspace to the app; other transports can take its place. */
export type Line = {
  readonly receiver: Receiver;
  readonly deliveries: readonly Delivery[];
  readonly deliver: (payload: Payload, onAck?: (response: unknown) => void) => void;
  /** Resolves when the app has dealt with everything. */
  readonly idle: () => Promise<void>;
};

/** A line within the process: events go straight to the app. */
export function directLine(countCalls: () => number): Line {
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
      const index = deliveries.push({ payload }) - 1;
      if (!end.app) return;
      const ack = async (response: unknown) => {
        deliveries[index] = { payload, ack: { response, callsBefore: countCalls() } };
        onAck(response);
      };
      // An app may change what it gets, and the same payload may be delivered again.
      const work = end.app.processEvent({ body: structuredClone(payload), ack });
      pending.add(work);
      void work.finally(() => pending.delete(work)).catch(() => undefined);
    },
    async idle() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
