import { setImmediate } from 'node:timers/promises';
import type { Examination, LogBook, Proof } from '#assistant/ledger.ts';
import type { EntryFilter, StoredEntry } from '#domain/entry.ts';
import { Problem } from '#domain/problem.ts';
import { checkpointReader } from '#ledger/checkpoint.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { leafHash } from '#ledger/tree.ts';

const usualLimit = 100;
// SQLite works synchronously. A step of this size takes 50 ms at worst, with entries of 18 kB.
const searchedAtOnce = 300;
const readAtOnce = 25;

/** The decision log for those who read and check it; no request keeps others waiting for long. */
export function logBookOf(store: LedgerStore): LogBook {
  const examination: { underWay?: Promise<Examination> | undefined } = {};
  return {
    read: (filter) => readInSteps(store, filter),
    open: (entry) => store.open(entry),
    head: () => store.head(),
    proofOf: (index) => proofOf(store, index),
    // Whoever asks meanwhile gets the same result.
    verify: () =>
      (examination.underWay ??= store.verify().finally(() => {
        examination.underWay = undefined;
      })),
  };
}

async function readInSteps(
  store: LedgerStore,
  filter: EntryFilter,
): Promise<readonly StoredEntry[]> {
  if (filter.reference !== undefined || filter.op !== undefined) return store.read(filter);
  const limit = filter.limit ?? usualLimit;
  const { size } = await store.head();
  const found: StoredEntry[] = [];
  let rest = { from: (filter.after ?? -1) + 1, to: Math.min(filter.before ?? size, size) };
  while (rest.from < rest.to && found.length < limit) {
    const step = nextStep(rest, filter);
    const most = Math.min(readAtOnce, limit - found.length);
    const some = await store.read({
      ...filter,
      after: step.from - 1,
      before: step.to,
      limit: most,
    });
    found.push(...some);
    const reached = some.length === most ? some.at(-1)?.index : undefined;
    rest = filter.oldestFirst
      ? { ...rest, from: reached === undefined ? step.to : reached + 1 }
      : { ...rest, to: reached ?? step.from };
    await setImmediate();
  }
  return found;
}

type Range = { readonly from: number; readonly to: number };

function nextStep({ from, to }: Range, { oldestFirst }: EntryFilter): Range {
  return oldestFirst
    ? { from, to: Math.min(from + searchedAtOnce, to) }
    : { from: Math.max(to - searchedAtOnce, from), to };
}

/** Against the newest checkpoint; what is appended meanwhile does not disturb. */
async function proofOf(store: LedgerStore, index: number): Promise<Proof> {
  const checkpoint = await store.checkpoint();
  const signed = checkpointReader(store.vkey)?.(checkpoint);
  if (!signed) throw unsigned();
  const [stored] = await store.read({ after: index - 1, before: index + 1, limit: 1 });
  if (!stored || index >= signed.size) throw new RangeError('There is no such entry.');
  const path = await store.inclusionProof(index, signed.size);
  return {
    index,
    size: signed.size,
    leaf: hex(leafHash(Buffer.from(stored.line))),
    path: path.map(hex),
    root: hex(signed.root),
    checkpoint,
    vkey: store.vkey,
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** What to say of a checkpoint that the key of the log did not sign. */
export function unsigned(): Problem {
  return new Problem(
    'log.damaged',
    {
      de: 'Der neueste Kontrollpunkt des Protokolls ist nicht unterschrieben.',
      en: 'The newest checkpoint of the log is not signed.',
    },
    {
      remedy: {
        de: 'Prüfen Sie das Protokoll, und spielen Sie eine Sicherung ein, die die Prüfung besteht.',
        en: 'Verify the log, and restore a backup that passes.',
      },
    },
  );
}
