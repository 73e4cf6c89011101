import snowball from 'snowball-stemmers';
import type { Language } from '#domain/language.ts';
import { remembered } from '#retrieval/remembered.ts';
import { stopWords } from '#retrieval/stop-words.ts';

const german = snowball.newStemmer('german');
const english = snowball.newStemmer('english');

// Stemming is slow.
const stem = {
  de: remembered((word) => fold(german.stem(word))),
  en: remembered((word) => fold(english.stem(word))),
};

/** The words of a text in lower case, as they stand. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Without umlauts and accents, so that "für" and "fuer" are the same word. */
export function fold(word: string): string {
  if (isPlain.test(word)) return word;
  return word
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '');
}

const isPlain = /^[a-z0-9]*$/;

/** The words that tell something, reduced to their stems. */
export function stemsOf(words: readonly string[], language: Language): readonly string[] {
  return words.filter((word) => isTelling(word, language)).map(stem[language]);
}

/** Runs of five letters within telling words: they survive typing errors and find the parts of compounds. */
export function runsOf(words: readonly string[], language: Language): readonly string[] {
  return words
    .filter((word) => isTelling(word, language))
    .flatMap((word) => runs(`_${fold(word)}_`));
}

const runLength = 5;

function runs(word: string): readonly string[] {
  const count = Math.max(1, word.length - runLength + 1);
  return Array.from({ length: count }, (_, start) => word.slice(start, start + runLength));
}

const longestWord = 60;

function isTelling(word: string, language: Language): boolean {
  return word.length > 1 && word.length <= longestWord && !stopWords[language].has(word);
}
