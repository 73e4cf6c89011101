import type { Ledger } from '#assistant/ledger.ts';
import type { Case, Section } from '#domain/answer.ts';
import type { Company } from '#domain/company.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import type { Passage } from '#domain/passage.ts';
import type { Reading } from '#domain/reading.ts';

/** Turns a text into facts of the vocabulary, each with the words it was read from. */
export interface Reader {
  readonly name: string;
  read(text: string): Promise<Reading>;
}

/** Finds passages for an open question. */
export interface Library {
  /** Best first; `covered` is false when nothing in the base answers the question. */
  find(question: string, options: Search): Promise<Found>;
}

export type Search = {
  readonly language: Language;
  readonly markets: readonly string[];
  readonly most: number;
};

export type Found = { readonly passages: readonly Passage[]; readonly covered: boolean };

/** Words an answer; every sentence about the law names the passages it rests on. */
export interface Writer {
  write(draft: Material): Promise<readonly Section[]>;
}

/** What a writer may use, and nothing else. */
export type Material = Case & {
  readonly kind: 'question' | 'brief';
  readonly reading: Reading;
  readonly passages: readonly Passage[];
  readonly covered: boolean;
  /** Provisions named in the question that do not exist. */
  readonly noSuchProvision: readonly string[];
};

/** The time, injected everywhere so that tests decide what day it is. */
export interface Clock {
  now(): Date;
  /** Today as an ISO day, UTC. */
  today(): string;
  /** Milliseconds of a clock that never goes back. */
  elapsed(): number;
}

/** Everything a use case touches. */
export type House = {
  readonly knowledge: Knowledge;
  readonly company: Company;
  readonly reader: Reader;
  readonly library: Library;
  readonly writer: Writer;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly newOperation: () => string;
  readonly workspace: string;
  /** Versions of code and Node, for replay. */
  readonly engine: { readonly code: string; readonly node: string };
};
