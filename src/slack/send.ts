import { webApi } from '@slack/bolt';
import type { Message } from '#slack/messages/message.ts';
import { plainBlocks } from '#slack/messages/plain-blocks.ts';

/** Where a message goes: a channel, or a person's direct messages; into a thread if one is named. */
export type Destination = { readonly channel: string; readonly thread?: string | undefined };

/** A message that was sent. */
export type Sent = { readonly channel: string; readonly ts: string };

/** Sends a message and tells where it went. */
export async function send(
  client: webApi.WebClient,
  { channel: to, thread }: Destination,
  message: Message,
): Promise<Sent> {
  const within = thread === undefined ? {} : { thread_ts: thread };
  const { channel, ts } = await inTwoStages(message, (content) =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the method of Slack, not of a browser window
    client.chat.postMessage({ channel: to, ...within, ...content }),
  );
  if (channel === undefined || ts === undefined)
    throw new Error('Slack did not say where the message went.');
  return { channel, ts };
}

/** Puts another message in the place of one that was sent. */
export async function replace(
  client: webApi.WebClient,
  { channel, ts }: Sent,
  message: Message,
): Promise<void> {
  await inTwoStages(message, ({ text, blocks }) =>
    client.chat.update({ channel, ts, text, blocks }),
  );
}

/** Says something that only one person sees; where that cannot be, in their direct messages. */
export async function whisper(
  client: webApi.WebClient,
  { channel, thread, user }: Destination & { readonly user: string },
  { text, blocks, ...rest }: Message,
): Promise<void> {
  const within = thread === undefined ? {} : { thread_ts: thread };
  try {
    await client.chat.postEphemeral({ channel, user, ...within, text, blocks });
  } catch {
    // Why is of no use to anybody: what matters is that the person gets to know.
    await send(client, { channel: user }, { text, blocks, ...rest });
  }
}

/** A workspace that does not know the newer blocks gets the same in old ones. */
async function inTwoStages<T>(
  message: Message,
  call: (content: Message) => Promise<T>,
): Promise<T> {
  try {
    return await call(message);
  } catch (error) {
    if (!isRefused(error)) throw error;
    return call({ ...message, blocks: plainBlocks(message.blocks) });
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && error.data.error === 'invalid_blocks';
}
