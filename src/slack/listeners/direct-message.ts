import type { App } from '@slack/bolt';
import { converse } from '#slack/conversation.ts';
import { deliveryOf, isFromPerson } from '#slack/delivery.ts';
import type { Office } from '#slack/office.ts';

/** Answers direct messages; each opens a thread of its own. */
export function listenForDirectMessages(app: App, office: Office): void {
  app.message(async ({ message, body, client, context }) => {
    if (message.channel_type !== 'im' || !isFromPerson(message)) return;
    if (message.subtype !== undefined && message.subtype !== 'file_share') return;
    const { user, channel, ts } = message;

    await converse(
      {
        team: body.team_id,
        delivery: deliveryOf(message),
        user,
        channel,
        thread: message.thread_ts ?? ts,
        text: message.text ?? '',
        place: 'dm',
        hasFiles: (message.files ?? []).length > 0,
        assistant: context.botUserId,
        client,
      },
      office,
    );
  });
}
