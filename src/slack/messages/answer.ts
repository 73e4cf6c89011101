import type { Answered, Section } from '#domain/answer.ts';
import type { Verdict } from '#domain/assessment.ts';
import type { Language } from '#domain/language.ts';
import type { Passage } from '#domain/passage.ts';
import { formatProvision, parseProvision } from '#domain/provision.ts';
import { contextOf, messageOf, sectionOf, sizeOf, type Message } from '#slack/messages/message.ts';
import { fit, packed, type Part, type Room } from '#slack/messages/room.ts';
import { joined, linkTo, piecesOf, slackText, type SlackText } from '#slack/messages/slack-text.ts';
import { words } from '#slack/messages/words.ts';

// Slack refuses a message above about 13,200 characters (msg_blocks_too_long, undocumented).
const charactersMax = 11_900;
const lineMax = 1_400;
const shortMax = 600;
const cutRoom = 500;

const signs: Readonly<Record<Verdict, string>> = {
  allowed: '✔',
  allowed_with_conditions: '✔!',
  needs_information: '(?)',
  not_allowed: '✘',
};

/** An answer as a message: verdict first, then why, what to do, sources, and that a machine wrote it. */
export function answerMessage(answered: Answered): Message {
  const parts = answered.sections.map((section) => partOf(section, answered));
  const sources = sourcesOf(answered);
  const footer = slackText`${words[answered.language].footer} ${answered.reference}`;
  const room = fit(parts, charactersMax - cutRoom - sizeOf([...packed(sources), footer]));

  const texts = [...room.shown, ...(sources.lines.length > 0 ? [sources] : [])].flatMap(packed);
  return messageOf(shortOf(answered), [
    ...texts.map(sectionOf),
    ...(room.left > 0 ? [contextOf(cutLine(room, answered))] : []),
    contextOf(footer),
  ]);
}

function partOf({ id, heading, sentences }: Section, { citations, verdict }: Answered): Part {
  const number = new Map(citations.map((passage, index) => [passage.id, index + 1]));
  const lines = sentences.flatMap(({ text, cites }) => {
    const marks = cites.flatMap((passage) => number.get(passage) ?? []).map((one) => `[${one}]`);
    const pieces = piecesOf([text, marks.join('')].filter(Boolean).join(' '), lineMax);
    return pieces.map((piece, index) => {
      if (id === 'verdict')
        return slackText`*${verdict && index === 0 ? `${signs[verdict]} ` : ''}${unstarred(piece)}*`;
      return heading === undefined || index > 0 ? slackText`${piece}` : slackText`• ${piece}`;
    });
  });
  return { id, lines, ...(heading === undefined ? {} : { heading: headingOf(heading) }) };
}

function sourcesOf({ citations, language }: Answered): Pick<Part, 'heading' | 'lines'> {
  const lines = citations.map((passage, index) => {
    const [title = ''] = piecesOf(passage.title[language], 300);
    return slackText`[${index + 1}] ${linkTo(passage.source, nameOf(passage, language))}: ${title}`;
  });
  return { heading: headingOf(words[language].sources), lines };
}

function nameOf({ provision }: Passage, language: Language): string {
  const parsed = parseProvision(provision);
  return parsed ? formatProvision(parsed, language) : provision;
}

function cutLine({ left, from }: Room, { language, reference }: Answered): SlackText {
  const word = words[language];
  const which = from.flatMap(({ heading }) => heading ?? []).slice(0, 3);
  const headings = which.length > 0 ? slackText` (${joined(which, ' ')})` : slackText``;
  return slackText`${word.cut(left)}${headings}. ${word.whole} ${reference}.`;
}

/** What a notification shows: the verdict or the first sentences. */
function shortOf({ sections, reference }: Answered): SlackText {
  const [first] = sections;
  const [short = ''] = piecesOf(
    (first?.sentences ?? []).map(({ text }) => text).join(' '),
    shortMax,
  );
  return slackText`${short} (${reference})`;
}

function headingOf(heading: string): SlackText {
  return slackText`*${unstarred(piecesOf(heading, 150)[0] ?? '')}*`;
}

/** Inside bold type a star would end it. */
function unstarred(text: string): string {
  return text.replaceAll('*', '∗').replaceAll('\n', ' ');
}
