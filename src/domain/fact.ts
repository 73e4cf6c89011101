import type { Condition } from '#domain/condition.ts';
import type { Bilingual, Language } from '#domain/language.ts';

/** `form` is a duty of form: something still to be shown before launch (`shown`, `planned`, `left_out`). */
export type FactKind = 'yes-no' | 'choice' | 'choices' | 'form' | 'date' | 'number';

/** Words by language. */
export type Phrases = Readonly<Record<Language, readonly string[]>>;

/** One possible answer. */
export type Option = {
  readonly id: string;
  readonly label: Bilingual;
  /** What one would do to get here; never a claim about the past. */
  readonly do?: Bilingual | undefined;
  /** What one would do to leave this part of a list out. */
  readonly without?: Bilingual | undefined;
  /** How a sentence says that something holds there, for a market: "in Germany". */
  readonly in?: Bilingual | undefined;
  /** The addresses come from somebody else, so the company's own practice does not speak for them. */
  readonly othersList: boolean;
  /** "None of these": stands alone. */
  readonly exclusive: boolean;
  readonly lexicon: Phrases;
  readonly cues: Phrases;
  readonly said: Phrases;
};

/** One typed statement about a campaign, as the knowledge base declares it. */
export type FactDefinition = {
  readonly id: string;
  readonly kind: FactKind;
  readonly ask: Bilingual;
  readonly hint?: Bilingual | undefined;
  readonly options: readonly Option[];
  readonly role?: 'markets' | 'channels' | 'launch' | undefined;
  /** Where this holds, there is no verdict without the fact. */
  readonly core?: Condition | undefined;
  readonly changeable: boolean;
  /** Leaving one of its values out splits the campaign, so it is advised last. */
  readonly splits?: boolean | undefined;
  readonly standing?: 'company' | 'own-list' | undefined;
  readonly alwaysAsk: boolean;
  /** How decisive, 1 to 9: the order of questions. */
  readonly weight: number;
  readonly nearMisses: Phrases;
  /** What a campaign is taken for that says nothing else; it stands in the way, and clears nothing. */
  readonly presume?: string | undefined;
  readonly derive: readonly { readonly when: Condition; readonly value: string }[];
};

export type FactCatalog = ReadonlyMap<string, FactDefinition>;

/** Dates are ISO days, several-valued facts are lists. */
export type FactValue = string | number | readonly string[];

/** Where a value comes from. Only what a person, the profile or a parameter says is confirmed by itself. */
export type Origin = 'person' | 'profile' | 'request' | 'text' | 'model' | 'derived';

/** What is known about one fact. */
export type Fact = {
  readonly value: FactValue;
  readonly origin: Origin;
  /** Unconfirmed values may stand in the way, but never clear anything. */
  readonly confirmed: boolean;
  /** For several-valued facts: "only these". */
  readonly complete?: boolean;
  /** Options of a several-valued fact that the text may mean: neither there nor absent. */
  readonly unclear?: readonly string[];
  /** The words of the brief it was read from. */
  readonly quote?: string;
};

/** What is known about one campaign. A fact that is absent is unknown; it is never false. */
export type Facts = Readonly<Record<string, Fact | undefined>>;

/** The values of a fact as a list, for one-valued facts too. */
export function valuesOf(fact: Fact | undefined): readonly string[] {
  if (fact === undefined) return [];
  return typeof fact.value === 'object' ? fact.value : [String(fact.value)];
}

/** Whether nothing about the fact is left open. */
export function isSettled(fact: Fact | undefined): boolean {
  if (fact === undefined) return false;
  if (typeof fact.value !== 'object') return true;
  return fact.complete === true && (fact.unclear ?? []).length === 0;
}

/** A value that a person has stated; for several-valued facts "only these". */
export function saidByPerson(value: FactValue): Fact {
  const fact: Fact = { value, origin: 'person', confirmed: true };
  return typeof value === 'object' ? { ...fact, complete: true } : fact;
}

/** The fact that plays a role, if the vocabulary has one. */
export function factInRole(
  catalog: FactCatalog,
  role: NonNullable<FactDefinition['role']>,
): FactDefinition | undefined {
  return [...catalog.values()].find((fact) => fact.role === role);
}
