import type { webApi } from '@slack/bolt';
import type { Message } from '#slack/messages/message.ts';

/** Where a message goes: a channel, or a person's direct messages; into a thread if one is named. */
export type Destination = { readonly channel: string; readonly thread?: string };

/** Sends a message and tells where it went. */
export async function send(
  client: webApi.WebClient,
  { channel: to, thread }: Destination,
  message: Message,
): Promise<{ readonly channel: string; readonly ts: string }> {
  const within = thread === undefined ? {} : { thread_ts: thread };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the method of Slack, not of a browser window
  const { channel, ts } = await client.chat.postMessage({ channel: to, ...within, ...message });
  if (channel === undefined || ts === undefined)
    throw new Error('Slack did not say where the message went.');
  return { channel, ts };
}
