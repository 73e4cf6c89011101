import type { Language } from '#domain/language.ts';

/** What can be wrong with an answer. */
export const faults = ['result', 'source', 'understood', 'wording', 'other'] as const;
export type Fault = (typeof faults)[number];

/** What people read who say whether an answer helped. */
export const words: Readonly<Record<Language, Words>> = {
  de: {
    title: 'Was war nicht gut?',
    noted: (reference) =>
      `Dass ${reference} nicht geholfen hat, ist notiert. Mit einem Grund lässt es sich besser machen.`,
    fault: 'Was stimmt nicht?',
    faults: {
      result: 'Das Ergebnis ist falsch',
      source: 'Eine Fundstelle passt nicht oder fehlt',
      understood: 'Ich wurde falsch verstanden',
      wording: 'Die Antwort ist schwer zu verstehen',
      other: 'Etwas anderes',
    },
    text: 'Was wäre richtig gewesen?',
    send: 'Absenden',
    close: 'Ohne Grund schließen',
    thanks: (reference) => `Danke. Ihre Rückmeldung zu ${reference} ist notiert.`,
    readBy: 'Lesen kann sie, mit Ihrem Namen:',
    readByKeepers: 'Lesen kann sie, mit Ihrem Namen, wer bei Ihnen das Protokoll führt.',
    outdated: 'Diese Auskunft finde ich im Protokoll nicht; Ihre Rückmeldung ist nicht notiert.',
  },
  en: {
    title: 'What was not good?',
    noted: (reference) =>
      `It is noted that ${reference} did not help. With a reason it can be made better.`,
    fault: 'What is wrong?',
    faults: {
      result: 'The result is wrong',
      source: 'A source does not fit or is missing',
      understood: 'I was misunderstood',
      wording: 'The answer is hard to understand',
      other: 'Something else',
    },
    text: 'What would have been right?',
    send: 'Send',
    close: 'Close without',
    thanks: (reference) => `Thank you. Your feedback on ${reference} is noted.`,
    readBy: 'It can be read, with your name, by:',
    readByKeepers: 'It can be read, with your name, by those who keep the log in your company.',
    outdated: 'I do not find this answer in the log; your feedback is not noted.',
  },
};

type Words = {
  readonly title: string;
  readonly noted: (reference: string) => string;
  readonly fault: string;
  readonly faults: Readonly<Record<Fault, string>>;
  readonly text: string;
  readonly send: string;
  readonly close: string;
  readonly thanks: (reference: string) => string;
  /** Persons follow. */
  readonly readBy: string;
  readonly readByKeepers: string;
  readonly outdated: string;
};
