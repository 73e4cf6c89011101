import { TextDecoder } from 'node:util';
import { z } from 'zod';
import { Entry } from '#domain/entry.ts';
import { referenceOf } from '#domain/reference.ts';
import { canonical } from '#ledger/canonical.ts';
import { isOriginOf } from '#ledger/origin.ts';
import { leafHash, sameHash } from '#ledger/tree.ts';

export const EntryRow = z.object({
  idx: z.number(),
  op: z.string(),
  leaf: z.instanceof(Uint8Array),
  body: z.instanceof(Uint8Array).nullable(),
});
export type EntryRow = z.infer<typeof EntryRow>;

/** The columns that queries use, as the database gives them. */
export type Columns = Readonly<Record<string, unknown>>;

export type EntryCheck = {
  readonly ref?: string | undefined;
  readonly faults: readonly string[];
};

/** What is wrong with one row, told from the row alone. */
export function checkEntry(row: EntryRow, columnsOf: () => Columns, origin: string): EntryCheck {
  if (row.body === null) return { faults: ['its bytes are missing'] };
  const hashed = sameHash(leafHash(row.body), row.leaf) ? [] : ['its bytes are not those hashed'];
  const text = readText(row.body);
  if (text === undefined) return { faults: [...hashed, 'its bytes are not JSON in UTF-8'] };

  const parsed = Entry.safeParse(text.value);
  if (!parsed.success) return { ref: refIn(text.value), faults: [...hashed, unread(text.value)] };
  const entry = parsed.data;
  const faults = [
    ...hashed,
    ...(text.exact ? [] : ['its bytes are not in canonical form']),
    ...(entry.op === row.op ? [] : ['its operation id is not that of its row']),
    ...(entry.ref === referenceOf(entry.op, entry.at) ? [] : ['its reference is not its own']),
    ...(isOriginOf(origin, entry.workspace) ? [] : ['it belongs to another workspace']),
    ...checkColumns(entry, columnsOf()),
  ];
  return { ref: entry.ref, faults };
}

function checkColumns(entry: Entry, columns: Columns): string[] {
  const expected: Columns = {
    at: entry.at,
    kind: entry.kind,
    verdict: entry.kind === 'decision' ? entry.body.verdict : null,
    pseudonym: entry.pseudonym,
    ref: entry.ref,
  };
  return Object.keys(expected)
    .filter((name) => columns[name] !== expected[name])
    .map((name) => `its column ${name} is not what its bytes say`);
}

function readText(bytes: Uint8Array): { value: unknown; exact: boolean } | undefined {
  try {
    const line = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(line);
    return { value, exact: isCanonical(value, line) };
  } catch {
    return undefined;
  }
}

function isCanonical(value: unknown, line: string): boolean {
  try {
    return canonical(value) === line;
  } catch {
    return false;
  }
}

function refIn(value: unknown): string | undefined {
  const found = z.object({ ref: z.string() }).safeParse(value);
  return found.success ? found.data.ref : undefined;
}

function unread(value: unknown): string {
  const newer = z.object({ v: z.int().min(2) }).safeParse(value);
  return newer.success
    ? `it has form ${newer.data.v}, which a newer version reads`
    : 'it does not have the form of an entry';
}
