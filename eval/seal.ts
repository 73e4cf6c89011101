import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

const Seal = z.strictObject({
  /** SHA-256 (hex) of each file. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  /** How often a file of this set was scored. */
  runs: z.int().nonnegative(),
});

/**
 * Counts one more run on a sealed set, and tells which it is; nothing for a file that is not sealed.
 * A file that was changed since it was sealed is refused: its figures would be of another set.
 */
export function countRun(path: string): number | undefined {
  const sealPath = join(dirname(path), 'seal.json');
  if (!existsSync(sealPath)) return undefined;
  const seal = Seal.parse(JSON.parse(readFileSync(sealPath, 'utf8')));
  const expected = seal.files[basename(path)];
  if (expected === undefined) return undefined;
  const found = createHash('sha256').update(readFileSync(path)).digest('hex');
  if (found !== expected) {
    throw new Error(`${path} is not the file that was sealed. Restore it, or seal the set anew.`);
  }
  const runs = seal.runs + 1;
  writeFileSync(sealPath, `${JSON.stringify({ ...seal, runs }, null, 2)}\n`);
  return runs;
}
