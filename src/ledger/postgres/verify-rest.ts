import { hash } from 'node:crypto';
import { z } from 'zod';
import { cursorOver } from '#ledger/postgres/cursor.ts';
import type { Place } from '#ledger/postgres/tables.ts';
import { sameHash } from '#ledger/tree.ts';
import type { Frontier } from '#ledger/tree.ts';
import type { Report } from '#ledger/verification.ts';
import type { Session } from '#postgres/database.ts';

const Counts = z.object({
  size: z.number(),
  frontier: z.instanceof(Uint8Array),
  signers: z.number(),
  checkpoints: z.number(),
});
const Blob = z.object({ sha256: z.string(), bytes: z.instanceof(Uint8Array) });
const blobsAtOnce = 4;

/** Compares the stored head of the tree, and the number of checkpoints and keys, with the rebuilt tree. */
export async function checkState(
  session: Session,
  { log }: Place,
  frontier: Frontier,
  report: Report,
): Promise<void> {
  const { rows } = await session.query(
    `SELECT size, frontier, (SELECT count(*) FROM ${log}.signer) AS signers,
       (SELECT count(*) FROM ${log}.checkpoint) AS checkpoints FROM ${log}.state`,
  );
  const state = Counts.safeParse(rows[0]).data;
  const peaks = Buffer.concat(frontier.peaks);
  if (state?.size !== frontier.size || !sameHash(state.frontier, peaks)) {
    report({ what: `The stored head is not that of the ${frontier.size} entries found.` });
  }
  if (state?.signers !== 1) report({ what: 'The log does not have exactly one key.' });
  if (state?.checkpoints !== frontier.size + 1) {
    report({ what: `There is not one checkpoint for each size up to ${frontier.size}.` });
  }
}

/** Checks that each bundle is stored under its own hash. */
export async function checkBlobs(session: Session, { log }: Place, report: Report): Promise<void> {
  const rows = cursorOver(session, `SELECT sha256, bytes FROM ${log}.blob`, blobsAtOnce);
  for await (const row of rows) {
    const { sha256, bytes } = Blob.parse(row);
    if (hash('sha256', bytes) !== sha256) report({ what: `The bundle ${sha256} was altered.` });
  }
}
