import type { Language } from '#domain/language.ts';
import { shortMessage, type Message } from '#slack/messages/message.ts';
import { joined, slackText } from '#slack/messages/slack-text.ts';
import { words } from '#slack/messages/words.ts';

/** What the assistant can do and how to ask for it. */
export function helpMessage(language: Language): Message {
  return shortMessage(
    joined(
      words[language].help.map((line) => slackText`${line}`),
      '\n',
    ),
  );
}
