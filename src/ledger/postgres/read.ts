import { z } from 'zod';
import { Entry } from '#domain/entry.ts';
import type { EntryFilter, StoredEntry } from '#domain/entry.ts';
import { damagedAt } from '#ledger/postgres/damaged.ts';
import type { Place } from '#ledger/postgres/tables.ts';
import { leafHash, sameHash } from '#ledger/tree.ts';
import type { Database } from '#postgres/database.ts';

const usualLimit = 100;

const Row = z.object({
  idx: z.number(),
  leaf: z.instanceof(Uint8Array),
  body: z.instanceof(Uint8Array).nullable(),
});

/** The entries that fit, newest first unless told; one that was altered is refused, never shown. */
export async function readEntries(
  db: Database,
  { log }: Place,
  filter: EntryFilter,
): Promise<readonly StoredEntry[]> {
  const { tests, values } = conditions(log, filter);
  // No text of the log holds a zero byte, and PostgreSQL takes none.
  if (values.some((value) => typeof value === 'string' && value.includes('\0'))) return [];
  const where = tests.length > 0 ? `WHERE ${tests.join(' AND ')}` : '';
  const order = filter.oldestFirst ? 'ASC' : 'DESC';
  const { rows } = await db.query(
    `SELECT idx, leaf, body FROM ${log}.entry ${where}
     ORDER BY idx ${order} LIMIT $${values.length + 1}`,
    [...values, filter.limit ?? usualLimit],
  );
  return rows.map((row) => stored(row, db.place));
}

function stored(row: unknown, place: string): StoredEntry {
  const { idx, leaf, body } = Row.parse(row);
  if (body === null || !sameHash(leafHash(body), leaf)) throw damagedAt(place, 'entry', idx);
  const line = Buffer.from(body).toString();
  const entry = Entry.safeParse(JSON.parse(line));
  if (!entry.success) throw damagedAt(place, 'entry', idx);
  return { index: idx, entry: entry.data, line };
}

type Test = (parameter: string) => string;

function conditions(log: string, filter: EntryFilter) {
  const json = `${log}.json_of(body)`;
  const all: readonly (readonly [Test, string | number | undefined])[] = [
    [(p) => `ref = ${p}`, filter.reference],
    [(p) => `op = ${p}`, filter.op],
    [(p) => `kind = ${p}`, filter.kind],
    [(p) => `verdict = ${p}`, filter.verdict],
    [(p) => `pseudonym = ${p}`, filter.pseudonym],
    [(p) => `at >= ${p}`, filter.from],
    [(p) => `at < ${p}`, filter.until],
    [(p) => `strpos(replace(ref, '-', ''), ${p}) > 0`, filter.referencePart],
    [(p) => `jsonb_exists(${json} #> '{body,verdicts}', ${p})`, filter.market],
    [(p) => `${json} #>> '{body,route}' = ${p}`, filter.route],
    [(p) => `${json} #> '{body,findings}' @> ${p}::jsonb`, filter.forReview && judgedByPerson],
    // An operation id is 128 random bits: it stands nowhere by chance.
    [(p) => `position(convert_to(${p}, 'UTF8') IN body) > 0`, filter.about],
    [(p) => `op <> ${p}`, filter.about],
    [(p) => `idx < ${p}`, filter.before],
    [(p) => `idx > ${p}`, filter.after],
  ];
  const given = all.flatMap(([test, value]) => (value === undefined ? [] : [{ test, value }]));
  return {
    tests: given.map(({ test }, number) => test(`$${number + 1}`)),
    values: given.map(({ value }) => value),
  };
}

const judgedByPerson = JSON.stringify([{ severity: 'review', outcome: 'open' }]);
