import { join } from 'node:path';
import { ZodError } from 'zod';
import type { Anchor } from '#assistant/ledger.ts';
import { Problem } from '#domain/problem.ts';
import { sizeIn } from '#ledger/anchors/compare.ts';
import type { Comparison } from '#ledger/anchors/compare.ts';
import { probeAnchors } from '#ledger/anchors/probe.ts';
import { contradicted, unreadable } from '#ledger/anchors/words.ts';
import { damaged, guarded, openDatabase } from '#ledger/database.ts';
import { attention, ok } from '#ledger/doctor/finding.ts';
import type { Finding } from '#ledger/doctor/finding.ts';
import { findingOf } from '#ledger/doctor/log.ts';
import { proofsOf } from '#ledger/proofs.ts';
import type { Proofs } from '#ledger/proofs.ts';

const mostEntries = 1000;
const longestMs = 24 * 60 * 60 * 1000;
const newestFew = 200;

/** Whether checkpoints of a log file are kept elsewhere, lately, and whether the log bears them out. */
export async function checkAnchor(folder: string, anchor: Anchor, now: Date): Promise<Finding> {
  const path = join(folder, 'ledger.db');
  return told(path, async () => {
    using db = guarded(path, () => openDatabase(path, { readOnly: true }));
    // Awaited here: the file stays open until then.
    return await anchorFinding(proofsOf(db, path), anchor, now);
  });
}

/** The same of a log that is open. */
export async function checkAnchorOf(store: Proofs, anchor: Anchor, now: Date): Promise<Finding> {
  return told('', () => anchorFinding(store, anchor, now));
}

async function told(path: string, work: () => Promise<Finding>): Promise<Finding> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Problem) return findingOf(cause);
    if (cause instanceof ZodError) {
      return findingOf(damaged(path, 'its tree is not complete', cause));
    }
    throw cause;
  }
}

async function anchorFinding(proofs: Proofs, anchor: Anchor, now: Date): Promise<Finding> {
  const { anchored, damaged: lines } = await anchor.kept();
  if (lines > 0) return findingOf(unreadable(anchor.place, lines));
  // `log verify --anchors` holds the log against all of them.
  const few = anchored.toSorted((a, b) => sizeIn(a.note) - sizeIn(b.note)).slice(-newestFew);
  const { size } = await proofs.head();
  const comparison = await probeAnchors(proofs, few);
  const problem = contradicted(comparison, { size, place: anchor.place });
  return problem ? findingOf(problem) : lagOf(comparison, size, anchor.place, now);
}

function lagOf({ newest }: Comparison, size: number, place: string, now: Date): Finding {
  const remedy = {
    de: 'Starten Sie das Programm einmal neu: Jeder Start verankert. Prüfen Sie, ob der Ort beschreibbar ist (LEITPLANKE_ANCHORS).',
    en: 'Start the program once more: each start anchors. Check that the place can be written (LEITPLANKE_ANCHORS).',
  };
  if (!newest) {
    return size === 0
      ? ok('Anker: keiner nötig', 'anchor: none needed')
      : attention({ de: `Anker: keiner (${place})`, en: `anchor: none (${place})` }, remedy);
  }
  const behind = size - newest.size;
  const isOld = behind > 0 && now.getTime() - Date.parse(newest.at) > longestMs;
  const what = {
    de: `Anker: ${newest.at} über ${newest.size} Einträge, im Protokoll enthalten, ${behind} danach (${place})`,
    en: `anchor: ${newest.at} over ${newest.size} entries, inside the log, ${behind} after it (${place})`,
  };
  return isOld || behind > mostEntries ? attention(what, remedy) : ok(what.de, what.en);
}
