import type { Concept } from '#domain/concept.ts';
import type { Condition } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import type { FactCatalog, Phrases } from '#domain/fact.ts';
import type { Bilingual } from '#domain/language.ts';
import type { Passage } from '#domain/passage.ts';
import type { ReadingWords } from '#domain/reading-words.ts';

/** A field of law that nobody has written down, and how people speak of it. */
export type Topic = {
  readonly id: string;
  readonly name: Bilingual;
  /** Patterns, as in the vocabulary of the facts. */
  readonly lexicon: Phrases;
  /** Facts that touch the topic even where no word of it falls. */
  readonly when?: Condition | undefined;
};

/** The controls and passages of one jurisdiction or source, and the markets they speak for. */
export type Pack = {
  readonly id: string;
  readonly name: Bilingual;
  readonly markets: readonly string[] | 'all';
  /** The markets that this pack covers by itself; a market that no pack covers gets no clear verdict. */
  readonly covers: readonly string[];
  readonly buildsOn: readonly string[];
  /** What no control of this pack looks at. */
  readonly notCovered: readonly Topic[];
};

/** Who releases a campaign under the company's policy; never part of the verdict. */
export type Route = {
  readonly route: string;
  readonly title: Bilingual;
  readonly when: Condition;
};

/** The rule base itself. */
export type Rules = {
  readonly facts: FactCatalog;
  readonly packs: ReadonlyMap<string, Pack>;
  readonly controls: readonly Control[];
  readonly passages: ReadonlyMap<string, Passage>;
  /** What joins the words of questions and of passages, in both languages. */
  readonly concepts: readonly Concept[];
};

/** Everything a knowledge folder holds, checked. */
export type Knowledge = Rules & {
  /** What the offline reader needs beside the vocabulary. */
  readonly readingWords: ReadingWords;
  /** SHA-256 (hex) over all of it. */
  readonly version: string;
};
