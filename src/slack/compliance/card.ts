import type { types } from '@slack/bolt';
import type { Case } from '#assistant/desk.ts';
import type { RecordedDecision } from '#assistant/find-decision.ts';
import type { Language } from '#domain/language.ts';
import { verdictNames } from '#domain/verdict-words.ts';
import { actionIds } from '#slack/action-ids.ts';
import { judgeWords } from '#slack/compliance/judge-words.ts';
import { linesOf } from '#slack/compliance/spoken.ts';
import { dayIn } from '#slack/fact-labels.ts';
import { buttonOf, rowOf } from '#slack/messages/controls.ts';
import { contextOf, messageOf, plain, sectionOf, type Message } from '#slack/messages/message.ts';
import { packed } from '#slack/messages/room.ts';
import {
  joined,
  linkTo,
  personCalled,
  slackText,
  type SlackText,
} from '#slack/messages/slack-text.ts';

/** A case with what one needs to judge it. */
export type Brought = {
  readonly case: Case;
  /** Absent where the log no longer has it. */
  readonly decision: RecordedDecision | undefined;
  /** The address of the conversation, where others can open it. */
  readonly link: string | undefined;
};

const headerMax = 150;
const answerMax = 1_200;

/** A case as those who may judge it see it; once it is decided, without buttons and with what was decided. */
export function caseCard(brought: Brought, language: Language): Message {
  const { case: one } = brought;
  const word = judgeWords[language];
  const title = `${word.title} ${one.reference}`;
  return messageOf(slackText`${title}: ${personCalled(one.requester)} ${word.asks}`, [
    { type: 'header', text: plain(title, headerMax) },
    sectionOf(joined([whoAsks(one, language), verdictLine(brought, language)], '\n')),
    ...(one.state === 'decided' ? decidedBlocks(one, language) : openBlocks(brought, language)),
  ]);
}

/** How the check of a case came out, in words. */
export function verdictLine(
  { decision }: Pick<Brought, 'decision'>,
  language: Language,
): SlackText {
  const word = judgeWords[language];
  const verdict = decision?.verdict;
  return slackText`*${word.verdict}:* ${verdict ? verdictNames[language][verdict] : word.noVerdict}`;
}

function whoAsks({ requester }: Case, language: Language): SlackText {
  return slackText`${personCalled(requester)} ${judgeWords[language].asks}`;
}

function openBlocks(brought: Brought, language: Language): readonly types.KnownBlock[] {
  const { case: one } = brought;
  const word = judgeWords[language];
  return [
    ...reasonBlocks(one, language),
    ...answerBlocks(brought, language),
    contextOf(whereItIs(brought, language)),
    ...(one.assignee === undefined
      ? []
      : [
          sectionOf(
            slackText`*${word.taken} ${personCalled(one.assignee)}* ${momentOf(one, language)}`,
          ),
        ]),
    ...rowOf([
      ...(one.state === 'open'
        ? [buttonOf({ id: actionIds.takeCase, label: word.take, value: one.id })]
        : []),
      buttonOf({ id: actionIds.judgeCase, label: word.reply, value: one.id, isPrimary: true }),
    ]),
  ];
}

function reasonBlocks({ reason }: Case, language: Language): readonly types.KnownBlock[] {
  const word = judgeWords[language];
  if (reason === '') return [sectionOf(slackText`${word.noReason}`)];
  return packed({ heading: slackText`*${word.reason}*`, lines: linesOf(reason) }).map(sectionOf);
}

/** The beginning of what the assistant said, by whole paragraphs. */
function answerBlocks({ decision }: Brought, language: Language): readonly types.KnownBlock[] {
  const paragraphs = (decision?.message ?? '').split('\n\n');
  // A web address would not survive the quoting; the log has it as it is.
  const told = paragraphs.filter((one) => one !== '' && !one.includes('https://'));
  const shown = told.filter((_, index) => told.slice(0, index + 1).join().length <= answerMax);
  if (shown.length === 0) return [];
  const heading = slackText`*${judgeWords[language].answer}*`;
  return packed({ heading, lines: shown.flatMap(linesOf) }).map(sectionOf);
}

function whereItIs({ case: one, link }: Brought, language: Language): SlackText {
  const word = judgeWords[language];
  const thread = link === undefined ? slackText`${word.direct}` : linkTo(link, word.toThread);
  return slackText`${thread}${link === undefined ? ' ' : ' · '}${word.whole(one.reference)}`;
}

function decidedBlocks(one: Case, language: Language): readonly types.KnownBlock[] {
  const word = judgeWords[language];
  const who = one.assignee === undefined ? [] : [personCalled(one.assignee)];
  const what = one.outcome === undefined ? '' : word.outcome[one.outcome];
  const head = joined(
    [slackText`*${word.decided}`, ...who, slackText`${momentOf(one, language)}: ${what}*`],
    ' ',
  );
  return packed({ heading: head, lines: linesOf(one.reply ?? '') }).map(sectionOf);
}

function momentOf({ updated }: Case, language: Language): string {
  return judgeWords[language].on(dayIn(updated.slice(0, 10), language), updated.slice(11, 16));
}
