import type { Receiver } from '@slack/bolt';
import type { Clock } from '#assistant/house.ts';
import { exchangeOf, responseBase, type Call, type Exchange } from '#playground/exchange.ts';
import { directLine, type Delivery } from '#playground/line.ts';
import { messagesBy, type Message } from '#playground/messages.ts';
import { commandFrom, eventFor, type Payload } from '#playground/payloads.ts';
import * as usual from '#playground/places.ts';
import { assistant, directMessages, type Channel, type Person } from '#playground/places.ts';
import { responseUrls } from '#playground/response-urls.ts';

/** What a person writes: as typed, or in Slack's markup where a client would make some. */
export type Said = {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly isMarkup?: boolean;
  readonly thread?: string;
  readonly files?: readonly string[];
};

/** A Slack workspace in memory: people write, the app hears of it, and calls back. */
export type Workspace = {
  /** Both ends of the line, for the app. */
  readonly receiver: Receiver;
  readonly clientOptions: Exchange['clientOptions'];
  readonly people: readonly Person[];
  /** Writes a message; the app hears of it where it is mentioned or alone with the person. */
  say(said: Said): Message;
  /** The same with a mention of the assistant in front. */
  mention(said: Said): Message;
  /** Writes to the assistant alone. */
  direct(said: Omit<Said, 'channel'>): Message;
  command(given: { user: string; channel: string; command: string; text: string }): void;
  /** Delivers anything, as often as wanted. */
  deliver(payload: Payload): void;
  readonly deliveries: readonly Delivery[];
  idle(): Promise<void>;
  readonly calls: readonly Call[];
  readonly disturb: Exchange['disturb'];
  /** Messages of a channel, those for one person included. */
  messages(channel: string): readonly Message[];
  /** A root message and its replies. */
  thread(channel: string, root: string): readonly Message[];
};

export function inMemoryWorkspace(options: {
  readonly clock: Clock;
  readonly people?: readonly Person[];
  readonly channels?: readonly Channel[];
}): Workspace {
  const { clock, people = usual.people, channels = usual.channels } = options;
  const messages = messagesBy(clock);
  const urls = responseUrls(responseBase, clock);
  const exchange = exchangeOf({ people, channels, messages }, urls);
  const line = directLine(() => exchange.calls.length);
  const everywhere = [...channels, ...people.map(({ id }) => directMessages(id))];

  const say = ({
    user,
    channel: id,
    text,
    isMarkup = false,
    thread,
    files = [],
  }: Said): Message => {
    const channel = called(id, everywhere);
    const markup = isMarkup ? text : typed(text);
    const message = messages.add({ channel: id, user, text: markup, blocks: [], thread });
    const isMentioned = channel.hasAssistant && markup.includes(`<@${assistant.user}>`);
    if (channel.kind === 'im' || isMentioned) {
      line.deliver(eventFor(channel, { ...message, thread, files }, `Ev${message.ts}`));
    }
    return message;
  };

  return {
    receiver: line.receiver,
    clientOptions: exchange.clientOptions,
    people,
    say,
    mention: ({ text, isMarkup = false, ...said }) =>
      say({
        ...said,
        text: `<@${assistant.user}> ${isMarkup ? text : typed(text)}`,
        isMarkup: true,
      }),
    direct: (said) => say({ ...said, channel: directMessages(said.user).id }),
    command({ user, channel: id, command, text }) {
      const channel = called(id, everywhere);
      const responseUrl = urls.issue({ channel, user });
      const trigger = `trigger.${line.deliveries.length + 1}`;
      const given = { command, text: typed(text), responseUrl, trigger };
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
function typed(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function called<T extends { readonly id: string }>(id: string, among: readonly T[]): T {
  const one = among.find((each) => each.id === id);
  if (!one) throw new RangeError(`The workspace has no ${id}.`);
  return one;
}
