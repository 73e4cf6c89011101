import { z } from 'zod';
import { damagedAt } from '#ledger/postgres/damaged.ts';
import type { Place } from '#ledger/postgres/tables.ts';
import type { NodeSource } from '#ledger/tree.ts';
import type { Database } from '#postgres/database.ts';

const Row = z.object({ level: z.number(), i: z.number(), hash: z.instanceof(Uint8Array) });

/** Makes a proof from the nodes that it takes, fetched at once. */
export async function proofFrom(
  db: Database,
  { log }: Place,
  make: (nodes: NodeSource) => Uint8Array[],
): Promise<readonly Uint8Array[]> {
  const wanted: { level: number; index: number }[] = [];
  // Which nodes a proof takes depends on sizes alone: a first round asks, a second one answers.
  make((level, index) => {
    wanted.push({ level, index });
    return new Uint8Array(32);
  });
  const { rows } = await db.query(
    `WITH wanted AS (SELECT * FROM unnest($1::integer[], $2::bigint[]) AS w (level, i))
     SELECT level, i, hash FROM wanted JOIN ${log}.node USING (level, i)
     UNION ALL SELECT level, i, leaf FROM wanted JOIN ${log}.entry ON level = 0 AND idx = i`,
    [wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
  );
  const found = new Map(
    rows.map((row) => {
      const { level, i, hash } = Row.parse(row);
      return [`${level}/${i}`, hash];
    }),
  );
  return make((level, index) => {
    const hash = found.get(`${level}/${index}`);
    if (!hash) throw damagedAt(db.place, 'tree');
    return hash;
  });
}
