import type { ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '#config.ts';
import type { Language } from '#domain/language.ts';

/** What a command gets: its words and flags, the settings, and where to write. */
export type Call = {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly config: Config;
  readonly language: Language;
  readonly terminal: Terminal;
};

/** Where a command writes; results go to `out`, progress and complaints to `err`. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person sits in front of it who can answer questions. */
  readonly isInteractive: boolean;
  readonly hasColor: boolean;
  /** Puts a question to the person; resolves to the trimmed answer. */
  readonly ask: (question: string) => Promise<string>;
  /** All of standard input. */
  readonly readIn: () => Promise<string>;
};

/** One command of the terminal. */
export type Command = {
  readonly usage: string;
  readonly summary: { readonly de: string; readonly en: string };
  readonly help: { readonly de: string; readonly en: string };
  readonly options: ParseArgsOptionsConfig;
  /** Resolves to the exit status. */
  readonly run: (call: Call) => Promise<number>;
};
