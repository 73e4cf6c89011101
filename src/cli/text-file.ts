import { readFileSync } from 'node:fs';
import { Problem } from '#domain/problem.ts';

/** Reads a text file; refuses what is missing, a folder, or not text. */
export function readTextFile(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    const isEncoding = cause instanceof TypeError;
    throw new Problem(
      isEncoding ? 'input.invalid' : 'input.missing',
      isEncoding ? `${file} is not a text file in UTF-8.` : `${file} cannot be read.`,
      { remedy: isEncoding ? 'Save it as plain text.' : 'Check the name and the rights.', cause },
    );
  }
}
