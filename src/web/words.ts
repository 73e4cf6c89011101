import type { Language } from '#domain/language.ts';

/** The words that all pages share. */
export const words: Readonly<Record<Language, Words>> = {
  de: {
    rooms: 'Bereiche',
    playground: 'Probebühne',
    log: 'Protokoll',
    company: 'Firma',
    skip: 'Zum Inhalt',
    notice: 'Leitplanke ist ein KI-System. Keine Rechtsberatung.',
    learning: 'Ich lerne noch, einen Moment bitte. Diese Seite lädt sich von selbst neu.',
    locked:
      'Diese Seiten öffnen sich nur mit der vollständigen Adresse, die das Terminal beim Start ausgegeben hat.',
    tooLong:
      'Der Text ist zu lang für eine Nachricht: höchstens 40.000 Zeichen. Gekürzt wird nicht.',
    missing: 'Diese Seite gibt es nicht (mehr).',
    refused: 'Diese Anfrage kam nicht von dieser Seite und wurde abgewiesen.',
    failed: 'Da ist ein Fehler passiert. Mehr dazu steht in der Ausgabe des Servers.',
    other: 'English',
  },
  en: {
    rooms: 'Rooms',
    playground: 'Playground',
    log: 'Decision log',
    company: 'Company',
    skip: 'To the content',
    notice: 'Leitplanke is an AI system. Not legal advice.',
    learning: 'I am still learning, a moment please. This page reloads by itself.',
    locked: 'These pages open only with the full address that the terminal printed at the start.',
    tooLong: 'The text is too long for one message: at most 40,000 characters. It is never cut.',
    missing: 'There is no such page (any more).',
    refused: 'This request did not come from this page and was refused.',
    failed: 'Something went wrong. The output of the server says more.',
    other: 'Deutsch',
  },
};

type Words = Readonly<
  Record<
    | 'rooms'
    | 'playground'
    | 'log'
    | 'company'
    | 'skip'
    | 'notice'
    | 'learning'
    | 'locked'
    | 'tooLong'
    | 'missing'
    | 'refused'
    | 'failed'
    | 'other',
    string
  >
>;
