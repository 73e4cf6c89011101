import type { Answered, Section } from '#domain/answer.ts';
import type { Language } from '#domain/language.ts';
import type { Passage } from '#domain/passage.ts';
import { formatProvision, parseProvision } from '#domain/provision.ts';
import type { Part, Room } from '#slack/messages/room.ts';
import { joined, linkTo, piecesOf, slackText, type SlackText } from '#slack/messages/slack-text.ts';
import { words } from '#slack/messages/words.ts';

const lineMax = 1_400;
const shortMax = 600;

/** A section of an answer in lines, with the numbers of its sources. */
export function partOf({ id, heading, sentences }: Section, answered: Answered): Part {
  const lines = sentences.flatMap(({ text, cites }) => {
    const said = [text, marksOf(cites, answered)].filter(Boolean).join(' ');
    return piecesOf(said, lineMax).map((piece, index) => {
      if (id === 'verdict') return slackText`*${unstarred(piece)}*`;
      return heading === undefined || index > 0 ? slackText`${piece}` : slackText`• ${piece}`;
    });
  });
  return { id, lines, ...(heading === undefined ? {} : { heading: headingOf(heading) }) };
}

/** The numbers of the sources that a sentence rests on, such as `[1][3]`. */
export function marksOf(cites: readonly string[], { citations }: Answered): string {
  const number = new Map(citations.map((passage, index) => [passage.id, index + 1]));
  return cites
    .flatMap((passage) => number.get(passage) ?? [])
    .map((one) => `[${one}]`)
    .join('');
}

/** The sources as links. */
export function sourcesOf({ citations, language }: Answered): Pick<Part, 'heading' | 'lines'> {
  const lines = citations.map((passage, index) => {
    const [title = ''] = piecesOf(passage.title[language], 300);
    return slackText`[${index + 1}] ${linkTo(passage.source, nameOf(passage, language))}: ${title}`;
  });
  return { heading: headingOf(words[language].sources), lines };
}

/** How much is left out for space, of what, and where all of it stands. */
export function cutLine({ left, from }: Room, { language, reference }: Answered): SlackText {
  const word = words[language];
  const which = from.flatMap(({ heading }) => heading ?? []).slice(0, 3);
  const headings = which.length > 0 ? slackText` (${joined(which, ' ')})` : slackText``;
  return slackText`${word.cut(left)}${headings}. ${word.whole} ${reference}.`;
}

/** What a notification shows: the verdict or the first sentences. */
export function shortOf({ sections, reference }: Answered): SlackText {
  const [first] = sections;
  const [short = ''] = piecesOf(
    (first?.sentences ?? []).map(({ text }) => text).join(' '),
    shortMax,
  );
  return slackText`${short} (${reference})`;
}

function nameOf({ provision }: Passage, language: Language): string {
  const parsed = parseProvision(provision);
  return parsed ? formatProvision(parsed, language) : provision;
}

function headingOf(heading: string): SlackText {
  return slackText`*${unstarred(piecesOf(heading, 150)[0] ?? '')}*`;
}

/** Inside bold type a star would end it. */
function unstarred(text: string): string {
  return text.replaceAll('*', '∗').replaceAll('\n', ' ');
}
