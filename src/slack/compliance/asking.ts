import type { ViewOutput, webApi } from '@slack/bolt';
import { askCompliance, pendingCase } from '#assistant/ask-compliance.ts';
import type { Case } from '#assistant/desk.ts';
import { findDecision } from '#assistant/find-decision.ts';
import type { House } from '#assistant/house.ts';
import { mayDecide } from '#assistant/deciders.ts';
import type { Alone } from '#slack/compliance/ask-words.ts';
import { askForm, AskedFrom, blockIds } from '#slack/compliance/forms.ts';
import {
  aloneMessage,
  askedMessage,
  outdatedMessage,
  pendingMessage,
} from '#slack/compliance/messages.ts';
import { forPerson, type Spot } from '#slack/compliance/for-person.ts';
import { judgesOf, sendRound } from '#slack/compliance/round.ts';
import { placeOf } from '#slack/delivery.ts';
import { languageOf } from '#slack/language.ts';
import type { Message } from '#slack/messages/message.ts';
import type { Office } from '#slack/office.ts';
import type { Press } from '#slack/press.ts';
import { send, whisper } from '#slack/send.ts';
import { fieldsIn, textIn } from '#slack/views/filled.ts';

/** Opens the form to ask compliance about an answer; where somebody has asked already, it says so. */
export async function openAskForm(press: Press, office: Office): Promise<void> {
  await forPerson(press, office, async (house) => {
    const { client, user, channel, thread, team } = press;
    const language = await languageOf(user, client, house.company.language);
    const decision = await findDecision(press.value ?? '', house);
    if (!decision) return whisper(client, press, outdatedMessage(language));
    const pending = await pendingCase(decision.op, house, office.desk);
    if (pending) return whisper(client, press, pendingMessage(pending, language));

    const judges = await judgesOf({ requester: user }, { house, office });
    const from = { decision: decision.op, team, channel, thread };
    const view = askForm(from, { reference: decision.reference, judges }, language);
    await client.views.open({ trigger_id: press.trigger, view });
  });
}

/** Opens the case, brings it to those who may judge it, and tells the requester in the thread. */
export async function ask(
  view: SentForm,
  { client, user }: Pick<Spot, 'client' | 'user'>,
  office: Office,
): Promise<void> {
  const from = AskedFrom.parse(JSON.parse(view.private_metadata));
  const spot = { client, user, channel: from.channel, thread: from.thread };
  const reason = textIn(fieldsIn(view), blockIds.reason);
  await forPerson(spot, office, (house) =>
    // Two who ask about the same answer get one case.
    office.turns.run(`decision:${from.decision}`, () =>
      askAbout(from, { ...spot, reason }, house, office),
    ),
  );
}

/** A form as it was sent. */
export type SentForm = Pick<ViewOutput, 'private_metadata' | 'state'>;

async function askAbout(
  from: AskedFrom,
  { reason, ...spot }: Spot & { readonly thread: string; readonly reason: string },
  house: House,
  office: Office,
): Promise<void> {
  const { client, user, channel, thread } = spot;
  const spoken = await languageOf(user, client, house.company.language);
  const decision = await findDecision(from.decision, house);
  if (!decision) return whisper(client, spot, outdatedMessage(spoken));
  const conversation = await office.desk.threads.find({
    workspace: from.team,
    place: channel,
    thread,
  });

  const concern = {
    decision: decision.op,
    reference: decision.reference,
    requester: user,
    reason,
    thread: { place: channel, thread },
    language: conversation?.language ?? spoken,
    place: placeOf(channel),
  };
  const { isNew, case: one } = await askCompliance(concern, house, office.desk);
  if (!isNew) return whisper(client, spot, pendingMessage(one, spoken));

  await office.turns.run(`case:${one.id}`, async () => {
    const round = { client, house, office };
    const reached = await sendRound(one, round);
    const message =
      reached.length > 0
        ? askedMessage(one, reached)
        : aloneMessage(one, await whyAlone(one, house, office), house.company);
    await sendToThread(client, one, message);
  });
}

async function whyAlone(one: Case, house: House, office: Office): Promise<Alone> {
  if ((await judgesOf(one, { house, office })).length > 0) return 'unreached';
  return (await mayDecide(one.requester, house, office.desk)) ? 'nobody-else' : 'nobody';
}

/** Into the thread that a case comes from; where it is closed by now, to the requester. */
export async function sendToThread(
  client: webApi.WebClient,
  { place: channel, thread, requester }: Case,
  message: Message,
): Promise<void> {
  try {
    await send(client, { channel, thread }, message);
  } catch {
    // What matters is that the person gets to read it.
    await send(client, { channel: requester }, message);
  }
}
