import type { types } from '@slack/bolt';
import type { Thread } from '#assistant/desk.ts';
import type { House } from '#assistant/house.ts';
import type { Answered, Section } from '#domain/answer.ts';
import type { Verdict } from '#domain/assessment.ts';
import type { FactValue } from '#domain/fact.ts';
import { cutLine, marksOf, partOf, shortOf, sourcesOf } from '#slack/messages/answer-parts.ts';
import { actionsRow, feedbackRow } from '#slack/messages/card-actions.ts';
import {
  charactersIn,
  contextOf,
  messageOf,
  sectionOf,
  type Message,
} from '#slack/messages/message.ts';
import { questionBlocks } from '#slack/messages/questions.ts';
import { fit, packed, type Part } from '#slack/messages/room.ts';
import { plainWords, slackText, type SlackText } from '#slack/messages/slack-text.ts';
import { shownOf, statedParts, understoodPart, understoodRow } from '#slack/messages/understood.ts';
import { alertOf, changeLine, fieldsOf, headerOf, type Judged } from '#slack/messages/verdict.ts';
import { words } from '#slack/messages/words.ts';

// Slack refuses a message above about 13,200 characters (msg_blocks_too_long, undocumented).
const charactersMax = 11_900;
const cutRoom = 500;
const nameMax = 90;

/** What an answer is shown with. */
export type Setting = {
  readonly house: Pick<House, 'knowledge' | 'company'>;
  /** What the conversation has come to; an aside has none. */
  readonly thread?: Pick<Thread, 'title' | 'text' | 'given' | 'declined' | 'origin'> | undefined;
  /** The verdict that stood here before. */
  readonly before?: Verdict | null | undefined;
  /** What a person reads who asks for the first time. */
  readonly welcome: readonly SlackText[];
};

/** An answer as a message, and the facts that it shows as understood and waiting for one click. */
export type Card = {
  readonly message: Message;
  readonly shown: Readonly<Record<string, FactValue>>;
};

/** The card of a judged campaign, or the lean answer to a question. */
export function cardFor(answered: Answered, setting: Setting): Card {
  const { verdict } = answered;
  const { thread } = setting;
  if (verdict === null || !thread) return leanCard(answered, setting);
  const judged = { ...answered, verdict };
  const name = plainWords(thread.title ?? thread.text, nameMax);
  const catalog = setting.house.knowledge.facts;
  // A question that describes a campaign is confirmed once it is checked as one.
  const isAsking = answered.kind === 'brief';
  const parts = [
    ...sectionsOf(
      judged,
      isAsking ? ['verdict', 'missing', 'understood'] : ['verdict', 'understood'],
    ),
    ...(isAsking ? [understoodPart(answered, catalog)] : []),
    ...statedParts(answered, thread, catalog),
  ];
  const top = [
    headerOf(judged, name),
    alertOf(judged, setting.house.knowledge),
    ...changeLine(judged, setting.before),
    fieldsOf(judged, setting.house),
  ];
  const questions = isAsking ? questionBlocks(judged, catalog, marksBehind(judged)) : [];
  return laidOut(judged, { parts, top, questions, setting });
}

function leanCard(answered: Answered, setting: Setting): Card {
  return laidOut(answered, { parts: sectionsOf(answered, []), top: [], questions: [], setting });
}

type Layout = {
  readonly parts: readonly Part[];
  readonly top: readonly types.KnownBlock[];
  readonly questions: readonly types.KnownBlock[];
  readonly setting: Setting;
};

/** Puts a message together; what Slack has no room for is named. */
function laidOut(answered: Answered, { parts, top, questions, setting }: Layout): Card {
  const sources = sourcesOf(answered);
  const sourceBlocks = sources.lines.length > 0 ? packed(sources).map(sectionOf) : [];
  const row = understoodRow(answered);
  const foot = (hasChange: boolean) => footOf(answered, setting, hasChange);
  const around = charactersIn([...top, ...questions, ...sourceBlocks, ...row, ...foot(false)]);
  const room = fit(parts, charactersMax - cutRoom - around);

  const understood = room.shown.filter(({ id }) => id === 'understood');
  const others = room.shown.filter(({ id }) => id !== 'understood');
  const lines = understood.reduce((sum, part) => sum + part.lines.length, 0);
  const message = messageOf(shortOf(answered), [
    ...top,
    ...others.flatMap(packed).map(sectionOf),
    ...sourceBlocks,
    ...(room.left > 0 ? [contextOf(cutLine(room, answered))] : []),
    ...(lines > 0 ? [...understood.flatMap(packed).map(sectionOf), ...row] : []),
    ...questions,
    ...foot(lines > 0),
  ]);
  return { message, shown: shownOf(answered, lines) };
}

/** What one can do, whether it helped, what newcomers read, and that a machine wrote it. */
function footOf(
  answered: Answered,
  { house, thread, welcome }: Setting,
  hasChange: boolean,
): readonly types.KnownBlock[] {
  const catalog = house.knowledge.facts;
  const footer = slackText`${words[answered.language].footer} ${answered.reference}`;
  return [
    ...(thread ? actionsRow(answered, thread, { hasChange, catalog }) : []),
    ...(thread ? [feedbackRow(answered)] : []),
    ...welcome.map(contextOf),
    contextOf(footer),
  ];
}

function sectionsOf(answered: Answered, apart: readonly Section['id'][]): readonly Part[] {
  return answered.sections
    .filter(({ id }) => !apart.includes(id))
    .map((section) => partOf(section, answered));
}

/** The sources behind a question, as the answer gives them. */
function marksBehind(judged: Judged): (ask: string) => string {
  const missing = judged.sections.find(({ id }) => id === 'missing')?.sentences ?? [];
  return (ask) => {
    const sentence = missing.find(({ text }) => text.startsWith(ask));
    return marksOf(sentence?.cites ?? [], judged);
  };
}
