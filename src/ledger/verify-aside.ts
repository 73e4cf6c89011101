import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Trusted, Verification } from '#ledger/verification.ts';

const Found = z.object({
  ok: z.boolean(),
  size: z.number(),
  root: z.string(),
  wholeUpTo: z.number().optional(),
  vkey: z.string(),
  problems: z.array(
    z.object({ index: z.number().optional(), ref: z.string().optional(), what: z.string() }),
  ),
});

/** Recomputes a log in a thread of its own: the check of a whole file cannot pause for anybody. */
export async function verifyAside(path: string, trusted: Trusted): Promise<Verification> {
  const thread = new Worker(new URL('verify-thread.ts', import.meta.url), {
    workerData: { path, trusted },
  });
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', (found: unknown) => resolve(Found.parse(found)));
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('The check of the log came to no end.')));
    });
  } finally {
    await thread.terminate();
  }
}
