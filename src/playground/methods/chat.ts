import { z } from 'zod';
import { checkContent } from '#playground/content.ts';
import type { Fields } from '#playground/fields.ts';
import type { Message } from '#playground/messages.ts';
import { messageSeenByApps } from '#playground/interactions.ts';
import { assistant, directMessages, isMember, type Channel } from '#playground/places.ts';
import { permalinkTo } from '#playground/permalinks.ts';
import { refused, type Result } from '#playground/results.ts';
import type { Method, State } from '#playground/web-api.ts';

/** Messages: written, changed, shown to one person alone, linked to. */
export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': (fields, state) => {
    const written = writtenIn(fields, state);
    if (!written.ok) return written;
    const message = state.messages.add(written.message);
    const { channel, ts } = message;
    return { ok: true, channel, ts, message: messageSeenByApps(message) };
  },
  'chat.postEphemeral': (fields, state) => {
    const written = writtenIn(fields, state);
    if (!written.ok) return written;
    const user = String(fields['user']);
    const isThere = state.people.some(({ id }) => id === user) && isMember(user, written.channel);
    if (!isThere) return refused('user_not_in_channel');
    const { ts } = state.messages.add({ ...written.message, onlyFor: user });
    return { ok: true, message_ts: ts };
  },
  'chat.update': (fields, state) => {
    const read = Updated.safeParse(fields);
    if (!read.success) return refused('invalid_arguments');
    const { channel, ts, text, blocks } = read.data;
    const found = own(channel, ts, state);
    if (!found.ok) return found;
    // With words alone the blocks go; without words they stay.
    const shown = blocks ?? (text === undefined ? found.message.blocks : []);
    const words = text ?? found.message.text;
    const content = checkContent(words, shown, state.switches.refusesNewBlocks);
    if (!content.ok) return content;
    const message = state.messages.change(found.message, { text: words, blocks: content.blocks });
    return { ok: true, channel, ts, text: words, message: messageSeenByApps(message) };
  },
  'chat.getPermalink': (fields, { channels, messages }) => {
    const [channel, ts] = [String(fields['channel']), String(fields['message_ts'])];
    if (!channels.some(({ id }) => id === channel)) return refused('channel_not_found');
    const message = messages.find(channel, ts);
    if (!message || message.onlyFor !== undefined) return refused('message_not_found');
    return { ok: true, channel, permalink: permalinkTo(message) };
  },
};

const Posted = z.object({
  channel: z.string(),
  text: z.string().default(''),
  blocks: z.unknown().optional(),
  thread_ts: z.string().optional(),
});
const Updated = z.object({
  channel: z.string(),
  ts: z.string(),
  text: z.string().optional(),
  blocks: z.unknown().optional(),
});

type Refusal = Result & { readonly ok: false };
type Written =
  | { readonly ok: true; readonly channel: Channel; readonly message: Omit<Message, 'ts'> }
  | Refusal;

/** A message that Slack would take, or its reason for refusing it. */
function writtenIn(fields: Fields, state: State): Written {
  const read = Posted.safeParse(fields);
  if (!read.success) return refused('invalid_arguments');
  const { text, thread_ts: thread } = read.data;
  const channel = channelCalled(read.data.channel, state);
  if (!channel) return refused('channel_not_found');
  if (!channel.hasAssistant) return refused('not_in_channel');
  const content = checkContent(text, read.data.blocks, state.switches.refusesNewBlocks);
  if (!content.ok) return content;
  if (thread !== undefined && !state.messages.find(channel.id, thread))
    return refused('thread_not_found');
  const { blocks } = content;
  const message = { channel: channel.id, user: assistant.user, text, blocks, thread };
  return { ok: true, channel, message };
}

/** A message that the assistant may change; what one person alone sees stays as it is. */
function own(
  channel: string,
  ts: string,
  { channels, messages }: State,
): { readonly ok: true; readonly message: Message } | Refusal {
  if (!channels.some(({ id }) => id === channel)) return refused('channel_not_found');
  const message = messages.find(channel, ts);
  if (!message || message.onlyFor !== undefined) return refused('message_not_found');
  return message.user === assistant.user ? { ok: true, message } : refused('cant_update_message');
}

/** A person's id stands for their direct messages. */
function channelCalled(id: string, { channels, people }: State): Channel | undefined {
  const person = people.find((one) => one.id === id);
  return person ? directMessages(person.id) : channels.find((channel) => channel.id === id);
}
