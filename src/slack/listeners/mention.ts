import type { App } from '@slack/bolt';
import { converse } from '#slack/conversation.ts';
import { deliveryOf, isFromPerson, placeOf } from '#slack/delivery.ts';
import type { Office } from '#slack/office.ts';

/** Answers whoever mentions the assistant, in the thread they wrote in. */
export function listenForMentions(app: App, office: Office): void {
  app.event('app_mention', async ({ event, body, client, context }) => {
    const { user, channel, ts, text } = event;
    if (user === undefined || !isFromPerson(event)) return;

    await converse(
      {
        team: body.team_id,
        delivery: deliveryOf(event),
        user,
        channel,
        thread: event.thread_ts ?? ts,
        text,
        place: placeOf(channel),
        hasFiles: (event.files ?? []).length > 0,
        assistant: context.botUserId,
        client,
      },
      office,
    );
  });
}
