import type { Bilingual, Language } from '#domain/language.ts';
import type { Validity } from '#domain/control.ts';

/** One citable rule of law, guidance, case or company policy, in both languages. */
export type Passage = {
  /** Path below `knowledge/passages`, e.g. `de/uwg/7-2-2`. */
  readonly id: string;
  readonly pack: string;
  /** Canonical English name, e.g. `UWG §7(2) Nr. 2`. */
  readonly provision: string;
  readonly title: Bilingual;
  readonly kind: 'statute' | 'guidance' | 'case' | 'policy' | 'self-regulation';
  readonly source: string;
  readonly valid: Validity;
  readonly checked: string;
  readonly verified: 'yes' | 'partly' | 'no';
  readonly status: 'in force' | 'pending' | 'superseded' | 'under appeal';
  readonly words: Readonly<Record<Language, readonly string[]>>;
  readonly text: Readonly<Record<Language, PassageText>>;
};

/** What a passage says in one language. */
export type PassageText = {
  readonly rule: string;
  readonly fine: string;
  readonly notFine: string;
  readonly small?: string | undefined;
};
