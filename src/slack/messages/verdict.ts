import type { types } from '@slack/bolt';
import { weightOf } from '#assistant/citations.ts';
import type { House } from '#assistant/house.ts';
import type { Answered } from '#domain/answer.ts';
import { questionsMax } from '#domain/asking.ts';
import type { Verdict } from '#domain/assessment.ts';
import { factInRole } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { verdictNames, verdictAnswers } from '#domain/verdict-words.ts';
import { dayIn, labelOf } from '#slack/fact-labels.ts';
import { mrkdwn, plain, sectionOf } from '#slack/messages/message.ts';
import {
  joined,
  lengthOf,
  piecesOf,
  slackText,
  type SlackText,
} from '#slack/messages/slack-text.ts';
import { verdictWords } from '#slack/messages/verdict-words.ts';

/** A campaign that was judged. */
export type Judged = Answered & { readonly verdict: Verdict };

const headerMax = 150;
const alertMax = 200;

const signs: Readonly<Record<Verdict, string>> = {
  allowed: '✔',
  allowed_with_conditions: '✔!',
  needs_information: '(?)',
  not_allowed: '✘',
};

const levels = {
  allowed: 'success',
  allowed_with_conditions: 'warning',
  needs_information: 'info',
  not_allowed: 'error',
} as const satisfies Record<Verdict, types.AlertBlock['level']>;

/** Which check this is. */
export function headerOf({ reference, language }: Answered, name: string): types.HeaderBlock {
  const title = `${verdictWords[language].title} ${reference} – ${name}`;
  return { type: 'header', text: plain(title, headerMax) };
}

/** The verdict with its sign, so that it does not hang on a colour, and one reason. */
export function alertOf(judged: Judged, knowledge: Knowledge): types.AlertBlock {
  const { verdict, language } = judged;
  const head = slackText`*${signs[verdict]} ${verdictAnswers[language][verdict]}*`;
  const room = alertMax - lengthOf(head) - 2;
  const [reason = '', more] = piecesOf(reasonFor(judged, knowledge), room);
  const text = slackText`${head} ${reason}${more === undefined ? '' : '…'}`;
  return { type: 'alert', level: levels[verdict], text: mrkdwn(text) };
}

/** What an answer or a message has changed; nothing where the verdict is what it was. */
export function changeLine(
  { verdict, language }: Judged,
  before: Verdict | null | undefined,
): readonly types.KnownBlock[] {
  if (!before || before === verdict) return [];
  const { changed } = verdictWords[language];
  const short = verdictNames[language];
  return [sectionOf(slackText`*${changed(short[before], short[verdict])}*`)];
}

/** Each market's own verdict where there are several, the day and the rules that counted, and who releases it. */
export function fieldsOf(
  judged: Judged,
  { knowledge, company }: Pick<House, 'knowledge' | 'company'>,
): types.SectionBlock {
  const { language, verdict, asOf } = judged;
  const word = verdictWords[language];
  const markets = marketLines(judged, knowledge);
  const mayStart = verdict === 'allowed' || verdict === 'allowed_with_conditions';
  const route = company.routes.find((one) => mayStart && one.route === judged.route);
  const fields = [
    ...(markets.length > 1 ? [slackText`*${word.markets}*\n${joined(markets, '\n')}`] : []),
    slackText`*${word.asOf}*\n${dayIn(asOf, language)}`,
    slackText`*${word.rules}*\n${knowledge.version.slice(0, 8)}`,
    ...(route ? [slackText`*${word.release}*\n${route.title[language]}`] : []),
  ];
  return { type: 'section', fields: fields.map(mrkdwn) };
}

function marketLines(
  { assessment, language }: Judged,
  { facts }: House['knowledge'],
): readonly SlackText[] {
  const definition = factInRole(facts, 'markets');
  return Object.entries(assessment.verdicts).map(([market, verdict]) => {
    const name = definition ? labelOf(definition, market, language) : market;
    return slackText`${name}: ${verdictNames[language][verdict]}`;
  });
}

function reasonFor(judged: Judged, knowledge: Knowledge): string {
  const word = verdictWords[judged.language];
  switch (judged.verdict) {
    case 'allowed':
      return word.clear;
    case 'allowed_with_conditions':
      return titleOfGravest(judged, knowledge) ?? word.toDo;
    case 'not_allowed':
      return titleOfGravest(judged, knowledge) ?? word.barred;
    case 'needs_information':
      return whatIsMissing(judged);
  }
}

/** The rule that weighs most of those in the way; its title is short, and whole. */
function titleOfGravest(
  { assessment, facts, language }: Judged,
  knowledge: Knowledge,
): string | undefined {
  const inTheWay = assessment.findings.flatMap((finding) => {
    const control = knowledge.controls.find(({ id }) => id === finding.control);
    const counts = finding.severity !== 'advice' && ['breached', 'open'].includes(finding.outcome);
    if (!control || !counts) return [];
    return [{ control, weight: weightOf(finding, control, knowledge, facts) }];
  });
  const [gravest] = inTheWay.sort((one, other) => one.weight - other.weight);
  return gravest && `${gravest.control.title[language]}.`;
}

function whatIsMissing(judged: Judged): string {
  const word = verdictWords[judged.language];
  const questions = Math.min(judged.questions.length, questionsMax);
  const isRead = Object.values(judged.facts).some(
    (fact) => fact && ['person', 'text', 'model'].includes(fact.origin),
  );
  if (!isRead) return word.empty;
  if (judged.kind === 'question') return word.asCampaign;
  if (judged.toConfirm.length > 0) {
    return questions > 0
      ? word.confirmAndAnswer(questions)
      : word.confirm(verdictNames[judged.language][judged.onceConfirmed]);
  }
  if (questions > 0) return word.answer(questions);
  return judged.notCovered.length > 0 ? word.uncovered : word.open;
}
