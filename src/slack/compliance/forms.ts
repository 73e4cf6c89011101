import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Case } from '#assistant/desk.ts';
import type { RecordedDecision } from '#assistant/find-decision.ts';
import { replyMin, type CaseOutcome } from '#assistant/judge-case.ts';
import { Language } from '#domain/language.ts';
import { viewIds } from '#slack/action-ids.ts';
import { askWords } from '#slack/compliance/ask-words.ts';
import { verdictLine } from '#slack/compliance/card.ts';
import { judgeWords } from '#slack/compliance/judge-words.ts';
import { linesOf, personsCalled } from '#slack/compliance/spoken.ts';
import { placeOf } from '#slack/delivery.ts';
import { optionOf } from '#slack/messages/controls.ts';
import { contextOf, plain, sectionOf } from '#slack/messages/message.ts';
import { packed } from '#slack/messages/room.ts';
import { joined, personCalled, slackText } from '#slack/messages/slack-text.ts';
import { inputId } from '#slack/views/fact-input.ts';
import { fieldsIn } from '#slack/views/filled.ts';

/** The blocks that persons fill in. */
export const blockIds = { reason: 'reason', outcome: 'outcome', reply: 'reply' } as const;

const titleMax = 24;
const labelMax = 2_000;
const outcomes = ['released', 'refused', 'returned'] as const satisfies readonly CaseOutcome[];
// With every character escaped the texts still fit into a message.
const reasonMax = 1_500;
const replyMax = 1_500;

/** What the form to ask compliance remembers: ids only. */
export const AskedFrom = z.strictObject({
  decision: z.string(),
  team: z.string(),
  channel: z.string(),
  thread: z.string(),
});
export type AskedFrom = z.infer<typeof AskedFrom>;

/** The form to ask compliance: what one would like to know, and who gets to see what. */
export function askForm(
  from: AskedFrom,
  { reference, judges }: { readonly reference: string; readonly judges: readonly string[] },
  language: Language,
): types.ModalView {
  const word = askWords[language];
  const who =
    judges.length === 0
      ? slackText`${word.nobody}`
      : slackText`${word.goesTo} ${personsCalled(judges)}`;
  const where = placeOf(from.channel) === 'dm' ? word.answerHere : word.answerInThread;
  return {
    ...form(viewIds.askCompliance, from),
    title: plain(word.title, titleMax),
    submit: plain(word.send, titleMax),
    close: plain(word.cancel, titleMax),
    blocks: [
      sectionOf(joined([who, slackText`${word.seen(reference)}`, slackText`${where}`], '\n')),
      textField(blockIds.reason, { label: word.reason, most: reasonMax, isOptional: true }),
    ],
  };
}

/** What the form to judge a case remembers: ids, the revision that was seen, and how to speak. */
export const JudgedFrom = z.strictObject({
  id: z.string(),
  seen: z.int(),
  channel: z.string(),
  language: Language,
});
export type JudgedFrom = z.infer<typeof JudgedFrom>;

/** The form to judge a case. */
export function judgeForm(
  from: JudgedFrom,
  { one, decision }: { readonly one: Case; readonly decision: RecordedDecision | undefined },
): types.ModalView {
  const { language } = from;
  const word = judgeWords[language];
  const who = slackText`${word.from} ${personCalled(one.requester)}, ${one.reference}`;
  const taken =
    one.assignee === undefined ? [] : [slackText`${word.taken} ${personCalled(one.assignee)}`];
  const reads = placeOf(one.place) === 'dm' ? word.goesHere : word.goesToThread;
  return {
    ...form(viewIds.judgeCase, from),
    title: plain(word.reply, titleMax),
    submit: plain(word.reply, titleMax),
    close: plain(word.cancel, titleMax),
    blocks: [
      sectionOf(joined([who, verdictLine({ decision }, language), ...taken], '\n')),
      ...packed({ lines: linesOf(one.reason) }).map(sectionOf),
      outcomeField(language),
      textField(blockIds.reply, {
        label: word.text,
        hint: word.textHint,
        least: replyMin,
        most: replyMax,
      }),
      contextOf(joined([slackText`${word.beside}`, slackText`${reads}`], ' ')),
    ],
  };
}

/** The outcome that somebody chose. */
export function outcomeIn(view: Parameters<typeof fieldsIn>[0]): CaseOutcome {
  const field = fieldsIn(view)[blockIds.outcome]?.[inputId];
  return z.enum(outcomes).parse(field?.selected_option?.value);
}

function form(id: string, from: AskedFrom | JudgedFrom) {
  return { type: 'modal', callback_id: id, private_metadata: JSON.stringify(from) } as const;
}

function outcomeField(language: Language): types.InputBlock {
  const word = judgeWords[language];
  return {
    type: 'input',
    block_id: blockIds.outcome,
    label: plain(word.decision, labelMax),
    element: {
      type: 'radio_buttons',
      action_id: inputId,
      options: outcomes.map((outcome) => optionOf(outcome, word.choice[outcome])),
    },
  };
}

function textField(
  id: string,
  given: {
    readonly label: string;
    readonly hint?: string;
    readonly least?: number;
    readonly most: number;
    readonly isOptional?: boolean;
  },
): types.InputBlock {
  return {
    type: 'input',
    block_id: id,
    optional: given.isOptional ?? false,
    label: plain(given.label, labelMax),
    ...(given.hint === undefined ? {} : { hint: plain(given.hint, labelMax) }),
    element: {
      type: 'plain_text_input',
      action_id: inputId,
      multiline: true,
      max_length: given.most,
      ...(given.least === undefined ? {} : { min_length: given.least }),
    },
  };
}
