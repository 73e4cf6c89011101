import { readFileSync } from 'node:fs';
import type { Anchored } from '#assistant/ledger.ts';
import type { Config } from '#config.ts';
import type { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';
import { anchorPath } from '#house.ts';
import { anchorFile, blocksIn } from '#ledger/anchors/anchor-file.ts';
import { compareAnchors } from '#ledger/anchors/compare.ts';
import type { Comparison } from '#ledger/anchors/compare.ts';
import { contradicted, unreadable } from '#ledger/anchors/words.ts';
import type { Verification } from '#ledger/verification.ts';

/** Checkpoints from the own anchor file and from files that somebody brings along. */
export type Anchors = {
  readonly anchored: readonly Anchored[];
  readonly place: string;
};

/** Reads all anchors; where there is none, nothing can be compared, and that is said. */
export async function readAnchors(config: Config, files: readonly string[]): Promise<Anchors> {
  const own = anchorFile(anchorPath(config));
  const { anchored, damaged } = await own.kept();
  if (damaged > 0) throw unreadable(own.place, damaged);
  // Text around them is no fault here: they may come from a mail or a channel.
  const brought = files.flatMap((file) => {
    const found = blocksIn(textOf(file)).anchored;
    if (found.length === 0) throw noAnchor(file);
    return found;
  });
  if (anchored.length + brought.length === 0) throw noAnchor(own.place);
  return { anchored: [...anchored, ...brought], place: [own.place, ...files].join(', ') };
}

/** Holds what verification found against the anchors; a contradiction is thrown. */
export function compared(found: Verification, { anchored, place }: Anchors): Comparison {
  const { vkey, size, wholeUpTo = -1 } = found;
  const comparison = compareAnchors(anchored, { vkey, size, wholeUpTo });
  const problem = contradicted(comparison, { size, place });
  if (problem) throw problem;
  return comparison;
}

/** In one line: that the anchors are inside. */
export function insideLine({ inside, newest }: Comparison, language: Language): string {
  const { size = 0, at = '' } = newest ?? {};
  return language === 'de'
    ? `  ${inside} Anker, alle darin; der größte über ${size} Einträge vom ${at}`
    : `  ${inside} anchors, all inside; the largest over ${size} entries of ${at}`;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw noAnchor(file, cause);
  }
}

function noAnchor(place: string, cause?: unknown): Problem {
  return new Problem(
    'input.missing',
    {
      de: `Kein Anker in ${place}: Ob das Protokoll zurückgesetzt oder neu geschrieben wurde, lässt sich nicht sagen.`,
      en: `No anchor in ${place}: whether the log was put back or written anew cannot be told.`,
    },
    {
      remedy: {
        de: 'Anker entstehen bei jedem Start von selbst (LEITPLANKE_ANCHORS). Fehlt die Datei, obwohl es sie gab, ist das ein Befund.',
        en: 'Anchors are made at each start (LEITPLANKE_ANCHORS). If the file is gone although it was there, that is a finding.',
      },
      cause,
    },
  );
}
