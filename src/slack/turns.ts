import { setImmediate } from 'node:timers/promises';

/** Runs jobs one start at a time, so that acknowledgements get between them; those of one thread in order. */
export type Turns = {
  readonly run: <T>(thread: string, job: () => Promise<T>) => Promise<T>;
  /** Resolves when nothing is left to do. */
  readonly idle: () => Promise<void>;
};

export function turns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  let door: Promise<unknown> = Promise.resolve();

  // Slack waits three seconds for an acknowledgement: with many messages at once each job lets the
  // event loop go round before it starts.
  const enter = () => {
    door = door.then(() => setImmediate());
    return door;
  };

  return {
    run(thread, job) {
      const before = last.get(thread);
      const mine = (async () => {
        await before?.catch(() => undefined);
        await enter();
        return job();
      })();
      last.set(thread, mine);
      return mine.finally(() => {
        if (last.get(thread) === mine) last.delete(thread);
      });
    },
    async idle() {
      while (last.size > 0) await Promise.allSettled(last.values());
    },
  };
}
