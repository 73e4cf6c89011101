import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Anchored } from '#assistant/ledger.ts';
import { Problem } from '#domain/problem.ts';
import { compareAnchors, sizeIn } from '#ledger/anchors/compare.ts';
import { contradicted } from '#ledger/anchors/words.ts';
import type { Manifest } from '#ledger/backup/manifest.ts';
import { checkpointReader } from '#ledger/checkpoint.ts';
import { openDatabase } from '#ledger/database.ts';
import { sameHash } from '#ledger/tree.ts';
import { verifyLedger } from '#ledger/verify.ts';

/** What a restore would do. */
export type Plan = {
  readonly size: number;
  /** Entries that the present log has and the backup has not. */
  readonly lost: number;
  /** Anchors that the backup bears out. */
  readonly inside: number;
  /** The largest size that was anchored, where it lies beyond the backup. */
  readonly beyond?: number | undefined;
};

/** Refuses a backup that does not verify, is not the beginning of the present log, or contradicts an anchor. */
export async function planRestore(
  folder: string,
  from: string,
  manifest: Manifest,
  anchors: { readonly anchored: readonly Anchored[]; readonly place: string },
): Promise<Plan> {
  const reached = anchors.anchored.filter(({ note }) => sizeIn(note) <= manifest.size);
  const copy = join(from, 'log/ledger.db');
  const found = await verifyLedger(copy, { checkpoints: reached.map(({ note }) => note) });
  const { size, vkey, wholeUpTo = -1 } = found;
  const comparison = compareAnchors(reached, { size, vkey, wholeUpTo });
  const problem = contradicted(comparison, { size, place: anchors.place });
  if (problem) throw problem;
  if (!found.ok || found.root !== manifest.root) throw unsound(found.problems[0]?.what ?? 'root');
  // An anchor beyond the backup cannot be recomputed, but it shows whose log this was.
  const largest = anchors.anchored.toSorted((a, b) => sizeIn(b.note) - sizeIn(a.note))[0];
  if (largest && !checkpointReader(vkey)?.(largest.note)) throw notOurs(anchors.place);

  const beyond = largest && sizeIn(largest.note) > size ? sizeIn(largest.note) : undefined;
  const lost = lostBy(join(folder, 'ledger.db'), copy, { size, vkey });
  return { size, lost, inside: comparison.inside, beyond };
}

/** How many entries would go; the shorter log must be the beginning of the longer one. */
function lostBy(
  path: string,
  copy: string,
  { size, vkey }: { size: number; vkey: string },
): number {
  if (!existsSync(path)) return 0;
  using there = openDatabase(copy, { readOnly: true });
  try {
    using here = openDatabase(path, { readOnly: true });
    const present = sizeOf(here);
    const shared = Math.min(present, size);
    const [one, other] = [here, there].map((db) => signedAt(db, shared, vkey));
    if (!one || !other || !sameHash(one, other)) throw notOurs(path);
    return Math.max(0, present - size);
  } catch (cause) {
    if (cause instanceof Error && 'errcode' in cause) throw notOurs(path, cause);
    throw cause;
  }
}

function sizeOf(db: DatabaseSync): number {
  return Number(db.prepare('SELECT max(size) AS size FROM checkpoint').get()?.['size'] ?? 0);
}

/** The root that was signed for a size. */
function signedAt(db: DatabaseSync, size: number, vkey: string): Uint8Array | undefined {
  const row = db.prepare('SELECT note FROM checkpoint WHERE size = ?').get(size);
  const signed = checkpointReader(vkey)?.(String(row?.['note']));
  return signed?.size === size ? signed.root : undefined;
}

function unsound(what: string): Problem {
  return new Problem(
    'log.damaged',
    {
      de: `Die Sicherung besteht die Prüfung nicht: ${what}`,
      en: `The backup does not pass verification: ${what}`,
    },
    { remedy: { de: 'Nehmen Sie eine ältere Sicherung.', en: 'Take an older backup.' } },
  );
}

function notOurs(path: string, cause?: unknown): Problem {
  return new Problem(
    'input.invalid',
    {
      de: `Die Sicherung ist nicht der Anfang dessen, was vorhanden ist: ${path}.`,
      en: `The backup is not the beginning of what is there: ${path}.`,
    },
    {
      remedy: {
        de: 'Nehmen Sie die Sicherung dieses Arbeitsbereichs. Ist das vorhandene Protokoll beschädigt, legen Sie es selbst beiseite und rufen Sie den Befehl noch einmal auf: Dann entscheiden die Anker.',
        en: 'Take the backup of this workspace. If the log that is there is damaged, move it aside yourself and run the command again: then the anchors decide.',
      },
      cause,
    },
  );
}
