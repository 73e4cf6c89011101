import type { Language } from '#domain/language.ts';

/** What the assistant says in Slack besides its answers. */
export const words: Readonly<Record<Language, Words>> = {
  de: {
    sources: 'Fundstellen',
    footer: 'Auskunft eines KI-Systems, keine Rechtsberatung. Aktenzeichen',
    cut: (lines) =>
      lines === 1
        ? 'Aus Platzgründen fehlt hier eine Zeile'
        : `Aus Platzgründen fehlen hier ${lines} Zeilen`,
    whole: 'Die ganze Antwort steht im Protokoll unter',
    yours: 'Ihr Briefing wird geprüft.',
    inMessages: 'Das Ergebnis bekommen Sie als Direktnachricht von mir.',
    help: [
      'Ich bin ein KI-System und prüfe, ob eine Werbeaktion mit KI erlaubt und fair ist. Keine Rechtsberatung.',
      'Fragen: Erwähnen Sie mich in einem Kanal, oder schreiben Sie mir direkt. Ich antworte im Thread; dort können Sie nachfragen.',
      'Prüfen: /ethics-check öffnet ein Formular. Oder schreiben Sie das Briefing gleich dahinter: Wer soll was über welchen Kanal bekommen, und woher kommen die Adressen?',
      'Das Ergebnis bekommen Sie als Direktnachricht; im Kanal teilen Sie es selbst, wenn Sie möchten. Ich zeige, was ich verstanden habe: Bestätigen oder ändern Sie es, und das Ergebnis passt sich an.',
      'Einen anderen Markt als den Ihrer Firma nennen Sie in der ersten Zeile, zum Beispiel „Markt: Frankreich“.',
      'Bitte keine Namen oder Adressen von Personen. Jede Antwort steht mit einem Aktenzeichen im Protokoll.',
    ],
    trouble: 'Nummer des Vorfalls',
  },
  en: {
    sources: 'Sources',
    footer: 'Answer of an AI system, not legal advice. Reference',
    cut: (lines) =>
      lines === 1
        ? 'One line is left out here for space'
        : `${lines} lines are left out here for space`,
    whole: 'The whole answer is in the log under',
    yours: 'Your brief is being checked.',
    inMessages: 'You get the result from me as a direct message.',
    help: [
      'I am an AI system and check whether a campaign with AI is lawful and fair. Not legal advice.',
      'Ask: mention me in a channel, or write to me directly. I answer in the thread; you can go on asking there.',
      'Check: /ethics-check opens a form. Or write the brief right after it: who is to get what, through which channel, and where do the addresses come from?',
      'You get the result as a direct message; share it in the channel yourself if you like. I show what I understood: confirm or change it, and the result follows.',
      'For another market than that of your company, name it in the first line, for example "Market: France".',
      'Please give no names or addresses of persons. Every answer is in the log under a reference.',
    ],
    trouble: 'Incident number',
  },
};

type Words = {
  readonly sources: string;
  readonly footer: string;
  readonly cut: (lines: number) => string;
  readonly whole: string;
  readonly yours: string;
  readonly inMessages: string;
  readonly help: readonly string[];
  readonly trouble: string;
};
