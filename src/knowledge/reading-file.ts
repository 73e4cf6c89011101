import { join } from 'node:path';
import { z } from 'zod';
import type { ReadingWords } from '#domain/reading-words.ts';
import { readYaml, type Read } from '#knowledge/read-file.ts';

const name = 'reading.yaml';

/** Reads the words that the reader needs beside the vocabulary. */
export function readReadingWords(folder: string): Read<ReadingWords> {
  return readYaml(join(folder, name), name, ReadingFile);
}

const Words = z.array(z.string().min(1));
const Pattern = z.string().min(1).refine(isPattern, 'is not a regular expression');
const WordsByLanguage = z.strictObject({ de: Words, en: Words });
const Patterns = z.strictObject({ de: z.array(Pattern), en: z.array(Pattern) });

/** `knowledge/reading.yaml`. */
export const ReadingFile = z
  .strictObject({
    'function-words': WordsByLanguage,
    abbreviations: Words,
    ordinals: Words,
    'clause-starts': WordsByLanguage,
    negation: z.strictObject({
      clause: WordsByLanguage,
      next: WordsByLanguage,
      lack: WordsByLanguage,
      renounce: WordsByLanguage,
      sour: WordsByLanguage,
      whether: WordsByLanguage,
      light: WordsByLanguage,
      cancelled: Patterns,
      'of-people': Patterns,
    }),
    mood: z.strictObject({
      pending: Patterns,
      past: Patterns,
      earlier: Patterns,
      dropped: Patterns,
      hearsay: Patterns,
      hypothetical: Patterns,
      ignorance: Patterns,
    }),
    ticks: z.strictObject({ yes: WordsByLanguage, no: WordsByLanguage, open: WordsByLanguage }),
    steering: Patterns,
    unasked: z.strictObject({ said: Patterns, means: z.record(z.string(), z.string()) }),
    frames: z.strictObject({
      there: WordsByLanguage,
      lacking: WordsByLanguage,
      open: WordsByLanguage,
    }),
    things: z.record(z.string(), WordsByLanguage),
    concepts: z.record(z.string(), z.array(Pattern).min(1)),
    kinds: z.strictObject({
      topics: Patterns,
      'near-topics': Patterns,
      foreign: Patterns,
      plans: Patterns,
      questions: Patterns,
      'small-talk': Patterns,
    }),
  })
  .transform(
    ({
      'function-words': functionWords,
      'clause-starts': clauseStarts,
      negation,
      kinds,
      ...rest
    }) => {
      const { 'of-people': ofPeople, ...denial } = negation;
      const { 'near-topics': nearTopics, 'small-talk': smallTalk, ...others } = kinds;
      return {
        ...rest,
        functionWords,
        clauseStarts,
        negation: { ...denial, ofPeople },
        kinds: { ...others, nearTopics, smallTalk },
      };
    },
  );

/** Whether a text is a regular expression. */
export function isPattern(source: string): boolean {
  try {
    return new RegExp(source).source !== '';
  } catch {
    return false;
  }
}
