import type { Concept } from '#domain/concept.ts';
import { fold } from '#retrieval/analyser.ts';
import { remembered } from '#retrieval/remembered.ts';

/** Finds the concepts that a text names, each once. */
export type ConceptFinder = (words: readonly string[]) => readonly Concept[];

/** Prepares the words of all concepts, so that a text is looked at only once. */
export function conceptFinder(lexicon: readonly Concept[]): ConceptFinder {
  const phrases = lexicon.flatMap((concept) =>
    [...concept.words.de, ...concept.words.en].map((form) => phraseOf(concept, form)),
  );
  const byHead = Map.groupBy(phrases, ({ first }) => first.text.slice(0, headLength));
  const inner = Map.groupBy(phrases.filter(canBeInside), ({ first }) =>
    first.text.slice(0, innerLength),
  );
  const startingWith = remembered((word) => [
    ...headsOf(word)
      .flatMap((head) => byHead.get(head) ?? [])
      .filter(({ first }) => fits(first, word)),
    ...tailsOf(word).flatMap((tail) =>
      (inner.get(tail.slice(0, innerLength)) ?? []).filter(({ first }) => fits(first, tail)),
    ),
  ]);

  return (words) => {
    const folded = words.map(fold);
    const found = folded.flatMap((word, at) =>
      startingWith(word).filter(({ rest }) =>
        rest.every((pattern, index) => fits(pattern, folded[at + 1 + index])),
      ),
    );
    return [...new Set(found.map(({ concept }) => concept))];
  };
}

const headLength = 3;
const compoundLength = 12;
const compoundMax = 60;
const innerLength = 6;

function headsOf(word: string): readonly string[] {
  return [1, 2, headLength]
    .filter((length) => length <= word.length)
    .map((length) => word.slice(0, length));
}

// German compounds: "Datenschutzfolgenabschätzung" speaks of a "folgenabschätzung".
function canBeInside({ first, rest }: Phrase): boolean {
  return first.open && first.text.length >= innerLength && rest.length === 0;
}

function tailsOf(word: string): readonly string[] {
  const count =
    word.length < compoundLength || word.length > compoundMax ? 0 : word.length - innerLength;
  return Array.from({ length: count }, (_, index) => word.slice(index + 1));
}

/** A word, or how it begins. */
type Pattern = { readonly text: string; readonly open: boolean };
type Phrase = {
  readonly concept: Concept;
  readonly first: Pattern;
  readonly rest: readonly Pattern[];
};

function phraseOf(concept: Concept, form: string): Phrase {
  const [first = '', ...rest] = form.match(/[\p{L}\p{N}]+\*?/gu) ?? [];
  return { concept, first: patternOf(first), rest: rest.map(patternOf) };
}

function patternOf(part: string): Pattern {
  const open = part.endsWith('*');
  return { text: fold((open ? part.slice(0, -1) : part).toLowerCase()), open };
}

function fits({ text, open }: Pattern, word: string | undefined): boolean {
  return word !== undefined && (open ? word.startsWith(text) : word === text);
}
