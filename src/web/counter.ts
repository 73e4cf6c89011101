import type { Bilingual, Language } from '#domain/language.ts';

/** A run of words that look the same. */
export type Span = { readonly text: string; readonly isStrong: boolean; readonly link?: string };

/** One message of a conversation. */
export type Shown = {
  readonly by: string;
  readonly isAssistant: boolean;
  readonly paragraphs: readonly {
    readonly isSmall: boolean;
    readonly lines: readonly (readonly Span[])[];
  }[];
};

/** What the page puts through: somebody asks, and sees what was said. */
export type Counter = {
  readonly markets: readonly { readonly id: string; readonly label: Bilingual }[];
  ask(said: {
    readonly text: string;
    readonly language: Language;
    readonly market?: string | undefined;
    readonly conversation?: string | undefined;
  }): Promise<string>;
  conversation(id: string): readonly Shown[] | undefined;
  /** Version of the knowledge and number of entries in the log. */
  health(): Promise<{ readonly knowledge: string; readonly ledger: number }>;
};
