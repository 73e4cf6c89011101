import type { Assessment, Verdict } from '#domain/assessment.ts';
import type { Facts } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import type { Passage } from '#domain/passage.ts';
import type { Way } from '#domain/way-to-yes.ts';

/** One sentence of an answer and the passages it rests on. */
export type Sentence = { readonly text: string; readonly cites: readonly string[] };

/** A part of an answer under a heading; a surface decides how it looks. */
export type Section = {
  readonly id:
    | 'verdict'
    | 'breached'
    | 'policy'
    | 'open'
    | 'review'
    | 'basis'
    | 'answer'
    | 'missing'
    | 'branches'
    | 'way'
    | 'assumed'
    | 'understood'
    | 'ahead'
    | 'notice';
  readonly heading?: string;
  readonly sentences: readonly Sentence[];
};

/** Something the asker should know beside the verdict, and what it is about (an id, never free text). */
export type Notice = {
  readonly kind:
    | 'trusted-text'
    | 'steering'
    | 'uncovered'
    | 'union-only'
    | 'not-covered'
    | 'no-source'
    | 'ahead'
    | 'sample-company';
  readonly about: string;
};

/** The verdict if an open fact had this value. */
export type Branch = { readonly fact: string; readonly option: string; readonly verdict: Verdict };

/** What is known and computed before anything is worded. */
export type Case = {
  readonly language: Language;
  readonly asOf: string;
  readonly facts: Facts;
  readonly assessment: Assessment;
  /** Null for a question that describes no campaign, and for everything that is refused. */
  readonly verdict: Verdict | null;
  /** What the verdict becomes if everything that was read is confirmed as it stands. */
  readonly onceConfirmed: Verdict;
  readonly ways: readonly Way[];
  /** Facts to ask for, most decisive first. */
  readonly questions: readonly string[];
  /** Facts that were read and wait for one click. */
  readonly toConfirm: readonly string[];
  /** Facts that count only because the profile says so. */
  readonly assumptions: readonly string[];
  /** Facts answered with "I don't know". */
  readonly declined: readonly string[];
  /** What each answer to those would mean. */
  readonly branches: readonly Branch[];
  readonly route: string | null;
  readonly notCovered: readonly string[];
  readonly notices: readonly Notice[];
};

/** The answer to one request, on record in the ledger. */
export type Answered = Case & {
  readonly op: string;
  readonly reference: string;
  readonly kind: 'question' | 'brief';
  /** Out of scope, nothing else. */
  readonly refused: boolean;
  readonly sections: readonly Section[];
  readonly citations: readonly Passage[];
  /** The answer as plain text, in the order verdict, why, what to do, sources. */
  readonly text: string;
  /** Milliseconds from request to entry. */
  readonly ms: number;
};
