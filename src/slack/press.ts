import type { BlockAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Thread } from '#assistant/desk.ts';
import { readRowId, type CardId } from '#slack/card-ids.ts';
import { messageAbout, turnOf } from '#slack/conversation.ts';
import { placeOf } from '#slack/delivery.ts';
import { languageOf } from '#slack/language.ts';
import { conversationGone } from '#slack/messages/stale.ts';
import type { Office } from '#slack/office.ts';
import { keyOf, type Round, type Seat } from '#slack/round.ts';
import { whisper } from '#slack/send.ts';

/** Something that was pressed or chosen on a card. */
export type Press = Omit<Seat, 'instead'> & {
  /** The message that it was pressed on, and its content. */
  readonly message: string;
  readonly text: string;
  readonly blocks: unknown;
  /** What the row of buttons tells about itself. */
  readonly row: CardId | undefined;
  readonly value: string | undefined;
  /** Opens a form, within three seconds. */
  readonly trigger: string;
};

const OnMessage = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(''),
  blocks: z.unknown().optional(),
});
const Pressed = z.object({
  block_id: z.string().default(''),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** What Slack says of it; nothing where it was not on a message. */
export function pressOf(body: BlockAction, client: webApi.WebClient): Press | undefined {
  const message = OnMessage.safeParse(body.message);
  const pressed = Pressed.safeParse(body.actions[0]);
  if (!message.success || !pressed.success || body.channel === undefined) return undefined;
  const { ts, thread_ts: thread = ts, text, blocks } = message.data;
  const { block_id: row, value, selected_option: chosen } = pressed.data;
  return {
    team: body.team?.id ?? body.user.team_id ?? '',
    channel: body.channel.id,
    thread,
    user: body.user.id,
    place: placeOf(body.channel.id),
    client,
    message: ts,
    text,
    blocks,
    row: readRowId(row),
    value: chosen?.value ?? value,
    trigger: body.trigger_id,
  };
}

/** Deals with a press in the turn of its thread; what goes wrong the person hears alone, and the card stays as it was. */
export async function attend(press: Presser, office: Office, job: Job): Promise<void> {
  await withThread(press, office, job, (run) => office.turns.run(turnOf(press), run));
}

/** The same without waiting for a turn: for what only opens a form, which Slack allows for three seconds. */
export async function attendAtOnce(press: Presser, office: Office, job: Job): Promise<void> {
  await withThread(press, office, job, (run) => run());
}

type Presser = Omit<Seat, 'instead'>;
type Job = (round: Round, thread: Thread) => Promise<void>;

async function withThread(
  press: Presser,
  office: Office,
  job: Job,
  enter: (run: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const house = office.house();
  const op = house.newOperation();
  try {
    await enter(async () => {
      const thread = await office.desk.threads.find(keyOf(press));
      if (thread) {
        await job({ op, house, office }, thread);
        return;
      }
      const language = await languageOf(press.user, press.client, house.company.language);
      await whisper(press.client, press, conversationGone(language));
    });
  } catch (error) {
    await whisper(press.client, press, await messageAbout(error, op, press, office));
  }
}
