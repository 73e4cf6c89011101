import { Problem } from '#domain/problem.ts';

/** Lets work through until the storage fails under it; from then on nothing more is written. */
export type FailStop = {
  readonly run: <T>(work: () => T) => T;
  /** Resolves when the storage failed: the process has to end, and the next one reads what is durable. */
  readonly failed: Promise<Problem>;
};

// SQLITE_IOERR with all its variants, https://sqlite.org/rescode.html
// A full disk or a lock is no such failure: there it is certain that nothing was written.
const ioError = 10;

/**
 * After a failed fsync the system may have dropped the pages and still call the next one a success
 * (https://wiki.postgresql.org/wiki/Fsync_Errors): only a new process, reading anew, knows what is there.
 */
export function failStop(path: string): FailStop {
  const { promise: failed, resolve } = Promise.withResolvers<Problem>();
  let stopped: Problem | undefined;
  return {
    failed,
    run: (work) => {
      if (stopped) throw stopped;
      try {
        return work();
      } catch (cause) {
        if (!isIoError(cause)) throw cause;
        stopped = mustRestart(path, cause);
        resolve(stopped);
        throw stopped;
      }
    },
  };
}

function isIoError(cause: unknown): cause is Problem {
  if (!(cause instanceof Problem)) return false;
  const error = cause.cause;
  return error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === ioError;
}

function mustRestart(path: string, cause: Problem): Problem {
  return new Problem(
    'log.unavailable',
    {
      de: `Der Datenträger hat beim Schreiben des Protokolls versagt (${path}). Leitplanke beendet sich, damit nichts gesagt wird, was nicht aufgezeichnet ist.`,
      en: `The disk failed while the decision log was written (${path}). Leitplanke stops, so that nothing is said that is not on record.`,
    },
    {
      remedy: {
        de: 'Prüfen Sie den Datenträger, und starten Sie neu; „leitplanke log verify“ zeigt, ob das Protokoll unversehrt ist.',
        en: 'Check the disk, and start again; "leitplanke log verify" shows whether the log is intact.',
      },
      cause: cause.cause,
    },
  );
}
