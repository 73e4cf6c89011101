import { webApi, type App, type BlockAction } from '@slack/bolt';
import { actionIds } from '#slack/action-ids.ts';
import { changedMeanwhile } from '#slack/messages/stale.ts';
import { sharedMessage, sharedNotice, withoutShare } from '#slack/messages/shared.ts';
import type { Office } from '#slack/office.ts';
import { attend, pressOf, type Press } from '#slack/press.ts';
import { replace, send, whisper } from '#slack/send.ts';

/** Shows a result, without its buttons, in the channel that it was asked from, and says who shares it. */
export function listenForShare(app: App, office: Office): void {
  // A second click may come before the button is gone; after a restart it is gone for sure.
  const shared = new Set<string>();
  app.action<BlockAction>(
    { type: 'block_actions', action_id: actionIds.share },
    async ({ ack, body, client }) => {
      await ack();
      const press = pressOf(body, client);
      if (press) await share(press, office, shared);
    },
  );
}

async function share(press: Press, office: Office, shared: Set<string>): Promise<void> {
  await attend(press, office, async (_round, thread) => {
    const { client, user } = press;
    const { decision, origin, language } = thread;
    if (origin === undefined || decision === undefined || decision !== press.value) {
      await whisper(client, press, changedMeanwhile(thread));
      return;
    }
    if (shared.has(decision)) {
      await whisper(client, press, sharedNotice('sharedBefore', origin, language));
      return;
    }
    try {
      await send(client, { channel: origin }, sharedMessage(press, user, language));
    } catch (error) {
      if (!isClosed(error)) throw error;
      await whisper(client, press, sharedNotice('notShared', origin, language));
      return;
    }
    shared.add(decision);
    await whisper(client, press, sharedNotice('shared', origin, language));
    const { channel, message: ts } = press;
    await replace(client, { channel, ts }, withoutShare(press, origin, language));
  });
}

/** The assistant may not write there; whoever invites it can change that. */
function isClosed(error: unknown): boolean {
  const codes = ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'];
  return error instanceof webApi.WebAPIPlatformError && codes.includes(error.data.error);
}
