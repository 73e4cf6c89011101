import type { Case } from '#assistant/desk.ts';
import type { Handled } from '#assistant/judge-case.ts';
import type { Company } from '#domain/company.ts';
import type { Language } from '#domain/language.ts';
import { askWords, type Alone } from '#slack/compliance/ask-words.ts';
import { judgeWords } from '#slack/compliance/judge-words.ts';
import { linesOf, personsCalled } from '#slack/compliance/spoken.ts';
import { placeOf } from '#slack/delivery.ts';
import {
  contextOf,
  messageOf,
  sectionOf,
  shortMessage,
  type Message,
} from '#slack/messages/message.ts';
import { packed } from '#slack/messages/room.ts';
import { joined, personCalled, slackText, type SlackText } from '#slack/messages/slack-text.ts';
import { contactOf } from '#slack/notices/welcome.ts';

/** Tells in the thread who has been asked. */
export function askedMessage(one: Case, reached: readonly string[]): Message {
  const word = askWords[one.language];
  const who = slackText`${word.asked(one.reference)} ${personsCalled(reached)}.`;
  return shortMessage(joined([who, slackText`${word.byHuman}`], '\n'));
}

/** Tells in the thread that nobody could be asked, and what one can do. */
export function aloneMessage(one: Case, why: Alone, company: Company): Message {
  const word = askWords[one.language];
  const contact = contactOf(company);
  const whom = contact === undefined ? word.noContact : word.contact(contact);
  const lines = [
    word.alone[why](one.reference),
    // The contact may well be the very person who asks.
    ...(why === 'nobody-else' ? [] : [whom]),
    ...(why === 'unreached' ? [] : [word.howToSet]),
  ];
  return shortMessage(
    joined(
      lines.map((line) => slackText`${line}`),
      '\n',
    ),
  );
}

/** Tells that compliance has been asked before, and who is at it. */
export function pendingMessage(one: Case, language: Language): Message {
  const word = askWords[language];
  const hands =
    one.assignee === undefined ? [] : [slackText`${word.inHands} ${personCalled(one.assignee)}.`];
  return shortMessage(joined([slackText`${word.pending(one.reference)}`, ...hands], '\n'));
}

/** Tells that the log does not have the answer that was asked about. */
export function outdatedMessage(language: Language): Message {
  return shortMessage(slackText`${askWords[language].outdated}`);
}

/** What a person has decided and written, for the one who asked; clearly the words of a human. */
export function replyMessage(one: Case): Message {
  const word = askWords[one.language];
  const outcome = one.outcome === undefined ? '' : judgeWords[one.language].outcome[one.outcome];
  const by = one.assignee === undefined ? [] : [personCalled(one.assignee)];
  const head = joined(
    [slackText`*${word.answerOf}`, ...by, slackText`(Compliance): ${outcome}*`],
    ' ',
  );
  const isAlone = placeOf(one.place) === 'dm';
  const heading = isAlone ? head : joined([personCalled(one.requester), head], ' ');
  return messageOf(heading, [
    ...packed({ heading, lines: linesOf(one.reply ?? '') }).map(sectionOf),
    ...(one.outcome === 'returned' ? [sectionOf(slackText`${word.again}`)] : []),
    contextOf(slackText`${word.human(one.reference)}`),
  ]);
}

/** Why nothing has come of what somebody wanted to do with a case; nothing where it was done. */
export function handledLines(handled: Handled, language: Language): readonly SlackText[] {
  const word = judgeWords[language];
  switch (handled.result) {
    case 'done':
      return [];
    case 'too-short':
      return [slackText`${word.tooShort}`];
    case 'too-late': {
      const { state, assignee, outcome } = handled.case;
      const what = slackText`${word.late[state]}`;
      const who = assignee === undefined ? [] : [slackText`${word.by} ${personCalled(assignee)}`];
      const how = outcome === undefined ? [] : [slackText`(${word.outcome[outcome]})`];
      return who.length === 0 ? [what] : [what, joined([...who, ...how], ' ')];
    }
    case 'not-allowed-to':
    case 'own-case':
    case 'no-such-case':
      return [slackText`${word.refusal[handled.result]}`];
  }
}
