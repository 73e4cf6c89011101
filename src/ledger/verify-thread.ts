import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { verifyLedger } from '#ledger/verify.ts';

const Task = z.object({
  path: z.string(),
  trusted: z.object({
    vkey: z.string().optional(),
    checkpoints: z.array(z.string()).readonly().optional(),
  }),
});

const { path, trusted } = Task.parse(workerData);
parentPort?.postMessage(await verifyLedger(path, trusted), []);
