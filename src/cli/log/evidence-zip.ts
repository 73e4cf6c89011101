import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';
import { Problem } from '#domain/problem.ts';
import type { EvidenceFile } from '#ledger/bundle/evidence.ts';

/** Writes files into a zip; the same files give the same bytes. What is not finished does not stay. */
export async function writeZip(path: string, files: readonly EvidenceFile[]): Promise<void> {
  // The earliest that a zip can say, by the clock on the wall: no time zone shows.
  const noTime = new Date(1980, 0, 1);
  await writeWhole(path, async (write) => {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      write(chunk);
    });
    for (const { name, text } of files) {
      const file = new ZipDeflate(name, { level: 6 });
      file.mtime = noTime;
      zip.add(file);
      for await (const piece of text) file.push(Buffer.from(piece));
      file.push(new Uint8Array(), true);
    }
    zip.end();
  });
}

/** Writes a file that only its owner can read, and puts it in place when it is whole. */
export async function writeWhole(
  path: string,
  fill: (write: (bytes: Uint8Array) => void) => Promise<void>,
): Promise<void> {
  const draft = `${path}.part`;
  const file = opened(path, draft);
  try {
    await fill((bytes) => {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    });
    fsyncSync(file);
    renameSync(draft, path);
  } finally {
    closeSync(file);
    rmSync(draft, { force: true });
  }
}

/** Refuses a file that could not be written, before anything is done for it. */
export function insistWritable(path: string): void {
  const draft = `${path}.part`;
  closeSync(opened(path, draft));
  rmSync(draft);
}

function opened(path: string, draft: string): number {
  try {
    return openSync(draft, 'w', 0o600);
  } catch (cause) {
    throw new Problem(
      'input.missing',
      { de: `${path} lässt sich nicht schreiben.`, en: `${path} cannot be written.` },
      {
        remedy: {
          de: 'Nennen Sie eine Datei in einem Ordner, den es gibt und der beschreibbar ist.',
          en: 'Name a file in a folder that exists and is writable.',
        },
        cause,
      },
    );
  }
}
