import type { Language } from '#domain/language.ts';

/** What the head of a card says. */
export const verdictWords: Readonly<Record<Language, VerdictWords>> = {
  de: {
    title: 'Ethik-Check',
    clear: 'Nach Ihren Angaben steht nichts im Weg.',
    toDo: 'Was dafür noch zu tun ist, steht unten.',
    barred: 'Was im Weg steht, lesen Sie unten.',
    empty: 'Der Text beschreibt noch keine Kampagne: Wer soll was über welchen Kanal bekommen?',
    confirm: (result) =>
      `Bitte bestätigen Sie, was ich verstanden habe. Stimmt alles, lautet das Ergebnis: ${result}.`,
    confirmAndAnswer: (questions) =>
      `Bitte bestätigen Sie, was ich verstanden habe, und beantworten Sie ${questions === 1 ? 'eine Frage' : `${questions} Fragen`}.`,
    answer: (questions) =>
      questions === 1 ? 'Eine Angabe entscheidet.' : `${questions} Angaben entscheiden.`,
    uncovered: 'Für einen der Märkte liegt noch kein Regelwerk vor.',
    open: 'Es fehlen Angaben, ohne die es kein Ergebnis gibt.',
    asCampaign: 'Für ein Ergebnis lassen Sie das bitte als Kampagne prüfen.',
    changed: (from, to) => `Mit Ihrer Angabe: ${from} → ${to}`,
    markets: 'Märkte',
    asOf: 'Stand',
    rules: 'Regelwerk',
    release: 'Freigabe',
  },
  en: {
    title: 'Ethics check',
    clear: 'By what you have stated, nothing stands in the way.',
    toDo: 'What is left to do stands below.',
    barred: 'What stands in the way is told below.',
    empty: 'The text does not describe a campaign yet: who is to get what, through which channel?',
    confirm: (result) =>
      `Please confirm what I understood. If all of it is correct, the result is: ${result}.`,
    confirmAndAnswer: (questions) =>
      `Please confirm what I understood and answer ${questions === 1 ? 'one question' : `${questions} questions`}.`,
    answer: (questions) =>
      questions === 1 ? 'One answer decides.' : `${questions} answers decide.`,
    uncovered: 'For one of the markets there are no rules yet.',
    open: 'Answers are missing without which there is no result.',
    asCampaign: 'For a result, please have this checked as a campaign.',
    changed: (from, to) => `With your answer: ${from} → ${to}`,
    markets: 'Markets',
    asOf: 'As of',
    rules: 'Rule base',
    release: 'Release',
  },
};

type VerdictWords = {
  readonly title: string;
  readonly clear: string;
  readonly toDo: string;
  readonly barred: string;
  readonly empty: string;
  readonly confirm: (result: string) => string;
  readonly confirmAndAnswer: (questions: number) => string;
  readonly answer: (questions: number) => string;
  readonly uncovered: string;
  readonly open: string;
  readonly asCampaign: string;
  readonly changed: (from: string, to: string) => string;
  readonly markets: string;
  readonly asOf: string;
  readonly rules: string;
  readonly release: string;
};
