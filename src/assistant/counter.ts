import type { Bilingual, Language } from '#domain/language.ts';

/** A run of words that look the same. */
export type Span = { readonly text: string; readonly isStrong: boolean; readonly link?: string };

/** One message of a conversation as a page shows it: paragraphs of lines of words. */
export type Shown = {
  readonly by: string;
  readonly isAssistant: boolean;
  readonly paragraphs: readonly {
    readonly isSmall: boolean;
    readonly lines: readonly (readonly Span[])[];
  }[];
};

/** A counter at which somebody outside Slack talks to the assistant, and sees what was said. */
export interface Counter {
  readonly markets: readonly { readonly id: string; readonly label: Bilingual }[];
  /** Says it as a person of the workspace; resolves to the conversation when the assistant is done. */
  ask(said: {
    readonly text: string;
    readonly language: Language;
    readonly market?: string | undefined;
    readonly conversation?: string | undefined;
  }): Promise<string>;
  /** What was said so far; nothing where there is no such conversation. */
  conversation(id: string): readonly Shown[] | undefined;
}
