import type { Receiver } from '@slack/bolt';
import type { Clock } from '#assistant/house.ts';
import { exchangeOf, responseBase, type Call, type Exchange } from '#playground/exchange.ts';
import { formsIn, type Forms } from '#playground/forms.ts';
import { directLine, type Delivery } from '#playground/line.ts';
import { messagesBy, type Message } from '#playground/messages.ts';
import type { Payload } from '#playground/payloads.ts';
import * as usual from '#playground/places.ts';
import { assistant, directMessages, type Channel, type Person } from '#playground/places.ts';
import { pressesOn, type Press } from '#playground/presses.ts';
import { responseUrls } from '#playground/response-urls.ts';
import { grantedScopes } from '#playground/scopes.ts';
import { stampsBy } from '#playground/stamps.ts';
import { talkIn, type Talk } from '#playground/talk.ts';
import { triggersBy } from '#playground/triggers.ts';
import { viewsBy } from '#playground/views.ts';

/** A Slack workspace in memory: people write, the app hears of it, and calls back. */
export type Workspace = Talk &
  Forms & {
    /** Both ends of the line, for the app. */
    readonly receiver: Receiver;
    readonly clientOptions: Exchange['clientOptions'];
    readonly people: readonly Person[];
    /** Direct messages included. */
    readonly channels: readonly Channel[];
    /** Presses or chooses something; a RangeError where it is not there for the person. */
    readonly press: (press: Press) => void;
    /** Delivers anything, as often as wanted. */
    readonly deliver: (payload: Payload) => void;
    readonly deliveries: readonly Delivery[];
    readonly idle: () => Promise<void>;
    readonly calls: readonly Call[];
    readonly disturb: Exchange['disturb'];
    /** Refuses the newer blocks, as older clients do. */
    readonly refuseNewBlocks: (refuses: boolean) => void;
    /** Messages of a channel, those for one person included. */
    readonly messages: (channel: string) => readonly Message[];
    /** A root message and its replies. */
    readonly thread: (channel: string, root: string) => readonly Message[];
  };

export function inMemoryWorkspace({
  clock,
  people = usual.people,
  channels = usual.channels,
  scopes = grantedScopes,
}: {
  readonly clock: Clock;
  readonly people?: readonly Person[];
  readonly channels?: readonly Channel[];
  /** What the app may do. */
  readonly scopes?: readonly string[];
}): Workspace {
  const messages = messagesBy(clock);
  const everywhere = [...channels, ...people.map(({ id }) => directMessages(id))];
  const triggers = triggersBy(clock);
  const switches = { refusesNewBlocks: false };
  const views = viewsBy(clock);
  const state = { people, channels: everywhere, messages, views, triggers, scopes, switches };
  const urls = responseUrls(responseBase, clock);
  const number = counter();
  const exchange = exchangeOf(state, urls, { clock, number });
  const line = directLine({ clock, number, countCalls: () => exchange.calls.length });

  return {
    ...talkIn(state, line, urls),
    ...formsIn(state, line),
    press: pressesOn(state, line, { urls, stamps: stampsBy(clock) }),
    receiver: line.receiver,
    clientOptions: exchange.clientOptions,
    people,
    channels: everywhere,
    deliver: (payload) => line.deliver(payload),
    deliveries: line.deliveries,
    idle: line.idle,
    calls: exchange.calls,
    disturb: exchange.disturb,
    refuseNewBlocks(refuses) {
      switches.refusesNewBlocks = refuses;
    },
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

function counter(): () => number {
  let count = 0;
  return () => (count += 1);
}
