import type { Language } from '#domain/language.ts';
import { Problem, type ProblemCode } from '#domain/problem.ts';
import { shortMessage, type Message } from '#slack/messages/message.ts';
import { joined, slackText } from '#slack/messages/slack-text.ts';
import { words } from '#slack/messages/words.ts';

/** What went wrong and what one can do, with the number under which the operator finds it in the output. */
export function problemMessage(trouble: Trouble, incident: string, language: Language): Message {
  const [what, remedy] = wording[language][trouble];
  const number = slackText`${words[language].trouble}: ${incident}`;
  return shortMessage(joined([slackText`${what}`, slackText`→ ${remedy}`, number], '\n'));
}

/** What went wrong, as far as it matters to the person who asked. */
export type Trouble = 'too-long' | 'files' | 'persons' | 'log' | 'setup' | 'forgotten' | 'fault';

export function troubleIn(error: unknown): Trouble {
  return error instanceof Problem ? troubles[error.code] : 'fault';
}

const troubles: Readonly<Record<ProblemCode, Trouble>> = {
  'input.invalid': 'too-long',
  'input.missing': 'files',
  'input.persons': 'persons',
  'log.unavailable': 'log',
  'log.damaged': 'log',
  'config.invalid': 'setup',
  'knowledge.invalid': 'setup',
  'slack.unavailable': 'setup',
  'port.taken': 'setup',
  usage: 'fault',
};

// None of these sentences says how a campaign stands: where something failed, there is no verdict.
const wording: Readonly<Record<Language, Readonly<Record<Trouble, readonly [string, string]>>>> = {
  de: {
    'too-long': [
      'Der Text ist zu lang, und gekürzt wird nicht: Was wegfiele, könnte der entscheidende Satz sein.',
      'Eine Frage darf 4.000 Zeichen haben, ein Briefing 200.000. Kürzen oder teilen Sie ihn.',
    ],
    files: [
      'Angehängte Dateien kann ich noch nicht lesen, deshalb antworte ich auf diese Nachricht nicht.',
      'Fügen Sie den Text der Datei in die Nachricht ein.',
    ],
    persons: [
      'Die Nachricht enthält eine Liste mit Angaben zu Personen. Ich habe nichts davon geprüft und nichts gespeichert.',
      'Bitte löschen Sie die Nachricht. Beschreiben Sie die Liste stattdessen in Worten: Wer steht darauf, woher stammt sie, und wozu haben die Leute ja gesagt?',
    ],
    log: [
      'Das Protokoll kann gerade nicht geschrieben werden. Ohne Protokoll gibt es keine Auskunft.',
      'Fragen Sie später noch einmal, oder geben Sie der Betreuung dieses Assistenten Bescheid.',
    ],
    setup: [
      'Der Assistent ist nicht richtig eingerichtet und kann nicht antworten.',
      'Geben Sie der Betreuung dieses Assistenten Bescheid.',
    ],
    forgotten: [
      'Diese Antwort gilt, aber ich konnte mir das Gespräch nicht merken.',
      'Wiederholen Sie bei einer Nachfrage bitte alle Angaben.',
    ],
    fault: [
      'Dabei ist ein Fehler passiert, und es gibt keine Antwort.',
      'Versuchen Sie es noch einmal; bleibt es dabei, geben Sie der Betreuung dieses Assistenten Bescheid.',
    ],
  },
  en: {
    'too-long': [
      'The text is too long, and it is never cut: what falls away might be the sentence that matters.',
      'A question may have 4,000 characters, a brief 200,000. Shorten it or split it.',
    ],
    files: [
      'I cannot read attached files yet, so I do not answer this message.',
      'Paste the text of the file into the message.',
    ],
    persons: [
      'The message holds a list with details of persons. I have not checked or kept any of it.',
      'Please delete the message. Describe the list in words instead: who is on it, where does it come from, and what did the people agree to?',
    ],
    log: [
      'The log cannot be written at the moment. Without a log there is no answer.',
      'Ask again later, or tell whoever looks after this assistant.',
    ],
    setup: [
      'The assistant is not set up properly and cannot answer.',
      'Please tell whoever looks after this assistant.',
    ],
    forgotten: [
      'This answer stands, but I could not keep the conversation in mind.',
      'If you ask on, please give all details again.',
    ],
    fault: [
      'Something went wrong, and there is no answer.',
      'Try again; if it stays like this, tell whoever looks after this assistant.',
    ],
  },
};
