import type { App, BlockAction, webApi } from '@slack/bolt';
import { actionIds, viewIds } from '#slack/action-ids.ts';
import { languageOf } from '#slack/language.ts';
import { unknownControl } from '#slack/messages/stale.ts';
import type { Office } from '#slack/office.ts';
import { pressOf } from '#slack/press.ts';
import { whisper, type Destination } from '#slack/send.ts';

/** Answers what no listener knows: a button, form or shortcut that an older version has left behind. */
export function listenForUnknown(app: App, office: Office): void {
  const tell = async (user: string, where: Destination | undefined, client: webApi.WebClient) => {
    const language = await languageOf(user, client, office.house().company.language);
    await whisper(
      client,
      { channel: where?.channel ?? user, thread: where?.thread, user },
      unknownControl(language),
    );
  };
  const type = 'block_actions';
  const action_id = otherThan(Object.values(actionIds));
  app.action<BlockAction>({ type, action_id }, async ({ ack, body, client }) => {
    await ack();
    await tell(body.user.id, pressOf(body, client) ?? channelIn(body), client);
  });
  app.view(otherThan(Object.values(viewIds)), async ({ ack, body, client }) => {
    await ack();
    await tell(body.user.id, undefined, client);
  });
  app.shortcut(/.*/, async ({ ack, body, client }) => {
    await ack();
    await tell(body.user.id, 'channel' in body ? channelIn(body) : undefined, client);
  });
}

/** All names but these, with or without an ending. All listeners that fit are run, so none may fit twice. */
function otherThan(known: readonly string[]): RegExp {
  return new RegExp(`^(?!(?:${known.join('|')})(?::|$))`);
}

function channelIn({
  channel,
}: {
  readonly channel?: { readonly id: string } | undefined;
}): Destination | undefined {
  return channel === undefined ? undefined : { channel: channel.id };
}
