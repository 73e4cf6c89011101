import type { Clock } from '#assistant/house.ts';

/** The machine's clock; the one place that reads it. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => new Date().toISOString().slice(0, 10),
  elapsed: () => performance.now(),
};

/** A clock that stands still. */
export function stoppedClock(at: string): Clock {
  return {
    now: () => new Date(at),
    today: () => new Date(at).toISOString().slice(0, 10),
    elapsed: () => 0,
  };
}
