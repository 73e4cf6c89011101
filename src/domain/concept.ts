import type { Language } from '#domain/language.ts';

/** A notion with the many words that people use for it; it joins questions and passages across wordings and languages. */
export type Concept = {
  readonly id: string;
  /** Words and phrases; `*` at the end of a word stands for any letters. */
  readonly words: Readonly<Record<Language, readonly string[]>>;
  /** What a question that names it looks for beside the law in force. */
  readonly seeks?: 'change' | 'policy' | undefined;
};
