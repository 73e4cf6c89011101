import { filled, isFillable, type Filled, type Given } from '#playground/filled.ts';
import type { Message } from '#playground/messages.ts';
import type { Payload } from '#playground/payloads.ts';
import {
  appId,
  assistant,
  nameForApps,
  team,
  type Channel,
  type Person,
} from '#playground/places.ts';
import type { Target } from '#playground/targets.ts';
import type { OpenView } from '#playground/views.ts';

// https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
type Pressed = {
  readonly person: Person;
  readonly target: Target;
  readonly given: Given | undefined;
  readonly stamp: string;
  readonly trigger: string;
};

/** Something was pressed or chosen on a message; of one that only a person sees, Slack sends no words. */
export function pressedOnMessage(
  pressed: Pressed,
  on: {
    readonly channel: Channel;
    readonly message: Message;
    readonly responseUrl: string;
    readonly hasReplies: boolean;
  },
): Payload {
  const { channel, message } = on;
  const isEphemeral = message.onlyFor !== undefined;
  const thread = message.thread ?? (on.hasReplies ? message.ts : undefined);
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  return {
    ...pressedBy(pressed),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...inThread,
    },
    channel: { id: channel.id, name: nameForApps(channel) },
    ...(isEphemeral ? {} : { message: { ...messageSeenByApps(message), ...inThread } }),
    state: { values: stateAfter(pressed) },
    response_url: on.responseUrl,
  };
}

/** Something was pressed or chosen in a view. */
export function pressedInView(pressed: Pressed, view: OpenView): Payload {
  return {
    ...pressedBy(pressed),
    container: { type: 'view', view_id: view.id },
    view: viewSeenByApps(view),
  };
}

/** A view was sent. */
export function viewSent(person: Person, view: OpenView, trigger: string): Payload {
  return {
    type: 'view_submission',
    ...sender(person),
    trigger_id: trigger,
    view: viewSeenByApps(view),
    response_urls: [],
  };
}

/** A view was closed without being sent. */
export function viewClosed(person: Person, view: OpenView): Payload {
  return {
    type: 'view_closed',
    ...sender(person),
    view: viewSeenByApps(view),
    is_cleared: view.clearsOnClose,
  };
}

export function messageSeenByApps({ ts, user, text, blocks, edited }: Message) {
  return {
    type: 'message',
    user,
    ...(user === assistant.user ? { bot_id: assistant.bot, app_id: appId } : {}),
    team: team.id,
    ts,
    text,
    blocks,
    ...(edited ? { edited: { user: assistant.bot, ts } } : {}),
  };
}

export function viewSeenByApps(view: OpenView) {
  return {
    id: view.id,
    team_id: team.id,
    app_id: appId,
    app_installed_team_id: team.id,
    bot_id: assistant.bot,
    type: 'modal',
    callback_id: view.callbackId,
    private_metadata: view.metadata,
    external_id: '',
    title: wordsIn(view.title),
    submit: wordsIn(view.submit),
    close: wordsIn(view.close),
    blocks: view.blocks,
    state: { values: view.values },
    hash: view.hash,
    root_view_id: view.root,
    previous_view_id: view.previous ?? null,
    clear_on_close: view.clearsOnClose,
    notify_on_close: view.tellsOnClose,
  };
}

function wordsIn(text: string | undefined) {
  return text === undefined ? null : { type: 'plain_text', text, emoji: true };
}

function pressedBy({ person, target, given, stamp, trigger }: Pressed): Payload {
  return {
    type: 'block_actions',
    ...sender(person),
    trigger_id: trigger,
    actions: [
      {
        action_id: target.action,
        block_id: target.block,
        action_ts: stamp,
        ...actionOn(target, given),
      },
    ],
  };
}

function actionOn({ element, action }: Target, given: Given | undefined): Payload {
  switch (element.type) {
    case 'button':
    case 'icon_button': {
      const { type, text, value } = element;
      if (given !== undefined && given !== value)
        throw new RangeError(`${action} has another value.`);
      return { type, text, ...(value === undefined ? {} : { value }) };
    }
    case 'feedback_buttons': {
      const buttons = [element.positive_button, element.negative_button];
      const pressed = buttons.find(({ value }) => value === given);
      if (!pressed) throw new RangeError(`${action} has no such value.`);
      return { type: element.type, text: pressed.text, value: pressed.value };
    }
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes':
    case 'datepicker':
    case 'plain_text_input':
    case 'number_input': {
      if (given === undefined) throw new RangeError(`${action} needs a value.`);
      return { ...filled(element, given) };
    }
  }
}

/** What the client tells of the choices on a message: here the one that was just made. */
function stateAfter({ target, given }: Pressed): Record<string, Record<string, Filled>> {
  const { block, action, element } = target;
  return isFillable(element) ? { [block]: { [action]: filled(element, given) } } : {};
}

function sender({ id, name }: Person): Payload {
  const username = name.toLowerCase();
  return {
    team: { id: team.id, domain: team.domain },
    user: { id, username, name: username, team_id: team.id },
    api_app_id: appId,
    token: 'in-memory',
    enterprise: null,
    is_enterprise_install: false,
  };
}
