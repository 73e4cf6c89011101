import type { House } from '#assistant/house.ts';
import type { Company } from '#domain/company.ts';
import type { Language } from '#domain/language.ts';
import { slackText, type SlackText } from '#slack/messages/slack-text.ts';

/** What somebody reads who meets the assistant for the first time: what it is, what it keeps, whom to ask. */
export function welcomeLines(
  { company }: Pick<House, 'company'>,
  language: Language,
): readonly SlackText[] {
  const { machine, kept, ask, askInHouse } = words[language];
  const contact = contactOf(company);
  return [
    slackText`${machine}`,
    slackText`${kept}`,
    slackText`${contact === undefined ? askInHouse : ask(contact)}`,
  ];
}

/** Whom the company names for questions; the made-up company has nobody. */
export function contactOf({ contact, isSample }: Company): string | undefined {
  return isSample === true ? undefined : contact;
}

const words: Readonly<Record<Language, Words>> = {
  de: {
    machine:
      'Schön, dass Sie da sind. Ich bin ein KI-System: Ich prüfe nach festen Regeln, kann Sie aber falsch verstehen.',
    kept: 'Frage und Antwort kommen ins Protokoll: Ihr Name nur als Pseudonym, die Texte verschlüsselt. Unser Gespräch merke ich mir auf dem Rechner, auf dem ich laufe.',
    ask: (contact) => `Was ich sage, ist keine Rechtsberatung. Im Zweifel fragen Sie ${contact}.`,
    askInHouse:
      'Was ich sage, ist keine Rechtsberatung. Im Zweifel fragen Sie die zuständige Person in Ihrem Haus.',
  },
  en: {
    machine:
      'Nice to meet you. I am an AI system: I check by fixed rules, but I can misunderstand you.',
    kept: 'Question and answer go into the log: your name only as a pseudonym, the texts encrypted. I keep our conversation on the machine that I run on.',
    ask: (contact) => `What I say is not legal advice. If in doubt, ask ${contact}.`,
    askInHouse:
      'What I say is not legal advice. If in doubt, ask the person responsible in your company.',
  },
};

type Words = {
  readonly machine: string;
  readonly kept: string;
  readonly ask: (contact: string) => string;
  readonly askInHouse: string;
};
