import type { Clock } from '#assistant/house.ts';
import type { Block } from '#playground/limits.ts';

/** A message in a channel. */
export type Message = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** In Slack's markup. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly thread?: string | undefined;
  /** The only person who sees it. */
  readonly onlyFor?: string | undefined;
};

/** All messages of a workspace, each with a time of its own. */
export type Messages = {
  readonly add: (message: Omit<Message, 'ts'>) => Message;
  readonly in: (channel: string) => readonly Message[];
  /** The root and its replies, in order. */
  readonly thread: (channel: string, root: string) => readonly Message[];
  readonly has: (channel: string, ts: string) => boolean;
};

export function messagesBy(clock: Clock): Messages {
  const all: Message[] = [];
  return {
    add(message) {
      const seconds = Math.floor(clock.now().getTime() / 1000);
      const added = { ...message, ts: `${seconds}.${String(all.length + 1).padStart(6, '0')}` };
      all.push(added);
      return added;
    },
    in: (channel) => all.filter((one) => one.channel === channel),
    thread: (channel, root) =>
      all.filter((one) => one.channel === channel && (one.ts === root || one.thread === root)),
    has: (channel, ts) => all.some((one) => one.channel === channel && one.ts === ts),
  };
}
