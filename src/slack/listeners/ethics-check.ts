import { webApi, type App, type SlashCommand } from '@slack/bolt';
import type { Request } from '#domain/request.ts';
import { converse, messageAbout } from '#slack/conversation.ts';
import { plainTextOf } from '#slack/incoming-text.ts';
import { languageOf } from '#slack/language.ts';
import { helpMessage } from '#slack/messages/help.ts';
import { shortMessage, type Message } from '#slack/messages/message.ts';
import { personCalled, slackText } from '#slack/messages/slack-text.ts';
import { words } from '#slack/messages/words.ts';
import type { Office } from '#slack/office.ts';
import { send } from '#slack/send.ts';

export const ethicsCheck = '/ethics-check';

/** Checks a brief: in a thread of the channel where that is open to all, else in a direct message. */
export function listenForEthicsCheck(app: App, office: Office): void {
  app.command(ethicsCheck, async ({ ack, command, client, context, respond }) => {
    await ack();
    const whisper = (message: Message) => respond({ response_type: 'ephemeral', ...message });
    const op = office.house.newOperation();
    try {
      await check(command, context.botUserId, { client, whisper }, office);
    } catch (error) {
      await whisper(await messageAbout(error, op, { user: command.user_id, client }, office));
    }
  });
}

type Line = {
  readonly client: webApi.WebClient;
  /** Says something that only the person sees. */
  readonly whisper: (message: Message) => Promise<unknown>;
};

async function check(
  command: SlashCommand,
  assistant: string | undefined,
  { client, whisper }: Line,
  office: Office,
): Promise<void> {
  const { team_id: team, user_id: user, trigger_id: trigger } = command;
  if (!(await office.desk.once(team, `command:${trigger}`))) return;
  const language = await languageOf(user, client, office.house.company.language);
  const text = plainTextOf(command.text, assistant);
  if (text === '' || /^(?:help|hilfe|\?)$/i.test(text)) {
    await whisper(helpMessage(language));
    return;
  }

  const word = words[language];
  const open = slackText`${personCalled(user)} ${word.checks}`;
  const inChannel = isPublic(command)
    ? await opened(client, command.channel_id, shortMessage(open))
    : undefined;
  const root = inChannel ?? (await opened(client, user, shortMessage(slackText`${word.yours}`)));
  if (!root) throw new Error('The direct message could not be opened.');
  if (!inChannel && root.channel !== command.channel_id) {
    await whisper(shortMessage(slackText`${word.inMessages}`));
  }
  const place: Request['place'] = inChannel ? 'public' : 'dm';
  const heard = { team, user, ...root, text: command.text, place, kind: 'brief' as const };
  await converse({ ...heard, hasFiles: false, assistant, client }, office);
}

/** Starts a thread; nothing where the assistant may not write. */
async function opened(
  client: webApi.WebClient,
  channel: string,
  message: Message,
): Promise<{ readonly channel: string; readonly thread: string } | undefined> {
  try {
    const root = await send(client, { channel }, message);
    return { channel: root.channel, thread: root.ts };
  } catch (error) {
    if (isClosed(error)) return undefined;
    throw error;
  }
}

/** Slack names private places in a command by what they are, not by their name. */
function isPublic({ channel_id: id, channel_name: name }: SlashCommand): boolean {
  return id.startsWith('C') && !/^(?:privategroup|directmessage|mpdm-)/.test(name);
}

function isClosed(error: unknown): boolean {
  const codes = ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'];
  return error instanceof webApi.WebAPIPlatformError && codes.includes(error.data.error);
}
