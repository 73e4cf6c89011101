import type { Case } from '#assistant/desk.ts';
import { findDecision } from '#assistant/find-decision.ts';
import type { House } from '#assistant/house.ts';
import { judgeCase, lookInto, takeCase, type Handled } from '#assistant/judge-case.ts';
import { sendToThread, type SentForm } from '#slack/compliance/asking.ts';
import { blockIds, judgeForm, JudgedFrom, outcomeIn } from '#slack/compliance/forms.ts';
import { judgeWords } from '#slack/compliance/judge-words.ts';
import { handledLines, replyMessage } from '#slack/compliance/messages.ts';
import { forPerson, type Spot } from '#slack/compliance/for-person.ts';
import { updateCards } from '#slack/compliance/round.ts';
import { messageAbout } from '#slack/conversation.ts';
import { placeOf } from '#slack/delivery.ts';
import { languageOf } from '#slack/language.ts';
import { shortMessage } from '#slack/messages/message.ts';
import { joined, markupOf } from '#slack/messages/slack-text.ts';
import type { Office } from '#slack/office.ts';
import type { Press } from '#slack/press.ts';
import { whisper } from '#slack/send.ts';
import { fieldsIn, textIn } from '#slack/views/filled.ts';

/** Takes a case for whoever pressed; all its cards show that. */
export async function take(press: Press, office: Office): Promise<void> {
  const { client, user: person, channel, value: id = '' } = press;
  await inTurn(press, office, async (house) => {
    const attempt = { id, person, place: placeOf(channel) };
    const handled = await takeCase(attempt, house, office.desk);
    if (handled.result !== 'done') return refuse(handled, press, house, office);
    await updateCards(handled.case, { client, house, office });
  });
}

/** Opens the form to judge a case. */
export async function openJudgeForm(press: Press, office: Office): Promise<void> {
  const { client, user: person, channel, value: id = '', trigger } = press;
  await inTurn(press, office, async (house) => {
    const looked = await lookInto({ id, person }, house, office.desk);
    if (looked.result !== 'open-to-you') return refuse(looked, press, house, office);
    const one = looked.case;
    if (one.state === 'decided')
      return refuse({ result: 'too-late', case: one }, press, house, office);
    const language = await languageOf(person, client, house.company.language);
    const from = { id, seen: one.revision, channel, language };
    const decision = await findDecision(one.decision, house);
    await client.views.open({ trigger_id: trigger, view: judgeForm(from, { one, decision }) });
  });
}

/** What came of a form that was sent: a judgement, or what the form has to say. */
export type Sent =
  | { readonly judged: Case }
  | { readonly errors: Readonly<Record<string, string>> };

/** Judges a case as the form says. Whatever keeps it from that is told in the form, so that no text is lost. */
export async function judge(
  view: SentForm,
  { client, user: person }: Pick<Spot, 'client' | 'user'>,
  office: Office,
): Promise<Sent> {
  const house = office.house();
  try {
    const { id, seen, channel, language } = JudgedFrom.parse(JSON.parse(view.private_metadata));
    const outcome = outcomeIn(view);
    const reply = textIn(fieldsIn(view), blockIds.reply);
    const judgement = { id, person, seen, outcome, reply, place: placeOf(channel) };
    const handled = await judgeCase(judgement, house, office.desk);
    if (handled.result === 'done') return { judged: handled.case };
    const [why] = handledLines(handled, language).map(markupOf);
    const rest = handled.result === 'too-short' ? '' : ` ${judgeWords[language].notSent}`;
    return { errors: { [blockIds.reply]: `${why}${rest}` } };
  } catch (error) {
    const about = await messageAbout(error, house.newOperation(), { client, user: person }, office);
    return { errors: { [blockIds.reply]: about.text } };
  }
}

/** Brings a judgement to the requester, and shows it on all cards. */
export async function announce(
  one: Case,
  view: SentForm,
  { client, user }: Pick<Spot, 'client' | 'user'>,
  office: Office,
): Promise<void> {
  const { channel } = JudgedFrom.parse(JSON.parse(view.private_metadata));
  await forPerson({ client, user, channel }, office, async (house) => {
    try {
      await sendToThread(client, one, replyMessage(one));
    } finally {
      await office.turns.run(`case:${one.id}`, () => updateCards(one, { client, house, office }));
    }
  });
}

/** One after the other: nobody sees a case while it is still being brought to the others. */
async function inTurn(
  press: Press,
  office: Office,
  job: (house: House) => Promise<void>,
): Promise<void> {
  const { client, user, channel } = press;
  await forPerson({ client, user, channel }, office, (house) =>
    office.turns.run(`case:${press.value}`, () => job(house)),
  );
}

/** Tells that person alone, beside the card, why nothing came of it; an outdated card is put right. */
async function refuse(
  handled: Handled,
  { client, user, channel }: Press,
  house: House,
  office: Office,
): Promise<void> {
  const language = await languageOf(user, client, house.company.language);
  await whisper(
    client,
    { user, channel },
    shortMessage(joined(handledLines(handled, language), '\n')),
  );
  if (handled.result === 'too-late') await updateCards(handled.case, { client, house, office });
}
