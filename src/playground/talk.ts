import type { Line } from '#playground/line.ts';
import type { Message } from '#playground/messages.ts';
import { commandFrom, eventFor } from '#playground/payloads.ts';
import { assistant, personCalled, system, type Channel } from '#playground/places.ts';
import type { ResponseUrls } from '#playground/response-urls.ts';
import { respond } from '#playground/responses.ts';
import type { State } from '#playground/web-api.ts';

/** A message as a person's client sends it, in Slack's markup. */
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

/** What is said in a workspace. */
export type Talk = {
  /** Writes a message; the app hears of it where it is mentioned or alone with the person. */
  readonly say: (said: Said) => Message;
  readonly command: (given: Command) => void;
  /** Shows one person something that is from neither person nor assistant. */
  readonly notice: (to: Omit<Said, 'files'>) => Message;
};

export function talkIn(state: State, line: Line, urls: ResponseUrls): Talk {
  const { messages, triggers, people, channels } = state;
  return {
    say({ user, channel: id, text, thread, files = [] }) {
      const channel = channelCalled(id, channels);
      const message = messages.add({ channel: id, user, text, blocks: [], thread });
      const isMentioned = channel.hasAssistant && text.includes(`<@${assistant.user}>`);
      if (channel.kind === 'im' || isMentioned) {
        line.deliver(eventFor(channel, { ...message, thread, files }, `Ev${message.ts}`));
      }
      return message;
    },
    command({ user, channel: id, command, text }) {
      const channel = channelCalled(id, channels);
      const responseUrl = urls.issue({ channel, user });
      const given = { command, text, responseUrl, trigger: triggers.issue(user) };
      const payload = commandFrom(personCalled(user, people), channel, given);
      line.deliver(payload, (response) => {
        if (response === undefined || response === '') return undefined;
        const shown = typeof response === 'string' ? { text: response } : response;
        return respond({ channel, user }, shown, state);
      });
    },
    notice: ({ user, ...shown }) =>
      messages.add({ ...shown, user: system, blocks: [], onlyFor: user }),
  };
}

function channelCalled(id: string, channels: readonly Channel[]): Channel {
  const channel = channels.find((one) => one.id === id);
  if (!channel) throw new RangeError(`The workspace has no ${id}.`);
  return channel;
}
