import type { Language } from '#domain/language.ts';

/** What stands on the buttons of a card and around them. */
export const cardWords: Readonly<Record<Language, CardWords>> = {
  de: {
    understood: 'So habe ich Sie verstanden',
    quote: ['„', '“'],
    confirm: 'Alles richtig',
    change: 'Ändern',
    changeStated: 'Angaben ändern',
    questions: 'Diese Angaben entscheiden',
    dontKnow: 'Weiß ich nicht',
    choose: 'Bitte wählen',
    fill: 'Angeben …',
    confirmedBy: 'Bestätigt von',
    declined: 'Noch offen, weil es niemand wusste',
    askCompliance: 'Compliance fragen',
    check: 'Als Kampagne prüfen',
    share: 'Im Kanal teilen',
    helpful: 'Hilfreich',
    unhelpful: 'Nicht hilfreich',
    superseded: (reference) => `Die Auskunft ${reference} ist überholt.`,
    newer: 'Es gilt die neue weiter unten im Thread',
    goTo: 'zur neuen Auskunft',
    shares: 'teilt ein Ergebnis:',
    sharedIn: 'Geteilt in',
  },
  en: {
    understood: 'This is how I understood you',
    quote: ['"', '"'],
    confirm: 'All correct',
    change: 'Change',
    changeStated: 'Change answers',
    questions: 'These answers decide',
    dontKnow: "I don't know",
    choose: 'Please choose',
    fill: 'Fill in …',
    confirmedBy: 'Confirmed by',
    declined: 'Still open because nobody knew',
    askCompliance: 'Ask compliance',
    check: 'Check as a campaign',
    share: 'Share in the channel',
    helpful: 'Helpful',
    unhelpful: 'Not helpful',
    superseded: (reference) => `Answer ${reference} is out of date.`,
    newer: 'The new one further down in the thread counts',
    goTo: 'to the new answer',
    shares: 'shares a result:',
    sharedIn: 'Shared in',
  },
};

type CardWords = {
  readonly understood: string;
  readonly quote: readonly [string, string];
  readonly confirm: string;
  readonly change: string;
  readonly changeStated: string;
  readonly questions: string;
  readonly dontKnow: string;
  readonly choose: string;
  readonly fill: string;
  /** A person follows. */
  readonly confirmedBy: string;
  readonly declined: string;
  readonly askCompliance: string;
  readonly check: string;
  readonly share: string;
  readonly helpful: string;
  readonly unhelpful: string;
  readonly superseded: (reference: string) => string;
  readonly newer: string;
  readonly goTo: string;
  /** A person stands before it. */
  readonly shares: string;
  /** A channel follows. */
  readonly sharedIn: string;
};
