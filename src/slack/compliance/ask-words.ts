import type { Language } from '#domain/language.ts';

/** Why nobody could be asked. */
export type Alone = 'nobody' | 'nobody-else' | 'unreached';

/** What people read who ask compliance. */
export const askWords: Readonly<Record<Language, AskWords>> = {
  de: {
    title: 'Compliance fragen',
    goesTo: 'Ihre Frage geht an:',
    nobody: 'Noch darf hier niemand antworten. Ihre Frage wird trotzdem gespeichert.',
    seen: (reference) =>
      `Wer antwortet, sieht Ihren Namen, Ihren Text und die Auskunft ${reference}. Im Protokoll steht Ihr Name nur als Pseudonym, Ihr Text nur verschlüsselt.`,
    answerHere: 'Die Antwort kommt in diese Unterhaltung.',
    answerInThread:
      'Die Antwort kommt in den Thread. Wer ihn lesen kann, sieht sie auch, und dass Sie gefragt haben.',
    reason: 'Was möchten Sie wissen?',
    send: 'Absenden',
    cancel: 'Abbrechen',
    outdated: 'Diese Auskunft finde ich im Protokoll nicht. Bitte fragen Sie noch einmal.',
    asked: (reference) => `Zu ${reference} ist jetzt Compliance gefragt:`,
    byHuman: 'Die Antwort schreibt ein Mensch; sie kommt in diesen Thread.',
    pending: (reference) =>
      `Zu ${reference} ist Compliance schon gefragt. Die Antwort kommt in den Thread, in dem die Frage gestellt wurde.`,
    inHands: 'Darum kümmert sich',
    alone: {
      nobody: (reference) =>
        `Ihre Frage zu ${reference} ist gespeichert, aber für Compliance ist bei Ihnen noch niemand eingetragen.`,
      'nobody-else': (reference) =>
        `Ihre Frage zu ${reference} ist gespeichert, aber außer Ihnen darf niemand darüber entscheiden.`,
      unreached: (reference) =>
        `Ihre Frage zu ${reference} ist gespeichert, aber ich konnte bei Compliance niemanden erreichen.`,
    },
    contact: (contact) => `Bitte wenden Sie sich direkt an ${contact}.`,
    noContact: 'Bitte fragen Sie nach, wer in Ihrem Haus zuständig ist.',
    howToSet:
      'Leitung und Vertretung für Compliance werden auf der Seite „Firma“ eingetragen oder im Terminal mit „leitplanke init“.',
    answerOf: 'Antwort von',
    human: (reference) =>
      `Das hat ein Mensch entschieden und geschrieben. Das Ergebnis der Prüfung bleibt unverändert daneben stehen: ${reference}`,
    again:
      'Möchten Sie darauf antworten? Drücken Sie unter der Auskunft noch einmal „Compliance fragen“.',
  },
  en: {
    title: 'Ask compliance',
    goesTo: 'Your question goes to:',
    nobody: 'Nobody may answer here yet. Your question is kept all the same.',
    seen: (reference) =>
      `Whoever replies sees your name, your text and the answer ${reference}. In the log your name is only a pseudonym, and your text is encrypted.`,
    answerHere: 'The reply comes into this conversation.',
    answerInThread:
      'The reply comes into the thread. Whoever can read it sees the reply as well, and that you have asked.',
    reason: 'What would you like to know?',
    send: 'Send',
    cancel: 'Cancel',
    outdated: 'I do not find this answer in the log. Please ask once more.',
    asked: (reference) => `Compliance has now been asked about ${reference}:`,
    byHuman: 'A human writes the reply; it comes into this thread.',
    pending: (reference) =>
      `Compliance has been asked about ${reference} already. The reply comes into the thread in which it was asked.`,
    inHands: 'It is in the hands of',
    alone: {
      nobody: (reference) =>
        `Your question about ${reference} is kept, but nobody is entered for compliance in your company yet.`,
      'nobody-else': (reference) =>
        `Your question about ${reference} is kept, but nobody except you may decide it.`,
      unreached: (reference) =>
        `Your question about ${reference} is kept, but I could not reach anybody in compliance.`,
    },
    contact: (contact) => `Please turn to ${contact} directly.`,
    noContact: 'Please ask who is responsible in your company.',
    howToSet:
      'The compliance lead and deputies are entered on the page "Company" or in the terminal with "leitplanke init".',
    answerOf: 'Reply of',
    human: (reference) =>
      `A human has decided and written this. The result of the check stands beside it, unchanged: ${reference}`,
    again: 'Would you like to reply? Press "Ask compliance" below the answer once more.',
  },
};

type AskWords = {
  readonly title: string;
  /** Persons follow. */
  readonly goesTo: string;
  readonly nobody: string;
  readonly seen: (reference: string) => string;
  readonly answerHere: string;
  readonly answerInThread: string;
  readonly reason: string;
  readonly send: string;
  readonly cancel: string;
  readonly outdated: string;
  /** Persons follow. */
  readonly asked: (reference: string) => string;
  readonly byHuman: string;
  readonly pending: (reference: string) => string;
  /** A person follows. */
  readonly inHands: string;
  readonly alone: Readonly<Record<Alone, (reference: string) => string>>;
  readonly contact: (contact: string) => string;
  readonly noContact: string;
  readonly howToSet: string;
  /** A person follows. */
  readonly answerOf: string;
  readonly human: (reference: string) => string;
  readonly again: string;
};
