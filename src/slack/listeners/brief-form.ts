import type { App, ViewOutput, webApi } from '@slack/bolt';
import type { House } from '#assistant/house.ts';
import type { Language } from '#domain/language.ts';
import { viewIds } from '#slack/action-ids.ts';
import { checkDirectly, type Asker } from '#slack/brief.ts';
import { briefStep } from '#slack/brief-step.ts';
import { messageAbout } from '#slack/conversation.ts';
import { sharableChannel } from '#slack/delivery.ts';
import { formWords } from '#slack/messages/form-words.ts';
import { shortMessage } from '#slack/messages/message.ts';
import { slackText } from '#slack/messages/slack-text.ts';
import type { Office } from '#slack/office.ts';
import { whisper } from '#slack/send.ts';
import {
  briefBlocks,
  briefOrigin,
  checkingForm,
  factsOfBrief,
  outcomeForm,
} from '#slack/views/brief-form.ts';
import { fieldsIn, filledIn, textIn, type Fields, type Form } from '#slack/views/filled.ts';

/** Hears the form for a brief: what is sent is checked, and who closes it is told that nothing was. */
export function listenForBriefForm(app: App, office: Office): void {
  app.view(viewIds.brief, async ({ ack, body, view, client }) => {
    const house = office.house();
    const { id: user, team_id: home = '' } = body.user;
    const { channel, language = house.company.language } = briefOrigin(view) ?? {};
    const fields = fieldsIn(view);
    const errors = errorsIn(fields, language, house);
    if (Object.keys(errors).length > 0) {
      await ack({ response_action: 'errors', errors });
      return;
    }
    await ack({ response_action: 'update', view: checkingForm(language) });
    const origin = sharableChannel(channel);
    const team = body.team?.id ?? home;
    await check(fields, { team, user, client, language, origin }, view, office);
  });

  const closed = { callback_id: viewIds.brief, type: 'view_closed' } as const;
  app.view(closed, async ({ ack, body, view, client }) => {
    await ack();
    const user = body.user.id;
    const { channel = user, language = office.house().company.language } = briefOrigin(view) ?? {};
    const message = shortMessage(slackText`${formWords[language].dropped}`);
    await whisper(client, { channel, user }, message);
  });
}

async function check(
  fields: Fields,
  asker: Asker,
  view: ViewOutput,
  office: Office,
): Promise<void> {
  const house = office.house();
  const { client, language, user } = asker;
  try {
    const step = await briefStep(fields, asker, house);
    const outcome = await checkDirectly(step, asker, office);
    await change(view, outcomeForm(outcome, language), client);
  } catch (error) {
    const trouble = await messageAbout(error, house.newOperation(), asker, office);
    await change(view, outcomeForm({ trouble }, language), client);
    await whisper(client, { channel: briefOrigin(view)?.channel ?? user, user }, trouble);
  }
}

async function change({ id }: ViewOutput, form: Form, client: webApi.WebClient): Promise<void> {
  try {
    await client.views.update({ view_id: id, view: form });
  } catch {
    // Whoever has closed the form reads it in the direct messages.
  }
}

function errorsIn(
  fields: Fields,
  language: Language,
  { knowledge }: House,
): Record<string, string> {
  const isBlank = textIn(fields, briefBlocks.brief) === '';
  const errors: Record<string, string> = isBlank
    ? { [briefBlocks.brief]: formWords[language].emptyText }
    : {};
  for (const { fact, role } of factsOfBrief(knowledge)) {
    const filled = filledIn(fact, fields, briefBlocks[role], language);
    if (filled.kind === 'wrong') errors[briefBlocks[role]] = filled.why;
  }
  return errors;
}
