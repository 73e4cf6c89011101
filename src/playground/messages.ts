import type { Clock } from '#assistant/house.ts';
import type { Block } from '#playground/limits/blocks.ts';
import { stampsBy } from '#playground/stamps.ts';
import { named } from '#playground/targets.ts';

/** A message in a channel. */
export type Message = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** In Slack's markup. */
  readonly text: string;
  /** Each block and each element has a name. */
  readonly blocks: readonly Block[];
  readonly thread?: string | undefined;
  /** The only person who sees it. */
  readonly onlyFor?: string | undefined;
  readonly edited?: boolean | undefined;
};

/** All messages of a workspace, each with a time of its own. */
export type Messages = {
  readonly add: (message: Omit<Message, 'ts'>) => Message;
  readonly in: (channel: string) => readonly Message[];
  /** The root and its replies, in order. */
  readonly thread: (channel: string, root: string) => readonly Message[];
  readonly find: (channel: string, ts: string) => Message | undefined;
  /** Changes what a message says. */
  readonly change: (message: Message, to: Pick<Message, 'text' | 'blocks'>) => Message;
  readonly remove: (message: Message) => void;
};

export function messagesBy(clock: Clock): Messages {
  const next = stampsBy(clock);
  const all = new Map<string, Message>();
  const inChannel = (channel: string) => [...all.values()].filter((one) => one.channel === channel);

  return {
    add(message) {
      const ts = next();
      const added = { ...message, blocks: named(message.blocks, ts), ts };
      all.set(ts, added);
      return added;
    },
    in: inChannel,
    thread: (channel, root) =>
      inChannel(channel).filter((one) => one.ts === root || one.thread === root),
    find(channel, ts) {
      const found = all.get(ts);
      return found?.channel === channel ? found : undefined;
    },
    change(message, { text, blocks }) {
      const changed = { ...message, text, blocks: named(blocks, next()), edited: true };
      all.set(message.ts, changed);
      return changed;
    },
    remove: ({ ts }) => void all.delete(ts),
  };
}
