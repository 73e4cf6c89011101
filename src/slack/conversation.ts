import type { webApi } from '@slack/bolt';
import { answer } from '#assistant/answer.ts';
import { Problem } from '#domain/problem.ts';
import type { Request } from '#domain/request.ts';
import { plainTextOf } from '#slack/incoming-text.ts';
import { kindOf } from '#slack/kind.ts';
import { languageOf } from '#slack/language.ts';
import { marketsNamedIn } from '#slack/market-line.ts';
import { continued, remember, type Added } from '#slack/memory.ts';
import { answerMessage } from '#slack/messages/answer.ts';
import { helpMessage } from '#slack/messages/help.ts';
import type { Message } from '#slack/messages/message.ts';
import { problemMessage, troubleIn } from '#slack/messages/problem.ts';
import type { Office } from '#slack/office.ts';
import { send } from '#slack/send.ts';

/** Something that a person said to the assistant, and where the answer belongs. */
export type Heard = {
  readonly team: string;
  /** Names the message, so that it is answered once; absent where that is sure already. */
  readonly delivery?: string;
  readonly user: string;
  readonly channel: string;
  /** The thread that the answer goes to. */
  readonly thread: string;
  /** As Slack delivers it, in its markup. */
  readonly text: string;
  readonly place: Request['place'];
  readonly kind?: Request['kind'] | undefined;
  readonly hasFiles: boolean;
  /** The assistant's own id in this workspace. */
  readonly assistant: string | undefined;
  readonly client: webApi.WebClient;
};

/** Answers in the thread: an answer, help, or what went wrong; it is never silent. */
export async function converse(heard: Heard, office: Office): Promise<void> {
  await office.turns.run(`${heard.team}:${heard.channel}:${heard.thread}`, async () => {
    const op = office.house.newOperation();
    try {
      if (heard.delivery && !(await office.desk.once(heard.team, heard.delivery))) return;
      await reply(op, heard, office);
    } catch (error) {
      await send(heard.client, heard, await messageAbout(error, op, heard, office));
    }
  });
}

/** Tells the operator what happened, and gives the message for the person. */
export async function messageAbout(
  error: unknown,
  op: string,
  { user, client }: Pick<Heard, 'user' | 'client'>,
  { house, report }: Office,
): Promise<Message> {
  const incident = `${op.slice(0, 4)}-${op.slice(4, 8)}`;
  report(`${incident}: ${reasonOf(error)}`);
  const language = await languageOf(user, client, house.company.language);
  return problemMessage(
    error instanceof Forgotten ? 'forgotten' : troubleIn(error),
    incident,
    language,
  );
}

/** The answer is out, but the next message in the thread would be taken without it. */
class Forgotten extends Error {
  override readonly name = 'Forgotten';
}

async function reply(op: string, heard: Heard, { house, desk }: Office): Promise<void> {
  const { user: asker, client, place } = heard;
  if (heard.hasFiles) throw unreadFiles();
  const text = plainTextOf(heard.text, heard.assistant);
  if (text === '') {
    await send(client, heard, helpMessage(await languageOf(asker, client, house.company.language)));
    return;
  }

  const kind = heard.kind ?? (await kindOf(text, house.reader));
  // A greeting or a thank-you is answered by itself: it adds nothing to the conversation.
  const isAside = kind === 'small-talk';
  const key = { workspace: heard.team, place: heard.channel, thread: heard.thread };
  const thread = isAside ? undefined : await desk.threads.find(key);
  const markets = marketsNamedIn(text, house.knowledge.facts);
  const added: Added = { text, kind: isAside ? 'question' : kind, markets };
  const request = { op, ...continued(thread, added), trustText: false, asker, place };
  const answered = await answer(request, house);
  const { ts: message } = await send(client, heard, answerMessage(answered));
  if (isAside) return;
  try {
    const at = house.clock.now().toISOString();
    await remember(desk, key, { added, answered, author: asker, message, at });
  } catch (cause) {
    throw new Forgotten('The conversation could not be kept.', { cause });
  }
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
