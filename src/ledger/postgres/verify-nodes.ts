import { z } from 'zod';
import { cursorOver } from '#ledger/postgres/cursor.ts';
import type { Place } from '#ledger/postgres/tables.ts';
import { sameHash } from '#ledger/tree.ts';
import type { TreeNode } from '#ledger/tree.ts';
import type { Report } from '#ledger/verification.ts';
import type { Session } from '#postgres/database.ts';

const rowsAtOnce = 1_000;

const StoredNode = z.object({
  closed: z.number(),
  level: z.number(),
  i: z.number(),
  hash: z.instanceof(Uint8Array),
});
type StoredNode = z.infer<typeof StoredNode>;

/** Compares stored tree nodes with rebuilt ones, leaf by leaf. */
export type NodeCheck = {
  /** The nodes that this leaf makes full; where the tree is no longer whole, they are passed over. */
  check(
    leaf: number,
    full: readonly TreeNode[],
    whole: boolean,
    spot: { readonly index: number; readonly ref?: string | undefined },
  ): Promise<void>;
  /** Reports what is stored beyond the last leaf. */
  end(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Reads the nodes in the order in which leaves close them. */
export async function nodesInOrder(
  session: Session,
  { log }: Place,
  report: Report,
): Promise<NodeCheck> {
  const rows = cursorOver(
    session,
    `SELECT (i + 1) * power(2, level)::numeric - 1 AS closing, level, i, hash,
       least((i + 1) * power(2, level)::numeric - 1, 9007199254740991)::bigint AS closed
     FROM ${log}.node ORDER BY closing, level`,
    rowsAtOnce,
  );
  const next = async () => {
    const { value } = await rows.next();
    return value === undefined ? undefined : StoredNode.parse(value);
  };
  let ahead = await next();

  const closedBy = async (leaf: number) => {
    const found: StoredNode[] = [];
    while (ahead !== undefined && ahead.closed <= leaf) {
      found.push(ahead);
      ahead = await next();
    }
    return found;
  };
  return {
    async check(leaf, full, whole, spot) {
      const stored = await closedBy(leaf);
      if (!whole) return;
      for (const { level, index, hash } of full) {
        const same = stored.some(
          (one) => one.level === level && one.i === index && sameHash(one.hash, hash),
        );
        if (!same) {
          report({ ...spot, what: `the tree node ${level}/${index} that it closes is wrong` });
        }
      }
      if (stored.length > full.length)
        report({ ...spot, what: 'the tree has nodes too many here' });
    },
    async end() {
      if (ahead !== undefined) report({ what: 'The tree has nodes beyond its last entry.' });
    },
    async [Symbol.asyncDispose]() {
      await rows.return();
    },
  };
}
