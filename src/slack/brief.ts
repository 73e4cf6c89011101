import type { webApi } from '@slack/bolt';
import type { Answered } from '#domain/answer.ts';
import type { Language } from '#domain/language.ts';
import { messageAbout, turnOf } from '#slack/conversation.ts';
import type { Step } from '#slack/memory.ts';
import { shortMessage, type Message } from '#slack/messages/message.ts';
import { slackText } from '#slack/messages/slack-text.ts';
import { words } from '#slack/messages/words.ts';
import type { Office } from '#slack/office.ts';
import { Forgotten, goOn } from '#slack/round.ts';
import { replace, send } from '#slack/send.ts';

/** Who wants a brief checked, and where the person was. */
export type Asker = {
  readonly team: string;
  readonly user: string;
  readonly client: webApi.WebClient;
  readonly language: Language;
  /** The channel in which the result may be shared; nothing where the person was in direct messages. */
  readonly origin: string | undefined;
};

/** The answer, or what the person was told instead. */
export type Checked = { readonly answered: Answered } | { readonly trouble: Message };

/**
 * Checks a brief in the direct messages of whoever asks: nothing that holds up a colleague is public
 * by itself. The card takes the place of the notice that the brief is being checked.
 */
export async function checkDirectly(step: Step, asker: Asker, office: Office): Promise<Checked> {
  const { user, client, language } = asker;
  const waiting = shortMessage(slackText`${words[language].yours}`);
  const { channel, ts } = await send(client, { channel: user }, waiting);
  const seat = { ...asker, channel, thread: ts, place: 'dm' as const, instead: ts };
  const house = office.house();
  const op = house.newOperation();
  const from = asker.origin === undefined ? {} : { origin: asker.origin };
  return office.turns.run(turnOf(seat), async () => {
    try {
      const begin: Step = async (thread) => step({ ...thread, ...from });
      return { answered: await goOn(begin, seat, { op, house, office }) };
    } catch (error) {
      const trouble = await messageAbout(error, op, seat, office);
      // Where only the memory failed, the answer stands and must not be covered up.
      if (error instanceof Forgotten) await send(client, { channel, thread: ts }, trouble);
      else await replace(client, { channel, ts }, trouble);
      return { trouble };
    }
  });
}
