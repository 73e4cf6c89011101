import type { Language } from '#domain/language.ts';
import { cardWords } from '#slack/messages/card-words.ts';
import { contextOf, messageOf, type Message } from '#slack/messages/message.ts';
import { linkTo, slackText } from '#slack/messages/slack-text.ts';

/** What stands in the place of an answer after somebody has added to the conversation. */
export function supersededMessage(
  reference: string,
  link: string | undefined,
  language: Language,
): Message {
  const { superseded, newer, goTo } = cardWords[language];
  const where = link === undefined ? slackText`` : slackText` (${linkTo(link, goTo)})`;
  const text = slackText`${superseded(reference)} ${newer}${where}.`;
  return messageOf(text, [contextOf(text)]);
}
