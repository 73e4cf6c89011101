import type { Concept } from '#domain/concept.ts';
import { fold, wordsOf } from '#retrieval/analyser.ts';

/** Finds the concepts that a text names, each once. */
export type ConceptFinder = (words: readonly string[]) => readonly Concept[];

/** Prepares the words of all concepts, so that finding them costs one look at each word of a text. */
export function conceptFinder(lexicon: readonly Concept[]): ConceptFinder {
  const phrases = lexicon.flatMap((concept) =>
    [...concept.words.de, ...concept.words.en].map((form) => phraseOf(concept, form)),
  );
  const byHead = Map.groupBy(
    phrases.filter(({ first }) => !first.openStart),
    ({ first }) => first.text.slice(0, headLength),
  );
  const floating = phrases.filter(({ first }) => first.openStart);

  return (words) => {
    const folded = words.map(fold);
    const found = folded.flatMap((word, at) =>
      [...headsOf(word).flatMap((head) => byHead.get(head) ?? []), ...floating].filter((phrase) =>
        standsAt(phrase, folded, at),
      ),
    );
    return [...new Set(found.map(({ concept }) => concept))];
  };
}

const headLength = 3;

function headsOf(word: string): readonly string[] {
  const longest = Math.min(word.length, headLength);
  return Array.from({ length: longest }, (_, index) => word.slice(0, index + 1));
}

type Pattern = { readonly text: string; readonly openStart: boolean; readonly openEnd: boolean };
type Phrase = { readonly concept: Concept; readonly first: Pattern; readonly rest: readonly Pattern[] };

function phraseOf(concept: Concept, form: string): Phrase {
  const patterns = form.split(/[^\p{L}\p{N}*]+/u).filter((part) => part !== '').map(patternOf);
  const [first = patternOf(form), ...rest] = patterns;
  return { concept, first, rest };
}

function patternOf(part: string): Pattern {
  const text = fold(wordsOf(part).join(''));
  return { text, openStart: part.startsWith('*'), openEnd: part.endsWith('*') };
}

function standsAt({ first, rest }: Phrase, words: readonly string[], at: number): boolean {
  return fits(first, words[at]) && rest.every((pattern, index) => fits(pattern, words[at + 1 + index]));
}

function fits({ text, openStart, openEnd }: Pattern, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (openStart && openEnd) return word.includes(text);
  if (openStart) return word.endsWith(text);
  return openEnd ? word.startsWith(text) : word === text;
}
