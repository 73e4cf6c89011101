import type { Language } from '#domain/language.ts';

/** What stands in the forms. Slack takes 24 characters for titles and for the buttons below. */
export const formWords: Readonly<Record<Language, FormWords>> = {
  de: {
    brief: 'Ethik-Check',
    facts: 'Angaben',
    check: 'Prüfen',
    save: 'Übernehmen',
    cancel: 'Abbrechen',
    close: 'Schließen',
    title: 'Titel',
    titleHint: 'Zum Beispiel „Newsletter Mai“.',
    text: 'Briefing',
    textHint:
      'Wer soll was bekommen, warum, und woher stammen die Adressen? Bitte keine Namen oder Adressen von Personen.',
    only: 'Nur was Sie hier wählen, gilt.',
    choose: 'Bitte wählen',
    date: 'Datum wählen',
    dontKnow: 'Weiß ich nicht',
    emptyText: 'Bitte beschreiben Sie, was Sie vorhaben.',
    alone: (option) => `„${option}“ steht für sich allein. Bitte wählen Sie das oder die anderen.`,
    nothing: 'Bitte geben Sie etwas an, oder brechen Sie ab.',
    number: 'Bitte geben Sie eine ganze Zahl ein.',
    checking: 'Wird geprüft …',
    checkingMore:
      'Das Ergebnis bekommen Sie als Direktnachricht. Sie können dieses Fenster schließen.',
    done: 'Fertig:',
    doneMore: 'Das Ergebnis steht in den Direktnachrichten mit mir.',
    failed: 'Nicht geprüft.',
    meanwhile:
      'Inzwischen hat jemand anderes geantwortet. Ihre Eingaben stehen noch da: Bitte sehen Sie sie durch, und schicken Sie sie noch einmal ab.',
    dropped:
      'Sie haben das Formular geschlossen: Es wurde nichts geprüft und nichts gespeichert. Mit /ethics-check fangen Sie neu an.',
  },
  en: {
    brief: 'Ethics check',
    facts: 'Answers',
    check: 'Check',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    title: 'Title',
    titleHint: 'For example "May newsletter".',
    text: 'Brief',
    textHint:
      'Who is to get what, why, and where do the addresses come from? Please give no names or addresses of persons.',
    only: 'Only what you choose here counts.',
    choose: 'Please choose',
    date: 'Choose a date',
    dontKnow: "I don't know",
    emptyText: 'Please describe what you are planning.',
    alone: (option) => `"${option}" stands alone. Please choose either that or the others.`,
    nothing: 'Please fill something in, or cancel.',
    number: 'Please enter a whole number.',
    checking: 'Being checked …',
    checkingMore: 'You get the result as a direct message. You can close this window.',
    done: 'Done:',
    doneMore: 'The result is in your direct messages with me.',
    failed: 'Not checked.',
    meanwhile:
      'Somebody else has answered meanwhile. Your entries are still there: please look through them and send them once more.',
    dropped:
      'You have closed the form: nothing was checked and nothing was kept. Use /ethics-check to start again.',
  },
};

type FormWords = {
  /** Titles. */
  readonly brief: string;
  readonly facts: string;
  readonly check: string;
  readonly save: string;
  readonly cancel: string;
  readonly close: string;
  readonly title: string;
  readonly titleHint: string;
  readonly text: string;
  readonly textHint: string;
  readonly only: string;
  readonly choose: string;
  readonly date: string;
  readonly dontKnow: string;
  readonly emptyText: string;
  readonly alone: (option: string) => string;
  readonly nothing: string;
  readonly number: string;
  readonly checking: string;
  readonly checkingMore: string;
  /** The verdict follows. */
  readonly done: string;
  readonly doneMore: string;
  readonly failed: string;
  readonly meanwhile: string;
  readonly dropped: string;
};
