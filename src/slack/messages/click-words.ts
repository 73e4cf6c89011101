import type { Language } from '#domain/language.ts';

/** What a person reads alone after pressing something. */
export const clickWords: Readonly<Record<Language, ClickWords>> = {
  de: {
    taken: 'hat das inzwischen beantwortet:',
    declined: 'Darauf wurde inzwischen „Weiß ich nicht“ geantwortet:',
    stays: 'Dabei bleibt es. Wenn es nicht stimmt, ändern Sie es auf der Karte.',
    changed: 'Die Karte hat sich inzwischen geändert; Ihr Klick hat nichts bewirkt.',
    lastBy: 'Zuletzt hat geantwortet:',
    lookAgain: 'Bitte sehen Sie nach, was jetzt dort steht, und drücken Sie dann noch einmal.',
    gone: 'Zu dieser Karte gibt es kein Gespräch mehr. Bitte stellen Sie die Frage neu.',
    unknown:
      'Das gehört zu einer älteren Fassung dieses Assistenten und bewirkt nichts mehr. Schreiben Sie mir, oder rufen Sie /ethics-check auf.',
    shared: 'Das Ergebnis steht jetzt in',
    sharedBefore: 'Dieses Ergebnis haben Sie schon geteilt in',
    notShared: 'Das Ergebnis ließ sich nicht teilen: Ich darf dort nicht schreiben, in',
    invite: 'Laden Sie mich dort mit /invite ein, und drücken Sie dann noch einmal.',
  },
  en: {
    taken: 'has answered this meanwhile:',
    declined: 'This was answered with "I don\'t know" meanwhile:',
    stays: 'It stays like that. If it is not right, change it on the card.',
    changed: 'The card has changed meanwhile; your click had no effect.',
    lastBy: 'The last to answer:',
    lookAgain: 'Please look at what it says now, and press once more.',
    gone: 'There is no conversation left behind this card. Please ask again.',
    unknown:
      'This belongs to an older version of this assistant and has no effect any more. Write to me, or use /ethics-check.',
    shared: 'The result is now in',
    sharedBefore: 'You have shared this result already, in',
    notShared: 'The result could not be shared: I may not write there, in',
    invite: 'Invite me there with /invite, and press once more.',
  },
};

type ClickWords = {
  /** A person stands before it, the question and its answer follow. */
  readonly taken: string;
  readonly declined: string;
  readonly stays: string;
  readonly changed: string;
  /** A person follows. */
  readonly lastBy: string;
  readonly lookAgain: string;
  readonly gone: string;
  readonly unknown: string;
  /** A channel follows these three. */
  readonly shared: string;
  readonly sharedBefore: string;
  readonly notShared: string;
  readonly invite: string;
};
