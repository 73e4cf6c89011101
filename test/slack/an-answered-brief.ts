import { actionIds } from '#slack/action-ids.ts';
import type { House } from '#assistant/house.ts';
import type { Message } from '#playground/messages.ts';
import { readerOf } from '../samples.ts';
import { aBreakableLog, aStaffedHouse } from '../assistant/a-case.ts';
import { aWorkspace, coldMail, marketing } from './a-workspace.ts';

export const brief = 'We send our offer by e-mail to people who never agreed.';
const reason = 'Dürfen wir das bei <!channel> *trotzdem*?';
export const reply = 'Bitte gleichen Sie die Liste\nvorher mit der Sperrliste ab.';

export const german = readerOf(coldMail, { language: 'de' });

/** A workspace in which Lea decides, and in which Anna has an answer in #marketing that she may ask about. */
export async function anAnsweredBrief(
  given: { lead?: string[]; user?: string; fittings?: Partial<House> } = {},
) {
  const { house, desk } = await aStaffedHouse({ reader: german, ...given.fittings });
  await desk.roles.assign('T1', 'UTOM', []);
  await desk.roles.assign('T1', 'ULEA', []);
  for (const person of given.lead ?? ['ULEA']) await desk.roles.assign('T1', person, ['lead']);
  const { ledger, breakLog } = aBreakableLog(house);
  const asking = await aWorkspace({ house: { ...house, ledger }, desk });
  const { user = 'UANNA' } = given;
  const thread = await asking.mention(brief, { user });
  const card = last(asking.workspace.thread(marketing, thread));
  return {
    ...asking,
    desk,
    breakLog,
    /** Presses "Ask compliance" and sends the form. */
    ask: async (by = user, text = reason) => {
      const action = actionIds.askCompliance;
      await asking.press({ user: by, channel: marketing, message: card.ts, action });
      if (asking.workspace.view(by)) await asking.submit({ user: by, values: { reason: text } });
    },
    /** Opens the form on the card of a case and sends it. */
    judge: async (by: string, outcome: string, text = reply) => {
      const message = last(asking.workspace.messages(`D${by}`)).ts;
      await asking.press({ user: by, channel: `D${by}`, message, action: actionIds.judgeCase });
      await asking.submit({ user: by, values: { outcome, reply: text } });
    },
    replies: () => asking.workspace.thread(marketing, thread),
  };
}

/** The newest message. */
export function last(messages: readonly Message[]): Message {
  const message = messages.at(-1);
  if (!message) throw new Error('Nobody has said anything.');
  return message;
}

/** Everything that a message shows. */
export function words(message: Message): string {
  return `${message.text}\n${JSON.stringify(message.blocks)}`;
}

/** What can be pressed on a message. */
export function buttonsOn(message: Message): readonly string[] {
  return [...JSON.stringify(message.blocks).matchAll(/"action_id":"([^"]+)"/g)].map(
    ([, id = '']) => id,
  );
}
