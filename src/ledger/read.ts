import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { Entry } from '#domain/entry.ts';
import type { EntryFilter, StoredEntry } from '#domain/entry.ts';
import { damaged } from '#ledger/database.ts';
import { leafHash, sameHash } from '#ledger/tree.ts';

const usualLimit = 100;

const Row = z.object({
  idx: z.number(),
  leaf: z.instanceof(Uint8Array),
  body: z.instanceof(Uint8Array).nullable(),
});

/** The entries that fit, newest first unless told; one that was altered is refused, never shown. */
export function readEntries(
  db: DatabaseSync,
  path: string,
  filter: EntryFilter,
): readonly StoredEntry[] {
  const { where, values } = conditions(filter);
  const order = filter.oldestFirst ? 'ASC' : 'DESC';
  const sql = `SELECT idx, leaf, body FROM entry ${where} ORDER BY idx ${order} LIMIT ?`;
  const rows = db.prepare(sql).all(...values, filter.limit ?? usualLimit);
  return rows.map((row) => stored(row, path));
}

function stored(row: unknown, path: string): StoredEntry {
  const { idx, leaf, body } = Row.parse(row);
  if (body === null || !sameHash(leafHash(body), leaf)) {
    throw damaged(path, `entry ${idx} was altered`);
  }
  const line = Buffer.from(body).toString();
  const entry = Entry.safeParse(JSON.parse(line));
  if (!entry.success) throw damaged(path, `entry ${idx} cannot be read`, entry.error);
  return { index: idx, entry: entry.data, line };
}

const json = 'CAST(body AS TEXT)';
const judgedByPerson = `SELECT 1 FROM json_each(${json}, '$.body.findings')
  WHERE value ->> 'severity' = 'review' AND value ->> 'outcome' = 'open'`;

function conditions(filter: EntryFilter): { where: string; values: readonly SQLInputValue[] } {
  const all: readonly (readonly [string, SQLInputValue | undefined])[] = [
    ['ref = ?', filter.reference],
    ['op = ?', filter.op],
    ['kind = ?', filter.kind],
    ['verdict = ?', filter.verdict],
    ['pseudonym = ?', filter.pseudonym],
    ['at >= ?', filter.from],
    ['at < ?', filter.until],
    ["instr(replace(ref, '-', ''), ?) > 0", filter.referencePart],
    [`EXISTS (SELECT 1 FROM json_each(${json}, '$.body.verdicts') WHERE key = ?)`, filter.market],
    [`json_extract(${json}, '$.body.route') = ?`, filter.route],
    [`EXISTS (${judgedByPerson}) = ?`, filter.forReview && 1],
    // An operation id is 128 random bits: it stands nowhere by chance.
    ['instr(body, CAST(? AS BLOB)) > 0', filter.about],
    ['op <> ?', filter.about],
    ['idx < ?', filter.before],
    ['idx > ?', filter.after],
  ];
  const given = all.flatMap(([test, value]) => (value === undefined ? [] : [{ test, value }]));
  const where = given.length > 0 ? `WHERE ${given.map(({ test }) => test).join(' AND ')}` : '';
  return { where, values: given.map(({ value }) => value) };
}
