import type { webApi } from '@slack/bolt';
import { answer } from '#assistant/answer.ts';
import { Problem } from '#domain/problem.ts';
import type { Request } from '#domain/request.ts';
import { plainTextOf } from '#slack/incoming-text.ts';
import { kindOf } from '#slack/kind.ts';
import { languageOf } from '#slack/language.ts';
import { marketsNamedIn } from '#slack/market-line.ts';
import { cardFor } from '#slack/messages/answer.ts';
import { helpMessage } from '#slack/messages/help.ts';
import type { Message } from '#slack/messages/message.ts';
import { problemMessage, troubleIn } from '#slack/messages/problem.ts';
import { remindOfRenewals } from '#slack/notices/renewals.ts';
import type { Office } from '#slack/office.ts';
import { Forgotten, goOn, welcomeFor, type Round, type Seat } from '#slack/round.ts';
import { send } from '#slack/send.ts';
import { saying } from '#slack/steps.ts';

/** Something that a person said to the assistant, and where the answer belongs. */
export type Heard = Omit<Seat, 'instead'> & {
  /** Names the message, so that it is answered once. */
  readonly delivery: string;
  /** As Slack delivers it, in its markup. */
  readonly text: string;
  readonly hasFiles: boolean;
  /** The assistant's own id in this workspace. */
  readonly assistant: string | undefined;
};

/** Answers in the thread: an answer, help, or what went wrong; it is never silent. */
export async function converse(heard: Heard, office: Office): Promise<void> {
  await office.turns.run(turnOf(heard), async () => {
    const house = office.house();
    const op = house.newOperation();
    try {
      if (!(await office.desk.once(heard.team, heard.delivery))) return;
      await reply(heard, { op, house, office });
      await remindOfRenewals(heard.client, office);
    } catch (error) {
      await send(heard.client, heard, await messageAbout(error, op, heard, office));
    }
  });
}

/** What happens in one thread happens one after the other. */
export function turnOf({
  team,
  channel,
  thread,
}: Pick<Seat, 'team' | 'channel' | 'thread'>): string {
  return `${team}:${channel}:${thread}`;
}

/** Tells the operator what happened, and gives the message for the person. */
export async function messageAbout(
  error: unknown,
  op: string,
  { user, client }: { readonly user: string; readonly client: webApi.WebClient },
  { house, report }: Office,
): Promise<Message> {
  const incident = `${op.slice(0, 4)}-${op.slice(4, 8)}`;
  report(`${incident}: ${reasonOf(error)}`);
  const language = await languageOf(user, client, house().company.language);
  return problemMessage(
    error instanceof Forgotten ? 'forgotten' : troubleIn(error),
    incident,
    language,
  );
}

async function reply(heard: Heard, round: Round): Promise<void> {
  const { user, client } = heard;
  const { house } = round;
  if (heard.hasFiles) throw unreadFiles();
  const text = plainTextOf(heard.text, heard.assistant);
  if (text === '') {
    await send(client, heard, helpMessage(await languageOf(user, client, house.company.language)));
    return;
  }

  const kind = await kindOf(text, house.reader);
  if (kind === 'small-talk') {
    await replyAside(text, heard, round);
    return;
  }
  const markets = marketsNamedIn(text, house.knowledge.facts);
  await goOn(saying({ text, kind, markets }, house.reader), heard, round);
}

/** A greeting or a thank-you is answered by itself: it adds nothing to the conversation. */
async function replyAside(text: string, heard: Heard, { op, house, office }: Round): Promise<void> {
  const { user: asker, place, client } = heard;
  const kind: Request['kind'] = 'question';
  const request = { op, kind, text, trustText: false, asker, place, said: {}, declined: [] };
  const answered = await answer(request, house);
  const welcome = await welcomeFor(asker, answered, house, office);
  await send(client, heard, cardFor(answered, { house, welcome }).message);
}

/** An attached brief that nobody reads must not be answered as if it said nothing. */
function unreadFiles(): Problem {
  return new Problem('input.missing', 'A message came with files, which cannot be read yet.', {
    remedy: 'Paste the text of the file into the message.',
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : ` (${reasonOf(error.cause)})`;
  return error instanceof Problem
    ? `${error.message}${cause} → ${error.remedy}`
    : `${error.stack}${cause}`;
}
