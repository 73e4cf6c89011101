import type { Route } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import type { StandingPractice } from '#domain/settle.ts';

/** What a company has said about itself, and who releases its campaigns. */
export type Company = {
  readonly name: string;
  readonly language: Language;
  readonly markets: readonly string[];
  readonly contact?: string | undefined;
  /** The made-up company that stands in until one has been set up. */
  readonly isSample?: boolean | undefined;
  readonly practice: StandingPractice;
  readonly routes: readonly Route[];
  /** SHA-256 (hex) of profile and routes. */
  readonly version: string;
};
