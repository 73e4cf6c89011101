import {
  appId,
  assistant,
  nameForApps,
  team,
  type Channel,
  type Person,
} from '#playground/places.ts';

/** What Slack sends to an app. */
export type Payload = Readonly<Record<string, unknown>>;

type Written = {
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly thread: string | undefined;
  readonly files: readonly string[];
};

/** The event for a message that mentions the assistant, or that was written to it. */
export function eventFor(channel: Channel, written: Written, eventId: string): Payload {
  const { ts, user, text, thread, files } = written;
  return {
    ...envelope(eventId),
    event: {
      ...(channel.kind === 'im'
        ? { type: 'message', channel_type: 'im' }
        : { type: 'app_mention' }),
      ...(channel.kind === 'im' && files.length > 0 ? { subtype: 'file_share' } : {}),
      channel: channel.id,
      user,
      text,
      ts,
      event_ts: ts,
      team: team.id,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...(files.length === 0 ? {} : { files: files.map((name) => ({ id: `F${name}`, name })) }),
    },
  };
}

/** The event for any other thing that happens to a message. */
export function rawEvent(event: Payload, eventId: string): Payload {
  return { ...envelope(eventId), event };
}

/** A slash command. */
export function commandFrom(
  person: Person,
  channel: Channel,
  given: {
    readonly command: string;
    readonly text: string;
    readonly responseUrl: string;
    readonly trigger: string;
  },
): Payload {
  return {
    token: 'in-memory',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: nameForApps(channel),
    user_id: person.id,
    user_name: person.name.toLowerCase(),
    command: given.command,
    text: given.text,
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: given.responseUrl,
    trigger_id: given.trigger,
  };
}

function envelope(eventId: string): Payload {
  return {
    token: 'in-memory',
    team_id: team.id,
    api_app_id: appId,
    type: 'event_callback',
    event_id: eventId,
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: assistant.user,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
  };
}
