import type { Phrases } from '#domain/fact.ts';

/** The general words of both languages that a reader needs beside the vocabulary; patterns are regular expressions. */
export type ReadingWords = {
  /** Words that tell the two languages apart. */
  readonly functionWords: Phrases;
  /** A full stop after these ends no sentence. */
  readonly abbreviations: readonly string[];
  /** A sentence goes on with these after a number and a full stop. */
  readonly ordinals: readonly string[];
  /** A new clause starts before these. */
  readonly clauseStarts: Phrases;
  readonly negation: {
    /** These deny the clause they stand in. */
    readonly clause: Phrases;
    /** These deny what follows next. */
    readonly next: Phrases;
    /** Verbs and adjectives that say something is not there. */
    readonly lack: Phrases;
    /** Words that say one does without. */
    readonly renounce: Phrases;
    /** Words that say that something is amiss with what they speak of. */
    readonly sour: Phrases;
    /** A clause that begins with these is denied where the next one denies. */
    readonly whether: Phrases;
    /** May stand between a denial and the thing that it denies. */
    readonly light: Phrases;
    /** Patterns that look like a denial and are none. */
    readonly cancelled: Phrases;
    /** Patterns of what is usually missing from people rather than from a plan. */
    readonly ofPeople: Phrases;
  };
  readonly mood: {
    /** Patterns: promised or open, and so not there today. */
    readonly pending: Phrases;
    /** Patterns: about something earlier, not about this plan. */
    readonly past: Phrases;
    /** Patterns: from here on a sentence tells how it was before. */
    readonly earlier: Phrases;
    /** Patterns: what was told before is over. */
    readonly dropped: Phrases;
    /** Patterns: somebody says so. */
    readonly hearsay: Phrases;
    /** Patterns: imagined. */
    readonly hypothetical: Phrases;
    /** Patterns: the author does not know. */
    readonly ignorance: Phrases;
  };
  /** The short answers in `label: value` lines. */
  readonly ticks: { readonly yes: Phrases; readonly no: Phrases; readonly open: Phrases };
  /** Patterns of sentences that try to instruct the assistant or to borrow authority. */
  readonly steering: Phrases;
  /** "We have not asked anybody": patterns, and what that means for facts about permissions. */
  readonly unasked: { readonly said: Phrases; readonly means: Readonly<Record<string, string>> };
  /** Sentences with a blank `{}` that say of a thing that it is there, lacking or still to come. */
  readonly frames: { readonly there: Phrases; readonly lacking: Phrases; readonly open: Phrases };
  /** What a fact is about, by name, to fill the blanks. */
  readonly things: Readonly<Record<string, Phrases>>;
  /** Ideas that go by many names, as patterns of words. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly kinds: {
    /** Patterns that place a text in the field by themselves, and patterns that do so in company. */
    readonly topics: Phrases;
    readonly nearTopics: Phrases;
    /** Patterns of tasks and fields that are not ours. */
    readonly foreign: Phrases;
    readonly plans: Phrases;
    readonly questions: Phrases;
    readonly smallTalk: Phrases;
  };
};
