import { mkdir, open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Anchor, Anchored } from '#assistant/ledger.ts';
import { unreachable } from '#ledger/anchors/words.ts';

/** Keeps checkpoints in a text file that only grows: a line with time and key, then the signed note. */
export function anchorFile(path: string): Anchor {
  return {
    place: path,
    keep: (anchored) => append(path, anchored),
    kept: async () => blocksIn(await textOf(path)),
  };
}

const block = /^(\S+) (\S+\+[0-9a-f]{8}\+\S+)\n(\S+\n\d+\n\S+\n\n\u2014 \S+ \S+\n)/gm;

/** The blocks of an anchor file; lines that are no part of one count as damaged. */
export function blocksIn(text: string): { anchored: readonly Anchored[]; damaged: number } {
  const anchored = [...text.matchAll(block)].map(([, at = '', vkey = '', note = '']) => ({
    at,
    vkey,
    note,
  }));
  const rest = text.replaceAll(block, '').split('\n');
  return { anchored, damaged: rest.filter((line) => line.trim() !== '').length };
}

/** One block in one write, so that processes that share the file do not mix their lines. */
async function append(path: string, { at, vkey, note }: Anchored): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await using file = await open(path, 'a+', 0o600);
  const whole = await endOfLastBlock(file);
  const bytes = Buffer.from(`${at} ${vkey}\n${note}\n`);
  const { bytesWritten } = await file.write(bytes);
  if (bytesWritten < bytes.length) {
    await file.truncate(whole);
    throw new Error(`${path}: no space left`);
  }
  await file.sync();
}

/** Cuts off what a failure left half written: such a tail has no signature yet. */
async function endOfLastBlock(file: FileHandle): Promise<number> {
  const text = await file.readFile('utf8');
  const end = Math.max(0, ...[...text.matchAll(block)].map((one) => one.index + one[0].length));
  const tail = text.slice(end);
  if (tail.trim() === '' || /\n\u2014 \S+ \S+\n/.test(tail)) return Buffer.byteLength(text);
  const whole = Buffer.byteLength(text.slice(0, end));
  await file.truncate(whole);
  return whole;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    if (cause.code === 'ENOENT') return '';
    throw unreachable(path, cause);
  }
}
