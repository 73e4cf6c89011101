import { readFileSync } from 'node:fs';
import { Problem } from '#domain/problem.ts';

/** Reads a text file; refuses what is missing, a folder, or not text. */
export function readTextFile(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    const isEncoding = cause instanceof TypeError;
    throw isEncoding ? notText(file, cause) : unreadable(file, cause);
  }
}

function notText(file: string, cause: unknown): Problem {
  return new Problem(
    'input.invalid',
    { de: `${file} ist keine Textdatei in UTF-8.`, en: `${file} is not a text file in UTF-8.` },
    { remedy: { de: 'Speichern Sie sie als reinen Text.', en: 'Save it as plain text.' }, cause },
  );
}

function unreadable(file: string, cause: unknown): Problem {
  return new Problem(
    'input.missing',
    { de: `${file} lässt sich nicht lesen.`, en: `${file} cannot be read.` },
    {
      remedy: {
        de: 'Prüfen Sie Namen und Rechte; nennen Sie eine Datei, keinen Ordner.',
        en: 'Check name and rights; name a file, not a folder.',
      },
      cause,
    },
  );
}
