import type { FactValue } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';

/** The most characters that are read; beyond that the text is refused, never cut. */
export const charactersMax = { question: 4_000, brief: 200_000 } as const;

/** One thing that somebody asks, whatever the surface it came through. */
export type Request = {
  /** Made before anything else; the public reference comes from it. */
  readonly op: string;
  /** The operation that this one continues in the same thread. */
  readonly follows?: string | undefined;
  readonly kind: 'question' | 'brief';
  readonly text: string;
  /** The language to answer in; by default that of the text. */
  readonly language?: Language | undefined;
  readonly markets?: readonly string[] | undefined;
  /** The launch date as an ISO day; the check runs as of that day. */
  readonly launch?: string | undefined;
  /** The author's text counts as confirmed. */
  readonly trustText: boolean;
  /** The person, by the id of the workspace. */
  readonly asker: string;
  readonly place: 'dm' | 'private' | 'public' | 'web' | 'terminal' | 'batch';
  /** What persons have stated in this thread so far, by fact. */
  readonly said: Readonly<Record<string, FactValue>>;
  /** Facts that were answered with "I don't know". */
  readonly declined: readonly string[];
};
