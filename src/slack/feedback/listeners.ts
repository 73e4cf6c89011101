import type { App, BlockAction, ViewOutput } from '@slack/bolt';
import { deciders } from '#assistant/deciders.ts';
import type { Feedback } from '#assistant/desk.ts';
import { giveFeedback } from '#assistant/give-feedback.ts';
import type { House } from '#assistant/house.ts';
import type { Language } from '#domain/language.ts';
import { actionIds, viewIds } from '#slack/action-ids.ts';
import { forPerson, type Spot } from '#slack/compliance/for-person.ts';
import { personsCalled } from '#slack/compliance/spoken.ts';
import { feedbackForm, FeedbackFrom, reasonIn } from '#slack/feedback/form.ts';
import { words } from '#slack/feedback/words.ts';
import { languageOf } from '#slack/language.ts';
import { shortMessage } from '#slack/messages/message.ts';
import { joined, slackText } from '#slack/messages/slack-text.ts';
import type { Office } from '#slack/office.ts';
import { pressOf, type Press } from '#slack/press.ts';
import { whisper } from '#slack/send.ts';

/** Hears whether answers help. Ids of buttons are unique in a block, so what follows a colon is left open. */
export function listenForFeedback(app: App, office: Office): void {
  app.action<BlockAction>(
    new RegExp(`^${actionIds.feedback}(?::|$)`),
    async ({ ack, body, client }) => {
      await ack();
      const press = pressOf(body, client);
      if (press) await forPerson(press, office, (house) => hear(press, house, office));
    },
  );

  const sent = { callback_id: viewIds.feedback, type: 'view_submission' } as const;
  app.view(sent, async ({ ack, body, view, client }) => {
    await ack();
    const from = FeedbackFrom.parse(JSON.parse(view.private_metadata));
    const spot = { client, user: body.user.id, channel: from.channel, thread: from.thread };
    await forPerson(spot, office, (house) => complete(view, { ...spot, from }, house, office));
  });
}

/** Keeps what was pressed; where the answer did not help, asks why. */
async function hear(press: Press, house: House, office: Office): Promise<void> {
  const { client, user: person, channel, thread, trigger } = press;
  const [, opinion, decision = ''] = /^(helpful|unhelpful):(\w+)$/.exec(press.value ?? '') ?? [];
  const helpful = opinion === 'helpful';
  const given = await giveFeedback({ decision, person, helpful }, house, office.desk);
  const language = await languageOf(person, client, house.company.language);
  if (!given || helpful) return thank(given, language, press, { house, office });
  const view = feedbackForm({ decision, channel, thread, language }, given.reference);
  await client.views.open({ trigger_id: trigger, view });
}

/** Keeps the reason as well. */
async function complete(
  view: ViewOutput,
  { from, ...spot }: Spot & { readonly from: FeedbackFrom },
  house: House,
  office: Office,
): Promise<void> {
  const { decision, language } = from;
  const opinion = {
    decision,
    person: spot.user,
    helpful: false,
    reason: reasonIn(view, language),
  };
  const given = await giveFeedback(opinion, house, office.desk);
  await thank(given, language, spot, { house, office });
}

async function thank(
  given: Feedback | undefined,
  language: Language,
  { client, ...spot }: Spot,
  { house, office }: { readonly house: House; readonly office: Office },
): Promise<void> {
  const word = words[language];
  const readers = await deciders(house, office.desk);
  const who =
    readers.length === 0
      ? slackText`${word.readByKeepers}`
      : slackText`${word.readBy} ${personsCalled(readers)}.`;
  const lines = given
    ? [slackText`${word.thanks(given.reference)}`, who]
    : [slackText`${word.outdated}`];
  await whisper(client, spot, shortMessage(joined(lines, '\n')));
}
