import type { Anchored } from '#assistant/ledger.ts';
import { checkpointReader } from '#ledger/checkpoint.ts';

/** What the anchors say about a log. */
export type Comparison = {
  /** How many of them the log bears out. */
  readonly inside: number;
  /** The largest size that it bears out. */
  readonly newest?: Stand | undefined;
  /** The smallest size at which it is not the log that was anchored. */
  readonly firstBad?: (Stand & { readonly why: 'shorter' | 'other' | 'foreign' }) | undefined;
};

type Stand = { readonly size: number; readonly at: string };

/** Holds a log, as far as it was found to be as signed, against its anchors. */
export function compareAnchors(
  anchored: readonly Anchored[],
  log: { readonly vkey: string; readonly size: number; readonly wholeUpTo: number },
): Comparison {
  const read = checkpointReader(log.vkey);
  const stands = anchored
    .map(({ at, note }) => ({ at, size: sizeIn(note), isSigned: read?.(note) !== undefined }))
    .toSorted((a, b) => a.size - b.size);
  const inside = stands.filter(({ isSigned, size }) => isSigned && size <= log.wholeUpTo);
  const bad = stands.find(({ isSigned, size }) => !isSigned || size > log.wholeUpTo);
  const newest = inside.at(-1);
  return {
    inside: inside.length,
    newest: newest && { size: newest.size, at: newest.at },
    firstBad: bad && {
      size: bad.size,
      at: bad.at,
      why: !bad.isSigned ? 'foreign' : bad.size > log.size ? 'shorter' : 'other',
    },
  };
}

/** The size that a note names, whoever signed it. */
export function sizeIn(note: string): number {
  return Number(note.split('\n')[1]);
}
