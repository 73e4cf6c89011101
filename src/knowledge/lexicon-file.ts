import { join } from 'node:path';
import { z } from 'zod';
import type { Concept } from '#domain/concept.ts';
import type { Fault } from '#knowledge/fault.ts';
import { lineOf, readYaml, type Read } from '#knowledge/read-file.ts';

const name = 'lexicon.yaml';

const ConceptId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id in kebab-case');
const Form = z
  .string()
  .regex(/^[\p{L}\p{N}]+\*?(?:[ -][\p{L}\p{N}]+\*?)*$/u, 'words, with * only at the end of a word');
const Forms = z
  .string()
  .transform((text) => text.split(',').map((form) => form.trim().replaceAll(/\s+/g, ' ')))
  .pipe(z.array(Form));

/** `knowledge/lexicon.yaml`: concepts by id, their words separated by commas. */
export const LexiconFile = z.record(
  ConceptId,
  z.strictObject({ seeks: z.enum(['change', 'policy']).optional(), de: Forms, en: Forms }),
);
type LexiconFile = z.infer<typeof LexiconFile>;

/** Reads the concepts that join questions and passages. */
export function readLexicon(folder: string): Read<readonly Concept[]> {
  const read = readYaml(join(folder, name), name, LexiconFile);
  if (!read.ok) return read;
  const faults = repeatedForms(read.value, read.text);
  if (faults.length > 0) return { ok: false, faults };
  const concepts = Object.entries(read.value).map(([id, { de, en, seeks }]) => ({
    id,
    words: { de, en },
    seeks,
  }));
  return { ok: true, value: concepts, text: read.text };
}

function repeatedForms(file: LexiconFile, text: string): readonly Fault[] {
  return Object.entries(file).flatMap(([id, concept]) =>
    (['de', 'en'] as const).flatMap((language) => {
      const forms = concept[language];
      return forms
        .filter((form, index) => forms.indexOf(form) !== index)
        .map((form) => ({
          file: name,
          line: lineOf(text, [id, language]),
          message: `${id}.${language} names "${form}" twice`,
        }));
    }),
  );
}
