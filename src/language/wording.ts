import type { Language } from '#domain/language.ts';

type Wording = {
  /** Short form, for a market or a way. */
  readonly heading: Readonly<
    Record<
      | 'breached'
      | 'policy'
      | 'open'
      | 'review'
      | 'basis'
      | 'missing'
      | 'branches'
      | 'way'
      | 'assumed'
      | 'understood'
      | 'ahead'
      | 'notice'
      | 'more',
      string
    >
  >;
  readonly lead: (open: number) => string;
  readonly onceConfirmed: (result: string) => string;
  readonly hasWay: string;
  /** Where markets differ: the best of them, stricter ones, and why those are. */
  readonly differs: (best: string, strict: string, why: string) => string;
  readonly because: (rules: string) => string;
  readonly notLookedAt: string;
  readonly asOf: (day: string) => string;
  readonly from: (day: string, what: string) => string;
  readonly fine: (example: string) => string;
  readonly notFine: (example: string) => string;
  readonly afterwards: (result: string) => string;
  /** After a way on which only answers are still missing. */
  readonly thenAnswers: string;
  /** Before a way on which only a part of the campaign goes ahead. */
  readonly inPart: string;
  readonly ifSo: (question: string, answer: string, result: string) => string;
  readonly quoted: (statement: string, quote: string) => string;
  readonly outOfScope: string;
  readonly greeting: string;
  readonly notCovered: string;
  readonly inGeneral: string;
  readonly noSuch: (provision: string) => string;
  readonly seeAlso: string;
  readonly empty: string;
  readonly notice: {
    readonly trusted: string;
    readonly steering: string;
    readonly uncovered: (market: string) => string;
    readonly unchecked: (topic: string, packs: string) => string;
    readonly noSource: (source: string) => string;
    readonly unionOnly: string;
    readonly sampleCompany: string;
  };
};

const dayIn: Readonly<Record<Language, (day: string) => string>> = {
  de: (day) =>
    day
      .split('-')
      .reverse()
      .map((part) => part.replace(/^0(\d)$/, '$1'))
      .join('.'),
  en: (day) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)),
};

