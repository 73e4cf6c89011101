import { z } from 'zod';
import type { Fields } from '#playground/fields.ts';
import { checkBlocks } from '#playground/limits.ts';
import type { Message, Messages } from '#playground/messages.ts';
import { assistant, directMessages, team, type Channel, type Person } from '#playground/places.ts';

/** What the methods work on. */
export type State = {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly messages: Messages;
};

/** The answer of a method, as Slack words it. */
export type Result = Readonly<Record<string, unknown>> & { readonly ok: boolean };

/** Answers a call of the Web API; what the workspace does not know, it says so. */
export function callMethod(method: string, fields: Fields, state: State): Result {
  const known = methods[method];
  return known ? known(fields, state) : refused('unknown_method', { req_method: method });
}

const methods: Readonly<Record<string, (fields: Fields, state: State) => Result>> = {
  'auth.test': () => ({
    ok: true,
    url: 'https://workspace.invalid/',
    team: team.domain,
    team_id: team.id,
    user: assistant.name,
    user_id: assistant.user,
    bot_id: assistant.bot,
    is_enterprise_install: false,
  }),
  'users.info': (fields, { people }) => {
    const person = people.find(({ id }) => id === fields['user']);
    if (!person) return refused('user_not_found');
    const { id, name, locale } = person;
    const shown = fields['include_locale'] === true ? { locale } : {};
    return { ok: true, user: { id, name, is_bot: false, team_id: team.id, ...shown } };
  },
  'chat.postMessage': (fields, state) => {
    const written = writtenIn(fields, state);
    if (!written.ok) return written;
    const { ts, channel, text } = state.messages.add({ ...written.message, user: assistant.user });
    return { ok: true, channel, ts, message: { type: 'message', bot_id: assistant.bot, text, ts } };
  },
};

const Posted = z.object({
  channel: z.string(),
  text: z.string().default(''),
  blocks: z.unknown().optional(),
  thread_ts: z.string().optional(),
});

type Written =
  | { readonly ok: true; readonly message: Omit<Message, 'ts' | 'user'> }
  | (Result & { readonly ok: false });

/** A message that Slack would take, or its reason for refusing it. */
function writtenIn(fields: Fields, { channels, people, messages }: State): Written {
  const read = Posted.safeParse(fields);
  if (!read.success) return refused('invalid_arguments');
  const { text, thread_ts: thread } = read.data;
  const channel = channelCalled(read.data.channel, channels, people);
  if (!channel) return refused('channel_not_found');
  if (!channel.hasAssistant) return refused('not_in_channel');
  const content = contentOf(text, read.data.blocks);
  if (!content.ok) return content;
  if (thread !== undefined && !messages.has(channel.id, thread)) return refused('thread_not_found');
  return { ok: true, message: { channel: channel.id, text, blocks: content.blocks, thread } };
}

const textMax = 40_000;

/** Checks text and blocks of a message, or of a response to a command. */
export function contentOf(text: string, blocks: unknown) {
  if (text.length > textMax) return refused('msg_too_long');
  const checked = checkBlocks(blocks ?? []);
  if (!checked.ok) {
    return refused(checked.error, { response_metadata: { messages: checked.messages } });
  }
  if (text === '' && checked.blocks.length === 0) return refused('no_text');
  return checked;
}

/** A person's id stands for their direct messages. */
function channelCalled(
  id: string,
  channels: readonly Channel[],
  people: readonly Person[],
): Channel | undefined {
  const direct = people.map((person) => [person.id, directMessages(person.id)] as const);
  return (
    channels.find((channel) => channel.id === id) ??
    direct.find(([person, channel]) => person === id || channel.id === id)?.[1]
  );
}

export function refused(error: string, more: Readonly<Record<string, unknown>> = {}) {
  return { ok: false, error, ...more } as const;
}
