import type { App, RespondFn, SlashCommand, webApi } from '@slack/bolt';
import type { House } from '#assistant/house.ts';
import { checkDirectly } from '#slack/brief.ts';
import { messageAbout } from '#slack/conversation.ts';
import { sharableChannel } from '#slack/delivery.ts';
import { plainTextOf } from '#slack/incoming-text.ts';
import { languageOf } from '#slack/language.ts';
import { marketsNamedIn } from '#slack/market-line.ts';
import { helpMessage } from '#slack/messages/help.ts';
import { shortMessage, type Message } from '#slack/messages/message.ts';
import { slackText } from '#slack/messages/slack-text.ts';
import { words } from '#slack/messages/words.ts';
import type { Office } from '#slack/office.ts';
import { saying } from '#slack/steps.ts';
import { briefForm } from '#slack/views/brief-form.ts';

export const ethicsCheck = '/ethics-check';

/** So many characters without an end of a sentence are a word to begin with, not a brief. */
const wordMax = 25;

/** Checks a brief: what follows the command, or what is filled into the form that it opens. */
export function listenForEthicsCheck(app: App, office: Office): void {
  app.command(ethicsCheck, async ({ ack, command, client, context, respond }) => {
    await ack();
    const house = office.house();
    const whisper = whisperBy(respond);
    const op = house.newOperation();
    try {
      if (!(await office.desk.once(command.team_id, `command:${command.trigger_id}`))) return;
      const text = plainTextOf(command.text, context.botUserId);
      await deal(command, text, { client, whisper, house, office });
    } catch (error) {
      await whisper(await messageAbout(error, op, { user: command.user_id, client }, office));
    }
  });
}

type Line = {
  readonly client: webApi.WebClient;
  /** Says something that only the person sees. */
  readonly whisper: (message: Message) => Promise<unknown>;
  readonly house: House;
  readonly office: Office;
};

async function deal(command: SlashCommand, text: string, line: Line): Promise<void> {
  const { client, whisper, house, office } = line;
  const { team_id: team, user_id: user, channel_id: channel, channel_name: name } = command;
  const language = await languageOf(user, client, house.company.language);
  if (/^(?:help|hilfe|\?)$/i.test(text)) {
    await whisper(helpMessage(language));
    return;
  }
  if (text.length < wordMax && !/[.!?]/.test(text)) {
    const view = briefForm(language, house, { channel, brief: text });
    await client.views.open({ trigger_id: command.trigger_id, view });
    return;
  }
  const markets = marketsNamedIn(text, house.knowledge.facts);
  const step = saying({ text, kind: 'brief', markets }, house.reader);
  const origin = sharableChannel(channel, name);
  await checkDirectly(step, { team, user, client, language, origin }, office);
  if (!channel.startsWith('D'))
    await whisper(shortMessage(slackText`${words[language].inMessages}`));
}

function whisperBy(respond: RespondFn): Line['whisper'] {
  return (message) => respond({ response_type: 'ephemeral', ...message });
}
