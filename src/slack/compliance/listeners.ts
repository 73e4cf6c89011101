import type { App, BlockAction } from '@slack/bolt';
import { actionIds, viewIds } from '#slack/action-ids.ts';
import { ask, openAskForm } from '#slack/compliance/asking.ts';
import { announce, judge, openJudgeForm, take } from '#slack/compliance/judging.ts';
import type { Office } from '#slack/office.ts';
import { pressOf } from '#slack/press.ts';

/** Lets people ask compliance, and those in charge take and judge what was asked. */
export function listenForCompliance(app: App, office: Office): void {
  const presses = [
    [actionIds.askCompliance, openAskForm],
    [actionIds.takeCase, take],
    [actionIds.judgeCase, openJudgeForm],
  ] as const;
  for (const [id, answerTo] of presses) {
    app.action<BlockAction>(id, async ({ ack, body, client }) => {
      await ack();
      const press = pressOf(body, client);
      if (press) await answerTo(press, office);
    });
  }

  app.view(
    { callback_id: viewIds.askCompliance, type: 'view_submission' },
    async ({ ack, body, view, client }) => {
      await ack();
      await ask(view, { client, user: body.user.id }, office);
    },
  );

  app.view(
    { callback_id: viewIds.judgeCase, type: 'view_submission' },
    async ({ ack, body, view, client }) => {
      const person = { client, user: body.user.id };
      // Before the acknowledgement, and without a call to Slack: it decides whether the form stays open.
      const sent = await judge(view, person, office);
      if ('errors' in sent) {
        await ack({ response_action: 'errors', errors: { ...sent.errors } });
        return;
      }
      await ack();
      await announce(sent.judged, view, person, office);
    },
  );
}
