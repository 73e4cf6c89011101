import type { Verdict } from '#domain/assessment.ts';
import type { Language } from '#domain/language.ts';

/** What a verdict is called within a sentence. */
export const verdictNames: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  de: {
    allowed: 'erlaubt',
    allowed_with_conditions: 'mit Auflagen erlaubt',
    needs_information: 'noch offen',
    not_allowed: 'nicht erlaubt',
  },
  en: {
    allowed: 'allowed',
    allowed_with_conditions: 'allowed with conditions',
    needs_information: 'still open',
    not_allowed: 'not allowed',
  },
};

/** A verdict as the answer to whoever asked. */
export const verdictAnswers: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  de: {
    allowed: 'Ja, das dürfen Sie.',
    allowed_with_conditions: 'Ja, mit Auflagen.',
    needs_information: 'Das lässt sich noch nicht sagen.',
    not_allowed: 'Nein, so nicht.',
  },
  en: {
    allowed: 'Yes, you may do this.',
    allowed_with_conditions: 'Yes, with conditions.',
    needs_information: 'This cannot be decided yet.',
    not_allowed: 'No, not like this.',
  },
};
