import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Hash, Instant } from '#domain/entry.ts';
import { Problem } from '#domain/problem.ts';
import { hashOfFile } from '#ledger/backup/copy.ts';

export const manifestName = 'backup.json';

/** What a backup says of itself. */
export const Manifest = z.strictObject({
  form: z.literal(1),
  at: Instant,
  workspace: z.string(),
  size: z.int().nonnegative(),
  root: Hash,
  vkey: z.string(),
  /** After this day the keys of the backup would bring back what was erased long since. */
  deleteKeysBy: z.iso.date(),
  files: z.record(z.string().regex(/^(log|keys)\/[a-z.-]+$/), Hash),
});
export type Manifest = z.infer<typeof Manifest>;

/** Reads a backup; its files are those that it was made with, or it is refused. The keys may be elsewhere. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName);
  if (!existsSync(path)) throw noBackup(folder);
  const manifest = manifestIn(folder, path);
  for (const [name, sha256] of Object.entries(manifest.files)) {
    const isThere = existsSync(join(folder, name));
    if (!isThere && name.startsWith('keys/')) continue;
    if (!isThere || hashOfFile(join(folder, name)) !== sha256) throw altered(join(folder, name));
  }
  return manifest;
}

function manifestIn(folder: string, path: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw noBackup(folder, cause);
  }
}

function noBackup(folder: string, cause?: unknown): Problem {
  return new Problem(
    'input.missing',
    {
      de: `In ${folder} liegt keine vollständige Sicherung.`,
      en: `There is no finished backup in ${folder}.`,
    },
    {
      remedy: {
        de: `Nennen Sie den Ordner, in dem ${manifestName} liegt.`,
        en: `Name the folder that holds ${manifestName}.`,
      },
      cause,
    },
  );
}

function altered(path: string): Problem {
  return new Problem(
    'input.invalid',
    {
      de: `Die Sicherung ist nicht, was gesichert wurde: ${path}.`,
      en: `The backup is not what was backed up: ${path}.`,
    },
    {
      remedy: { de: 'Nehmen Sie eine andere Sicherung.', en: 'Take another backup.' },
    },
  );
}
