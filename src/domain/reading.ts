import type { Language } from '#domain/language.ts';
import type { Readings } from '#domain/settle.ts';

/** What kind of message a text is. */
export type MessageKind = 'campaign' | 'rule-question' | 'small-talk' | 'out-of-scope';

/** What a reader makes of a text: facts with the quoted words, and what it only touches. */
export type Reading = {
  readonly kind: MessageKind;
  readonly language: Language;
  readonly facts: Readings;
  /** Facts whose topic the text mentions without saying how it stands, or says both. */
  readonly touched: readonly string[];
  /** Topics that some pack does not cover and that the text mentions. */
  readonly topics?: readonly string[];
  /** Passages of the text that try to steer the assistant; they have no effect and go on record. */
  readonly steering: readonly string[];
};
