import type { types } from '@slack/bolt';
import { lengthOf, markupOf, plainWords, type SlackText } from '#slack/messages/slack-text.ts';

/** A message as `chat.postMessage` takes it. */
export type Message = {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
};

/** The most that one text of a block may hold; https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const blockTextMax = 3_000;

/** A message of blocks, with a short text for notifications and screen readers. */
export function messageOf(short: SlackText, blocks: readonly types.KnownBlock[]): Message {
  return {
    text: markupOf(short),
    blocks: [...blocks],
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** A message of a few lines. */
export function shortMessage(text: SlackText): Message {
  return messageOf(text, [sectionOf(text)]);
}

/** A paragraph. */
export function sectionOf(text: SlackText): types.SectionBlock {
  return { type: 'section', expand: true, text: mrkdwn(text) };
}

/** Small print. */
export function contextOf(text: SlackText): types.ContextBlock {
  return { type: 'context', elements: [mrkdwn(text)] };
}

/** How many characters of a message Slack counts. */
export function sizeOf(texts: readonly SlackText[]): number {
  return texts.reduce((sum, text) => sum + lengthOf(text) + 1, 0);
}

/** The same of blocks, with what stands on buttons and in lists. */
export function charactersIn(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length + 1 : charactersIn(value)),
    0,
  );
}

/** Marked-up text of a block. Verbatim: Slack turns no address and no name in an echoed text into a link by itself. */
export function mrkdwn(text: SlackText): types.MrkdwnElement {
  return { type: 'mrkdwn', text: markupOf(text), verbatim: true };
}

/** Text of a block without markup. */
export function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: plainWords(text, most), emoji: false };
}
