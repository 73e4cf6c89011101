/** What decides whether a message is meant for the assistant at all. */
type Sent = {
  readonly user?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly subtype?: string | undefined;
  readonly edited?: unknown;
  readonly hidden?: unknown;
};

/** Whether a person has newly written it: no app, no edit, no deletion, no notice of Slack. */
export function isFromPerson(sent: Sent): boolean {
  const isPlain =
    sent.subtype === undefined || ['file_share', 'thread_broadcast'].includes(sent.subtype);
  const isPerson =
    sent.user !== undefined && sent.user !== 'USLACKBOT' && sent.bot_id === undefined;
  return isPlain && isPerson && sent.edited === undefined && sent.hidden === undefined;
}

/**
 * What names a message for good. Its channel and time do, the id of an event does not: one message
 * may come as two events, and Slack repeats deliveries.
 */
export function deliveryOf({
  channel,
  ts,
}: {
  readonly channel: string;
  readonly ts: string;
}): string {
  return `${channel}:${ts}`;
}

/** What kind of place a channel is. Without a scope to look it up, it counts as public unless its id says otherwise. */
export function placeOf(channel: string): 'dm' | 'private' | 'public' {
  if (channel.startsWith('D')) return 'dm';
  return channel.startsWith('G') ? 'private' : 'public';
}

/** The channel that a result may be shared in; nothing where people are among themselves. */
export function sharableChannel(id: string | undefined, name = ''): string | undefined {
  const isChannel = id !== undefined && /^[CG]/.test(id) && !/^(?:directmessage|mpdm-)/.test(name);
  return isChannel ? id : undefined;
}
