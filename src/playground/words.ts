import type { Language } from '#domain/language.ts';

type Words = {
  /** Who speaks where the workspace itself has something to say. */
  readonly system: string;
  readonly choice: string;
  readonly cancel: string;
  readonly unknownCommand: (command: string, known: string) => string;
  readonly noCommandInThread: (command: string) => string;
  readonly unheard: string;
  readonly absent: string;
  readonly unanswered: string;
};

/** What the workspace itself says. */
export const words: Readonly<Record<Language, Words>> = {
  de: {
    system: 'Probebühne',
    choice: 'Auswahl',
    cancel: 'Abbrechen',
    unknownCommand: (command, known) =>
      `Den Befehl ${command} gibt es hier nicht. Eine Kampagne prüfen Sie mit ${known}.`,
    noCommandInThread: (command) =>
      `In einem Thread geht ${command} nicht. Schreiben Sie den Befehl ins Feld des Channels, oder antworten Sie hier ohne ihn.`,
    unheard:
      'Der Assistent hat das nicht gehört. In Channels antwortet er nur, wenn Sie ihn ansprechen: Schreiben Sie @leitplanke dazu.',
    absent:
      'Der Assistent ist nicht in diesem Channel. Fragen Sie ihn in #marketing oder in einer Direktnachricht.',
    unanswered:
      'Der Assistent hat darauf nicht reagiert. Versuchen Sie es noch einmal; bleibt es dabei, steht der Grund in der Ausgabe des Servers.',
  },
  en: {
    system: 'Playground',
    choice: 'Choice',
    cancel: 'Cancel',
    unknownCommand: (command, known) =>
      `There is no command ${command} here. To check a campaign, use ${known}.`,
    noCommandInThread: (command) =>
      `${command} does not work in a thread. Write the command in the box of the channel, or answer here without it.`,
    unheard:
      'The assistant did not hear this. In channels it answers only when you address it: add @leitplanke.',
    absent: 'The assistant is not in this channel. Ask it in #marketing or in a direct message.',
    unanswered:
      'The assistant did not react to this. Please try again; if that does not help, the output of the server says why.',
  },
};
