import {
  joined,
  personCalled,
  piecesOf,
  quoted,
  slackText,
  type SlackText,
} from '#slack/messages/slack-text.ts';

// Below what a block takes.
const lineMax = 2_800;

/** What somebody wrote, line by line and whole. */
export function linesOf(text: string): readonly SlackText[] {
  return text
    .split('\n')
    .flatMap((line) => piecesOf(line, lineMax))
    .map((line) => quoted(line, lineMax));
}

/** Persons in a row. */
export function personsCalled(ids: readonly string[]): SlackText {
  return joined(
    ids.map((id, index) => slackText`${personCalled(id)}${index < ids.length - 1 ? ',' : ''}`),
    ' ',
  );
}
