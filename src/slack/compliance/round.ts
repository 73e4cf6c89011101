import type { webApi } from '@slack/bolt';
import { deciders } from '#assistant/deciders.ts';
import type { Case } from '#assistant/desk.ts';
import { findDecision } from '#assistant/find-decision.ts';
import type { House } from '#assistant/house.ts';
import { caseCard, type Brought } from '#slack/compliance/card.ts';
import { languageOf } from '#slack/language.ts';
import type { Office } from '#slack/office.ts';
import { replace, send } from '#slack/send.ts';

/** What it takes to bring a case to people. */
export type Round = {
  readonly client: webApi.WebClient;
  readonly house: House;
  readonly office: Office;
};

/** Who may judge this case: nobody judges what they asked themselves. */
export async function judgesOf(
  { requester }: Pick<Case, 'requester'>,
  { house, office }: Pick<Round, 'house' | 'office'>,
): Promise<readonly string[]> {
  const all = await deciders(house, office.desk);
  return all.filter((person) => person !== requester);
}

/** Sends a case to everybody who may judge it, and tells whom it has reached. */
export async function sendRound(one: Case, round: Round): Promise<readonly string[]> {
  const { client, house, office } = round;
  const brought = await broughtWith(one, round);
  const cards: { channel: string; message: string; person: string }[] = [];
  for (const person of await judgesOf(one, round)) {
    try {
      const language = await languageOf(person, client, house.company.language);
      const { channel, ts } = await send(client, { channel: person }, caseCard(brought, language));
      cards.push({ channel, message: ts, person });
    } catch (error) {
      // The others get it all the same.
      office.report(`case ${one.id}: ${reasonOf(error)}`);
    }
  }
  await keepCards(one, cards, round);
  return cards.map(({ person }) => person);
}

/** Shows on every card of a case how it stands now. */
export async function updateCards(one: Case, round: Round): Promise<void> {
  const { client, house, office } = round;
  const brought = await broughtWith(one, round);
  for (const { channel, message: ts, person } of one.cards) {
    try {
      const otherwise = house.company.language;
      const language = person ? await languageOf(person, client, otherwise) : otherwise;
      await replace(client, { channel, ts }, caseCard(brought, language));
    } catch (error) {
      // The other cards are right all the same, and an old button says that it is old.
      office.report(`case ${one.id}: ${reasonOf(error)}`);
    }
  }
}

const triesMax = 5;

async function keepCards(one: Case, cards: Case['cards'], { office, house }: Round): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const now = (await office.desk.cases.find(house.workspace, one.id)) ?? one;
    const { saved } = await office.desk.cases.save({ ...now, cards: [...now.cards, ...cards] });
    if (saved) return;
  }
  throw new Error(`Somebody else was quicker ${triesMax} times.`);
}

async function broughtWith(one: Case, { client, house }: Round): Promise<Brought> {
  return {
    case: one,
    decision: await findDecision(one.decision, house),
    link: await linkOf(one, client),
  };
}

/** Nobody else can open direct messages, so they have no link. */
async function linkOf(
  { place, thread }: Case,
  client: webApi.WebClient,
): Promise<string | undefined> {
  if (place.startsWith('D')) return undefined;
  try {
    return (await client.chat.getPermalink({ channel: place, message_ts: thread })).permalink;
  } catch {
    // Without a link the reference leads there.
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
