import type { webApi } from '@slack/bolt';
import { deciders } from '#assistant/deciders.ts';
import type { House } from '#assistant/house.ts';
import { renewalsDue, type Renewal } from '#domain/company.ts';
import type { Language } from '#domain/language.ts';
import { dayIn } from '#slack/fact-labels.ts';
import { languageOf } from '#slack/language.ts';
import { messageOf, sectionOf, type Message } from '#slack/messages/message.ts';
import { packed } from '#slack/messages/room.ts';
import { personCalled, slackText, type SlackText } from '#slack/messages/slack-text.ts';
import type { Office } from '#slack/office.ts';
import { send } from '#slack/send.ts';

const withinDays = 30;

/**
 * Reminds those in charge, once a day, of what the company has to confirm again. It never throws:
 * whatever goes wrong is told to the operator alone.
 */
export async function remindOfRenewals(
  client: webApi.WebClient,
  office: Pick<Office, 'house' | 'desk' | 'report'>,
): Promise<void> {
  try {
    await remind(client, office);
  } catch (error) {
    office.report(`renewals: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function remind(
  client: webApi.WebClient,
  { house: current, desk, report }: Pick<Office, 'house' | 'desk' | 'report'>,
): Promise<void> {
  const house = current();
  if (house.company.isSample === true) return;
  const today = house.clock.today();
  const due = renewalsDue(house.company.practice, today, withinDays);
  if (due.length === 0) return;
  const persons = await deciders(house, desk);
  if (persons.length === 0) return;
  if (!(await desk.once(house.workspace, `renewals:${today}`))) return;

  for (const person of persons) {
    try {
      const language = await languageOf(person, client, house.company.language);
      await send(client, { channel: person }, renewalsMessage(due, house, language));
    } catch (error) {
      // The others are reminded all the same.
      report(`renewals: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** What has to be confirmed again, the most urgent first, and where. */
export function renewalsMessage(
  due: readonly Renewal[],
  { knowledge }: Pick<House, 'knowledge'>,
  language: Language,
): Message {
  const word = words[language];
  const lines = due.map(({ fact, by, until, isOver }): SlackText => {
    const ask = knowledge.facts.get(fact)?.ask[language] ?? fact;
    const day = dayIn(until, language);
    return slackText`• ${ask} ${word.confirmedBy} ${personCalled(by)}, ${isOver ? word.over(day) : word.until(day)}.`;
  });
  return messageOf(slackText`${word.heading}`, [
    ...packed({ heading: slackText`*${word.heading}*`, lines }).map(sectionOf),
    sectionOf(slackText`${word.what} ${word.where}`),
  ]);
}

const words: Readonly<Record<Language, Words>> = {
  de: {
    heading: 'Diese Angaben aus Ihrem Firmenprofil brauchen eine neue Bestätigung',
    confirmedBy: 'Bestätigt von',
    until: (day) => `gültig bis ${day}`,
    over: (day) => `abgelaufen (galt bis ${day})`,
    what: 'Was abgelaufen ist, frage ich in jeder Prüfung ab, bis jemand es erneuert.',
    where: 'Erneuern können Sie es auf der Seite „Firma“ oder im Terminal mit „leitplanke init“.',
  },
  en: {
    heading: 'These answers in your company profile need to be confirmed again',
    confirmedBy: 'Confirmed by',
    until: (day) => `valid until ${day}`,
    over: (day) => `expired (was valid until ${day})`,
    what: 'What has expired I ask in each check until somebody renews it.',
    where: 'You can renew it on the page "Company" or in the terminal with "leitplanke init".',
  },
};

type Words = {
  readonly heading: string;
  /** A person follows. */
  readonly confirmedBy: string;
  readonly until: (day: string) => string;
  readonly over: (day: string) => string;
  readonly what: string;
  readonly where: string;
};
