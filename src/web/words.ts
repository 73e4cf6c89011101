import type { Language } from '#domain/language.ts';

/** Every word of the page. */
export const words: Readonly<Record<Language, Words>> = {
  de: {
    title: 'Leitplanke',
    notSlack:
      'Das ist nicht Slack: Diese Seite spielt einen Arbeitsbereich nach, auf diesem Rechner und ohne Netz.',
    notice:
      'Sie sprechen mit einem KI-System. Keine Rechtsberatung. Jede Antwort kommt mit Ihrem Text ins Protokoll.',
    box: 'Ihre Frage oder Ihr Briefing',
    example: 'Dürfen wir Bestandskunden per E-Mail anschreiben?',
    market: 'Markt',
    own: 'wie im Firmenprofil',
    send: 'Fragen',
    goOn: 'Nachfragen',
    anew: 'Neue Frage',
    learning: 'Ich lerne noch, einen Moment bitte. Diese Seite lädt sich von selbst neu.',
    waiting: 'Die Antwort kommt gleich.',
    empty: 'Bitte schreiben Sie erst eine Frage oder ein Briefing.',
    tooLong:
      'Der Text ist zu lang für eine Nachricht: höchstens 40.000 Zeichen. Gekürzt wird nicht.',
    missing:
      'Diese Unterhaltung gibt es nicht (mehr): Sie steht nur so lange hier, wie der Server läuft.',
    refused: 'Diese Anfrage kam nicht von dieser Seite und wurde abgewiesen.',
    failed: 'Da ist ein Fehler passiert. Mehr dazu steht in der Ausgabe des Servers.',
    other: 'English',
  },
  en: {
    title: 'Leitplanke',
    notSlack:
      'This is not Slack: the page imitates a workspace, on this machine and without a network.',
    notice:
      'You are talking to an AI system. Not legal advice. Every answer goes into the log with your text.',
    box: 'Your question or your brief',
    example: 'May we e-mail existing customers?',
    market: 'Market',
    own: 'as in the company profile',
    send: 'Ask',
    goOn: 'Go on',
    anew: 'New question',
    learning: 'I am still learning, a moment please. This page reloads by itself.',
    waiting: 'The answer is on its way.',
    empty: 'Please write a question or a brief first.',
    tooLong: 'The text is too long for one message: at most 40,000 characters. It is never cut.',
    missing:
      'There is no such conversation (any more): it is here only as long as the server runs.',
    refused: 'This request did not come from this page and was refused.',
    failed: 'Something went wrong. The output of the server says more.',
    other: 'Deutsch',
  },
};

type Words = Readonly<
  Record<
    | 'title'
    | 'notSlack'
    | 'notice'
    | 'box'
    | 'example'
    | 'market'
    | 'own'
    | 'send'
    | 'goOn'
    | 'anew'
    | 'learning'
    | 'waiting'
    | 'empty'
    | 'tooLong'
    | 'missing'
    | 'refused'
    | 'failed'
    | 'other',
    string
  >
>;
