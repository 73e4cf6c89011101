import type { Case } from '#assistant/desk.ts';
import type { CaseOutcome, Refusal } from '#assistant/judge-case.ts';
import type { Language } from '#domain/language.ts';

/** What people read who judge cases. */
export const judgeWords: Readonly<Record<Language, JudgeWords>> = {
  de: {
    title: 'Anfrage an Compliance',
    asks: 'bittet um eine Antwort.',
    verdict: 'Ergebnis der Prüfung',
    noVerdict: 'keines, es war eine Frage zu einer Regel',
    reason: 'Die Frage',
    noReason: 'Eine eigene Frage steht nicht dabei.',
    answer: 'Das hat der Assistent gesagt',
    whole: (reference) =>
      `Die ganze Auskunft steht mit ihren Fundstellen im Protokoll unter ${reference}.`,
    toThread: 'Zum Thread',
    direct: 'Das Gespräch ist eine Direktnachricht.',
    take: 'Übernehmen',
    reply: 'Antworten',
    taken: 'Übernommen von',
    decided: 'Beantwortet von',
    on: (day, time) => `am ${day} um ${time} Uhr (UTC)`,
    from: 'Anfrage von',
    goesHere: 'Ihre Antwort geht als Direktnachricht an die Person, mit Ihrem Namen.',
    goesToThread:
      'Ihre Antwort geht in den Thread, mit Ihrem Namen. Wer ihn lesen kann, sieht sie.',
    beside: 'Eine Freigabe steht neben dem Ergebnis der Prüfung und ändert es nicht.',
    decision: 'Entscheidung',
    text: 'Ihre Antwort',
    textHint: 'Mindestens zehn Zeichen. Im Protokoll steht der Text nur verschlüsselt.',
    cancel: 'Abbrechen',
    choice: { released: 'Freigeben', refused: 'Ablehnen', returned: 'Rückfrage oder Hinweis' },
    outcome: { released: 'freigegeben', refused: 'abgelehnt', returned: 'Rückfrage oder Hinweis' },
    refusal: {
      'not-allowed-to':
        'Das dürfen nur die Compliance-Leitung und ihre Vertretung. Es hat sich nichts geändert.',
      'own-case':
        'Über Ihre eigene Anfrage entscheidet jemand anderes. Es hat sich nichts geändert.',
      'no-such-case': 'Diese Anfrage gibt es nicht mehr. Es hat sich nichts geändert.',
    },
    tooShort:
      'Bitte schreiben Sie mindestens zehn Zeichen, damit die Person etwas damit anfangen kann.',
    late: {
      open: 'Die Anfrage hat sich inzwischen geändert.',
      taken: 'Die Anfrage ist schon übernommen.',
      decided: 'Die Anfrage ist schon beantwortet.',
    },
    by: 'Von',
    notSent:
      'Ihre Antwort wurde nicht gesendet. Kopieren Sie bei Bedarf Ihren Text, und öffnen Sie die Anfrage neu.',
  },
  en: {
    title: 'Request to compliance',
    asks: 'asks for a reply.',
    verdict: 'Result of the check',
    noVerdict: 'none, it was a question about a rule',
    reason: 'The question',
    noReason: 'No question of their own comes with it.',
    answer: 'This is what the assistant said',
    whole: (reference) => `The whole answer with its sources is in the log under ${reference}.`,
    toThread: 'To the thread',
    direct: 'The conversation is a direct message.',
    take: 'Take it',
    reply: 'Reply',
    taken: 'Taken by',
    decided: 'Answered by',
    on: (day, time) => `on ${day} at ${time} (UTC)`,
    from: 'Request of',
    goesHere: 'Your reply goes to the person as a direct message, with your name.',
    goesToThread: 'Your reply goes into the thread, with your name. Whoever can read it sees it.',
    beside: 'A release stands beside the result of the check and does not change it.',
    decision: 'Decision',
    text: 'Your reply',
    textHint: 'At least ten characters. In the log the text is encrypted.',
    cancel: 'Cancel',
    choice: { released: 'Release', refused: 'Refuse', returned: 'Question or remark' },
    outcome: { released: 'released', refused: 'refused', returned: 'question or remark' },
    refusal: {
      'not-allowed-to': 'Only the compliance lead and deputies may do this. Nothing has changed.',
      'own-case': 'Somebody else decides about your own request. Nothing has changed.',
      'no-such-case': 'This request no longer exists. Nothing has changed.',
    },
    tooShort: 'Please write at least ten characters, so that the person can use it.',
    late: {
      open: 'The request has changed meanwhile.',
      taken: 'The request has been taken already.',
      decided: 'The request has been answered already.',
    },
    by: 'By',
    notSent: 'Your reply was not sent. Copy your text if you need it, and open the request anew.',
  },
};

type JudgeWords = {
  readonly title: string;
  /** A person stands before it. */
  readonly asks: string;
  readonly verdict: string;
  readonly noVerdict: string;
  readonly reason: string;
  readonly noReason: string;
  readonly answer: string;
  readonly whole: (reference: string) => string;
  readonly toThread: string;
  readonly direct: string;
  readonly take: string;
  readonly reply: string;
  /** A person follows. */
  readonly taken: string;
  /** A person follows. */
  readonly decided: string;
  readonly on: (day: string, time: string) => string;
  /** A person follows. */
  readonly from: string;
  readonly goesHere: string;
  readonly goesToThread: string;
  readonly beside: string;
  readonly decision: string;
  readonly text: string;
  readonly textHint: string;
  readonly cancel: string;
  /** On the choice, and afterwards. */
  readonly choice: Readonly<Record<CaseOutcome, string>>;
  readonly outcome: Readonly<Record<CaseOutcome, string>>;
  readonly refusal: Readonly<Record<Refusal, string>>;
  readonly tooShort: string;
  readonly late: Readonly<Record<Case['state'], string>>;
  /** A person follows. */
  readonly by: string;
  readonly notSent: string;
};
