import type { Receiver } from '@slack/bolt';
import type { Clock } from '#assistant/house.ts';
import { exchangeOf, responseBase, type Call, type Exchange } from '#playground/exchange.ts';
import { directLine, type Delivery } from '#playground/line.ts';
import { messagesBy, type Message } from '#playground/messages.ts';
import { commandFrom, eventFor, type Payload } from '#playground/payloads.ts';
import * as usual from '#playground/places.ts';
import { assistant, directMessages, type Channel, type Person } from '#playground/places.ts';
import { responseUrls } from '#playground/response-urls.ts';

/** A message as a person's client sends it, in Slack's markup (see `typed` and `mentioning`). */
export type Said = {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly thread?: string;
  readonly files?: readonly string[];
};

/** A slash command and what follows it. */
export type Command = {
  readonly user: string;
  readonly channel: string;
  readonly command: string;
  readonly text: string;
};

/** A Slack workspace in memory: people write, the app hears of it, and calls back. */
export type Workspace = {
  /** Both ends of the line, for the app. */
  readonly receiver: Receiver;
  readonly clientOptions: Exchange['clientOptions'];
  readonly people: readonly Person[];
  /** Writes a message; the app hears of it where it is mentioned or alone with the person. */
  readonly say: (said: Said) => Message;
  readonly command: (given: Command) => void;
  /** Delivers anything, as often as wanted. */
  readonly deliver: (payload: Payload) => void;
  readonly deliveries: readonly Delivery[];
  readonly idle: () => Promise<void>;
  readonly calls: readonly Call[];
  readonly disturb: Exchange['disturb'];
  /** Messages of a channel, those for one person included. */
  readonly messages: (channel: string) => readonly Message[];
  /** A root message and its replies. */
  readonly thread: (channel: string, root: string) => readonly Message[];
};

export function inMemoryWorkspace({
  clock,
  people = usual.people,
  channels = usual.channels,
}: {
  readonly clock: Clock;
  readonly people?: readonly Person[];
  readonly channels?: readonly Channel[];
}): Workspace {
  const messages = messagesBy(clock);
  const urls = responseUrls(responseBase, clock);
  const exchange = exchangeOf({ people, channels, messages }, urls);
  const line = directLine(() => exchange.calls.length);
  const everywhere = [...channels, ...people.map(({ id }) => directMessages(id))];

  return {
    receiver: line.receiver,
    clientOptions: exchange.clientOptions,
    people,
    say({ user, channel: id, text, thread, files = [] }) {
      const channel = called(id, everywhere);
      const message = messages.add({ channel: id, user, text, blocks: [], thread });
      const isMentioned = channel.hasAssistant && text.includes(`<@${assistant.user}>`);
      if (channel.kind === 'im' || isMentioned) {
        line.deliver(eventFor(channel, { ...message, thread, files }, `Ev${message.ts}`));
      }
      return message;
    },
    command({ user, channel: id, command, text }) {
      const channel = called(id, everywhere);
      const responseUrl = urls.issue({ channel, user });
      const trigger = `trigger.${line.deliveries.length + 1}`;
      const given = { command, text, responseUrl, trigger };
      line.deliver(commandFrom(called(user, people), channel, given), (response) => {
        if (typeof response === 'string') exchange.respond(channel, user, { text: response });
        else if (response !== undefined) exchange.respond(channel, user, response);
      });
    },
    deliver: (payload) => line.deliver(payload),
    deliveries: line.deliveries,
    idle: line.idle,
    calls: exchange.calls,
    disturb: exchange.disturb,
    messages: messages.in,
    thread: messages.thread,
  };
}

/** What a client makes of typed text. */
export function typed(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The same with a mention of the assistant in front. */
export function mentioning(text: string): string {
  return `<@${assistant.user}> ${typed(text)}`;
}

function called<T extends { readonly id: string }>(id: string, among: readonly T[]): T {
  const one = among.find((each) => each.id === id);
  if (!one) throw new RangeError(`The workspace has no ${id}.`);
  return one;
}
