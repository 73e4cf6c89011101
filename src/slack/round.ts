import type { webApi } from '@slack/bolt';
import { answer } from '#assistant/answer.ts';
import type { ThreadKey } from '#assistant/desk.ts';
import type { House } from '#assistant/house.ts';
import type { Answered } from '#domain/answer.ts';
import type { Language } from '#domain/language.ts';
import type { Request } from '#domain/request.ts';
import { newThread, remember, requestFrom, type Step } from '#slack/memory.ts';
import { cardFor } from '#slack/messages/answer.ts';
import { supersededMessage } from '#slack/messages/superseded.ts';
import { welcomeLines } from '#slack/notices/welcome.ts';
import type { Office } from '#slack/office.ts';
import { replace, send } from '#slack/send.ts';

/** Who speaks, and in which thread. */
export type Seat = {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
  readonly user: string;
  readonly place: Request['place'];
  readonly client: webApi.WebClient;
  /** The message that the answer takes the place of; without it the answer is a new one in the thread. */
  readonly instead?: string | undefined;
};

/** One thing that is dealt with: under one operation, and with the house as it stood at its start. */
export type Round = { readonly op: string; readonly house: House; readonly office: Office };

/** The answer is out, but the next message in the thread would be taken without it. */
export class Forgotten extends Error {
  override readonly name = 'Forgotten';
}

/** Takes a step in a conversation, answers what it has come to, shows that, and keeps it for the next. */
export async function goOn(
  step: Step,
  seat: Seat,
  { op, house, office }: Round,
): Promise<Answered> {
  const { client, channel, user: asker, place } = seat;
  const key = keyOf(seat);
  const now = house.clock.now().toISOString();
  const fresh = newThread(key, { author: asker, language: house.company.language, updated: now });
  const before = await office.desk.threads.find(key);
  const thread = await step(before ?? fresh);
  const request = { op, ...requestFrom(thread), trustText: false, asker, place };
  const answered = await answer(request, house);

  const welcome = await welcomeFor(asker, answered, house, office);
  const setting = { house, thread, before: before?.verdict, welcome };
  const { message, shown } = cardFor(answered, setting);
  const ts = await show(seat, message);
  const { language, reference, verdict } = answered;
  const outcome = { language, decision: op, reference, verdict, message: ts, shown };
  try {
    await remember(office.desk, fresh, step, { ...outcome, updated: now });
  } catch (cause) {
    throw new Forgotten('The conversation could not be kept.', { cause });
  }
  if (before?.message !== undefined && before.message !== ts) {
    const old = { ts: before.message, reference: before.reference ?? '' };
    await retire({ client, channel }, { old, newer: ts, language }, office);
  }
  return answered;
}

/** What a newcomer reads below the first answer. */
export async function welcomeFor(
  user: string,
  { language }: Answered,
  house: House,
  { desk }: Pick<Office, 'desk'>,
) {
  const isNew = await desk.meet(house.workspace, user);
  return isNew ? welcomeLines(house, language) : [];
}

/** The thread that somebody speaks in, as the desk names it. */
export function keyOf({
  team,
  channel,
  thread,
}: Pick<Seat, 'team' | 'channel' | 'thread'>): ThreadKey {
  return { workspace: team, place: channel, thread };
}

async function show(
  { client, channel, thread, instead }: Seat,
  message: Parameters<typeof send>[2],
): Promise<string> {
  if (instead === undefined) return (await send(client, { channel, thread }, message)).ts;
  await replace(client, { channel, ts: instead }, message);
  return instead;
}

/** Takes the buttons from the card that counted so far, and lets it point to the one that counts now. */
async function retire(
  { client, channel }: Pick<Seat, 'client' | 'channel'>,
  given: {
    readonly old: { readonly ts: string; readonly reference: string };
    readonly newer: string;
    readonly language: Language;
  },
  { report }: Office,
): Promise<void> {
  try {
    const link = await permalinkOf(client, channel, given.newer);
    const message = supersededMessage(given.old.reference, link, given.language);
    await replace(client, { channel, ts: given.old.ts }, message);
  } catch (error) {
    // The new card is out and counts; an old button says so itself.
    report(`slack: an old card stands: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function permalinkOf(
  client: webApi.WebClient,
  channel: string,
  ts: string,
): Promise<string | undefined> {
  try {
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
    return permalink;
  } catch {
    // A link is a convenience: "further down" says it as well.
    return undefined;
  }
}
