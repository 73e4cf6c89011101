import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '#domain/language.ts';
import { actionIds } from '#slack/action-ids.ts';
import { cardWords } from '#slack/messages/card-words.ts';
import { clickWords } from '#slack/messages/click-words.ts';
import { contextOf, sectionOf, shortMessage, type Message } from '#slack/messages/message.ts';
import {
  channelCalled,
  joined,
  personCalled,
  slackText,
  type SlackText,
} from '#slack/messages/slack-text.ts';

/** A card as Slack hands it back. */
type Shown = { readonly text: string; readonly blocks: unknown };

/** A result for a channel: what the card shows, without anything to press, below who shares it. */
export function sharedMessage(card: Shown, user: string, language: Language): Message {
  const who = slackText`${personCalled(user)} ${cardWords[language].shares}`;
  const content = blocksOf(card).filter(
    ({ type }) => !['actions', 'context_actions'].includes(type),
  );
  return messageLike(card, [sectionOf(who), ...content]);
}

/** The card after sharing: the button is gone, and it says where the result is. */
export function withoutShare(card: Shown, channel: string, language: Language): Message {
  const blocks = blocksOf(card).flatMap((block): readonly types.KnownBlock[] => {
    if (block.type !== 'actions') return [block];
    const elements = block.elements.filter((one) => one.action_id !== actionIds.share);
    return elements.length > 0 ? [{ ...block, elements }] : [];
  });
  const where = slackText`${cardWords[language].sharedIn} ${channelCalled(channel)}`;
  return messageLike(card, [...blocks, contextOf(where)]);
}

/** What the person reads who has shared, or tried to. */
export function sharedNotice(
  outcome: 'shared' | 'sharedBefore' | 'notShared',
  channel: string,
  language: Language,
): Message {
  const word = clickWords[language];
  const said = slackText`${word[outcome]} ${channelCalled(channel)}.`;
  const more: readonly SlackText[] = outcome === 'notShared' ? [slackText`${word.invite}`] : [];
  return shortMessage(joined([said, ...more], ' '));
}

function messageLike({ text }: Shown, blocks: types.KnownBlock[]): Message {
  return { text, blocks, unfurl_links: false, unfurl_media: false };
}

// Slack hands back the blocks that it has taken from us; which they are is known, so only their form is checked.
const Blocks = z.array(z.custom<types.KnownBlock>(isBlock));

function blocksOf({ blocks }: Shown): types.KnownBlock[] {
  return Blocks.parse(blocks);
}

function isBlock(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value;
}
