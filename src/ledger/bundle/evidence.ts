import { readFileSync } from 'node:fs';
import type { Ledger } from '#assistant/ledger.ts';
import type { StoredEntry } from '#domain/entry.ts';
import { proofText, type Range, type RangeProof } from '#ledger/bundle/range-proof.ts';

/** One file of a bundle; its text comes piece by piece, so that a long log needs no more memory. */
export type EvidenceFile = { readonly name: string; readonly text: AsyncIterable<string> };

/** Puts entries into a table for reading: its first line, then the line of each entry. */
export type Table = { readonly head: string; readonly row: (stored: StoredEntry) => string };

const readAtOnce = 100;

/** The files of an evidence bundle, by name; the same entries and the same proof give the same bytes. */
export function evidenceFiles(
  ledger: Pick<Ledger, 'read'>,
  proof: RangeProof,
  table: Table,
): readonly EvidenceFile[] {
  const files: readonly EvidenceFile[] = [
    { name: 'entries.jsonl', text: linesOf(ledger, proof, ({ line }) => `${line}\n`) },
    { name: 'entries.csv', text: linesOf(ledger, proof, table.row, table.head) },
    { name: 'proof.json', text: whole(proofText(proof)) },
    { name: 'checkpoint.txt', text: whole(proof.checkpoint) },
    { name: 'key.txt', text: whole(`${proof.vkey}\n`) },
    ...['VERIFY.md', 'verify.mjs', 'verify.py'].map((name) => ({
      name,
      text: whole(readFileSync(new URL(name, import.meta.url), 'utf8')),
    })),
  ];
  return files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

async function* linesOf(
  ledger: Pick<Ledger, 'read'>,
  { first, last }: Range,
  lineOf: (stored: StoredEntry) => string,
  head = '',
): AsyncGenerator<string> {
  if (head !== '') yield head;
  for (let after = first - 1; after < last;) {
    const page = await ledger.read({
      after,
      before: last + 1,
      oldestFirst: true,
      limit: readAtOnce,
    });
    yield page.map(lineOf).join('');
    after = page.at(-1)?.index ?? last;
  }
}
