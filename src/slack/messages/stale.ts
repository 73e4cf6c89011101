import type { Thread } from '#assistant/desk.ts';
import type { FactDefinition } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import { labelOf } from '#slack/fact-labels.ts';
import { clickWords } from '#slack/messages/click-words.ts';
import { shortMessage, type Message } from '#slack/messages/message.ts';
import { joined, personCalled, slackText } from '#slack/messages/slack-text.ts';

/** Why nothing happens: the question has an answer by now; who gave it, and which. Nothing where it is open. */
export function answeredMeanwhile(
  fact: FactDefinition,
  { given, declined, language }: Thread,
): Message | undefined {
  const word = clickWords[language];
  const ask = fact.ask[language];
  const said = given[fact.id];
  if (said) {
    const label = labelOf(fact, said.value, language);
    const who = slackText`${personCalled(said.by)} ${word.taken} ${ask} *${label}*.`;
    return shortMessage(slackText`${who} ${word.stays}`);
  }
  if (!declined.includes(fact.id)) return undefined;
  return shortMessage(slackText`${word.declined} ${ask} ${word.stays}`);
}

/** Why nothing happens: the card says something else by now. */
export function changedMeanwhile({ given, language }: Thread): Message {
  const word = clickWords[language];
  const last = Object.values(given).toSorted((one, other) => other.at.localeCompare(one.at))[0];
  const who = last ? [slackText`${word.lastBy} ${personCalled(last.by)}.`] : [];
  return shortMessage(
    joined([slackText`${word.changed}`, ...who, slackText`${word.lookAgain}`], ' '),
  );
}

/** Why nothing happens: nobody knows the conversation any more. */
export function conversationGone(language: Language): Message {
  return shortMessage(slackText`${clickWords[language].gone}`);
}

/** Why nothing happens: an older version has made what was pressed. */
export function unknownControl(language: Language): Message {
  return shortMessage(slackText`${clickWords[language].unknown}`);
}