/** Several names in a row, as a sentence says them. */
export const listIn: Readonly<Record<Language, (names: readonly string[]) => string>> = {
  de: (names) => new Intl.ListFormat('de').format(names),
  en: (names) => new Intl.ListFormat('en-GB').format(names),
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Every sentence that the assistant itself says; what the law says comes from the knowledge base. */
export const wording: Readonly<Record<Language, Wording>> = {
  de: {
    heading: {
      breached: 'Das steht im Weg',
      policy: 'Dazu sagt Ihre Ethik-Richtlinie',
      open: 'Vor dem Start zu erledigen',
      review: 'Das sollte ein Mensch beurteilen',
      basis: 'Geprüft und in Ordnung',
      missing: 'Diese Angaben entscheiden',
      branches: 'Solange das offen ist',
      way: 'So wird es möglich',
      assumed: 'Angenommen, weil Ihr Firmenprofil es sagt (stimmt das hier nicht?)',
      understood: 'So habe ich den Text verstanden (bitte bestätigen oder ändern)',
      ahead: 'Bald ändert sich',
      notice: 'Hinweise',
      more: 'Siehe auch',
    },
    lead: (open) => (open === 1 ? 'Eine Angabe fehlt.' : `Es fehlen noch Angaben, zuerst ${open}.`),
    onceConfirmed: (result) => `Wenn alles stimmt, was ich verstanden habe: ${result}.`,
    hasWay: 'Es gibt aber einen Weg.',
    differs: (best, strict, why) => `${capital(best)}, ${strict}, ${why}.`,
    because: (rules) => `denn dort gilt: ${rules}`,
    notLookedAt: 'denn dort ist nicht alles geprüft',
    asOf: (day) => `Geprüft nach dem Stand vom ${dayIn.de(day)}.`,
    from: (day, what) => `Ab dem ${dayIn.de(day)}: ${what}.`,
    fine: (example) => `In Ordnung wäre zum Beispiel: ${example}`,
    notFine: (example) => `Nicht in Ordnung wäre: ${example}`,
    afterwards: (result) => `Danach: ${result}.`,
    thenAnswers: 'Danach fehlen nur noch Angaben.',
    inPart: 'Oder nur einen Teil der Kampagne starten:',
    ifSo: (question, answer, result) => `${question} Bei „${answer}“: ${result}.`,
    quoted: (statement, quote) => `${statement} („${quote}“)`,
    outOfScope:
      'Dabei kann ich nicht helfen: Ich beantworte Fragen zu Recht und Ethik in der Werbung mit KI. Wenden Sie sich damit bitte an die zuständige Person in Ihrem Haus.',
    greeting:
      'Guten Tag! Fragen Sie mich, ob eine Werbeaktion erlaubt und fair ist, oder lassen Sie ein Briefing prüfen.',
    notCovered:
      'Dazu habe ich keine geprüfte Fundstelle und rate nicht. Bitte fragen Sie Ihre Compliance-Leitung.',
    inGeneral: 'Im Allgemeinen gilt:',
    noSuch: (provision) => `${provision} gibt es nicht.`,
    seeAlso: 'Siehe auch',
    empty: 'Der Text beschreibt noch keine Kampagne. Wer soll was über welchen Kanal bekommen?',
    notice: {
      trusted: 'Ihr Text gilt als bestätigt; was er nicht nennt, gilt als nicht vorgesehen.',
      steering:
        'Der Text enthält Anweisungen an den Assistenten. Sie haben keine Wirkung und sind im Protokoll vermerkt.',
      uncovered: (market) =>
        `Für ${market} liegt noch kein Regelwerk vor: Dieser Markt ist nicht geprüft.`,
      unchecked: (topic, packs) =>
        `Nicht geprüft: ${topic} (${packs}). Fragen Sie dazu Ihre Compliance-Leitung.`,
      noSource: (source) =>
        `Die Fundstelle, die Sie nennen (${source}), liegt mir nicht geprüft vor.`,
      sampleCompany:
        'Ihre Firma ist noch nicht eingerichtet: Angenommen wird, was die Musterfirma sagt. Richten Sie sie mit „leitplanke init“ ein.',
      unionOnly: 'Geprüft ist nur das Recht der EU, nicht das Recht des einzelnen Mitgliedstaats.',
    },
  },
  en: {
    heading: {
      breached: 'What stands in the way',
      policy: 'What your ethics policy says',
      open: 'To do before launch',
      review: 'A person should judge this',
      basis: 'Checked and in order',
      missing: 'These answers decide',
      branches: 'As long as this is open',
      way: 'How it becomes possible',
      assumed: 'Assumed because your company profile says so (not true here?)',
      understood: 'How I understood the text (please confirm or change)',
      ahead: 'Soon to change',
      notice: 'Please note',
      more: 'See also',
    },
    lead: (open) =>
      open === 1 ? 'One answer is missing.' : `Answers are missing, first these ${open}.`,
    onceConfirmed: (result) => `If everything I understood is correct: ${result}.`,
    hasWay: 'But there is a way.',
    differs: (best, strict, why) => `${capital(best)}, ${strict}, ${why}.`,
    because: (rules) => `because the rule there is: ${rules}`,
    notLookedAt: 'because not everything has been checked there',
    asOf: (day) => `Checked as of ${dayIn.en(day)}.`,
    from: (day, what) => `From ${dayIn.en(day)}: ${what}.`,
    fine: (example) => `Fine, for example: ${example}`,
    notFine: (example) => `Not fine: ${example}`,
    afterwards: (result) => `Then: ${result}.`,
    thenAnswers: 'Then only answers are missing.',
    inPart: 'Or start only a part of the campaign:',
    ifSo: (question, answer, result) => `${question} If "${answer}": ${result}.`,
    quoted: (statement, quote) => `${statement} ("${quote}")`,
    outOfScope:
      'I cannot help with that: I answer questions about law and ethics in AI marketing. Please turn to the person in charge in your company.',
    greeting: 'Hello! Ask me whether a campaign is lawful and fair, or have a brief checked.',
    notCovered:
      'I have no checked source on this and will not guess. Please ask your compliance lead.',
    inGeneral: 'In general:',
    noSuch: (provision) => `There is no ${provision}.`,
    seeAlso: 'See also',
    empty: 'The text does not describe a campaign yet. Who is to get what, through which channel?',
    notice: {
      trusted: 'Your text counts as confirmed; what it does not mention counts as not planned.',
      steering:
        'The text contains instructions to the assistant. They have no effect and are noted in the log.',
      uncovered: (market) =>
        `There are no rules for ${market} yet: this market has not been checked.`,
      unchecked: (topic, packs) =>
        `Not checked: ${topic} (${packs}). Ask your compliance lead about it.`,
      noSource: (source) => `I have no checked copy of the source you name (${source}).`,
      sampleCompany:
        'Your company has not been set up yet: the sample company stands in. Set yours up with "leitplanke init".',
      unionOnly: 'Only the law of the EU has been checked, not the law of the single member state.',
    },
  },
};
