import type { Bilingual, Language } from '#domain/language.ts';

/** Everything that can go wrong in operation and that a person can do something about. */
export type ProblemCode =
  | 'usage'
  | 'input.invalid'
  | 'input.missing'
  | 'input.persons'
  | 'config.invalid'
  | 'knowledge.invalid'
  | 'log.unavailable'
  | 'log.damaged'
  | 'slack.unavailable'
  | 'port.taken';

/** Words of a problem; a plain string is English and serves both languages. */
type Words = string | Bilingual;

/** An operational failure. A bug is not a `Problem`: it fails an assertion and crashes. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** In English, as `message` is: for logs and machines. */
  readonly remedy: string;
  readonly #what: Words;
  readonly #remedy: Words;

  constructor(code: ProblemCode, what: Words, options: { remedy: Words; cause?: unknown }) {
    super(inLanguage(what, 'en'), { cause: options.cause });
    this.code = code;
    this.remedy = inLanguage(options.remedy, 'en');
    this.#what = what;
    this.#remedy = options.remedy;
  }

  /** What happened and what one can do, for a person of this language. */
  toldIn(language: Language): string {
    return `${inLanguage(this.#what, language)}\n→ ${inLanguage(this.#remedy, language)}`;
  }
}

function inLanguage(words: Words, language: Language): string {
  return typeof words === 'string' ? words : words[language];
}
