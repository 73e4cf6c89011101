import type { App, BlockAction } from '@slack/bolt';
import { actionIds } from '#slack/action-ids.ts';
import { answeredMeanwhile, changedMeanwhile, unknownControl } from '#slack/messages/stale.ts';
import type { Office } from '#slack/office.ts';
import { attend, pressOf, type Press } from '#slack/press.ts';
import { goOn } from '#slack/round.ts';
import { whisper } from '#slack/send.ts';
import { asCampaign, stating } from '#slack/steps.ts';

/** Hears what is pressed on a card: every press adds to the conversation, and the card changes in place. */
export function listenForCardPresses(app: App, office: Office): void {
  const on = (id: string, deal: (press: Press, office: Office) => Promise<void>) =>
    app.action<BlockAction>(
      { type: 'block_actions', action_id: new RegExp(`^${id}(?::|$)`) },
      async ({ ack, body, client }) => {
        await ack();
        const press = pressOf(body, client);
        if (press) await deal(press, office);
      },
    );
  on(actionIds.confirm, confirm);
  on(actionIds.state, (press) => state(press, press.value, office));
  on(actionIds.dontKnow, (press) => state(press, undefined, office));
  on(actionIds.check, check);
}

/** Everything that the card shows as understood is right. */
async function confirm(press: Press, office: Office): Promise<void> {
  await attend(press, office, async (round, thread) => {
    const { shown = {} } = thread;
    // What was confirmed is what the person saw, never what a new reading would say.
    if (thread.decision !== press.row?.decision || Object.keys(shown).length === 0) {
      await whisper(press.client, press, changedMeanwhile(thread));
      return;
    }
    const { facts } = round.house.knowledge;
    const at = round.house.clock.now().toISOString();
    const seat = { ...press, instead: thread.message ?? press.message };
    await goOn(stating(shown, { by: press.user, at }, facts), seat, round);
  });
}

/** One question is answered; no value is "I don't know". */
async function state(press: Press, value: string | undefined, office: Office): Promise<void> {
  await attend(press, office, async (round, thread) => {
    const { facts } = round.house.knowledge;
    const fact = facts.get(press.row?.fact ?? '');
    const isKnown = value === undefined || fact?.options.some(({ id }) => id === value);
    if (!fact || isKnown !== true) {
      await whisper(press.client, press, unknownControl(thread.language));
      return;
    }
    const stale = answeredMeanwhile(fact, thread);
    if (stale) {
      await whisper(press.client, press, stale);
      return;
    }
    const at = round.house.clock.now().toISOString();
    const seat = { ...press, instead: thread.message ?? press.message };
    await goOn(stating({ [fact.id]: value }, { by: press.user, at }, facts), seat, round);
  });
}

/** A question is checked as a campaign. */
async function check(press: Press, office: Office): Promise<void> {
  await attend(press, office, async (round, thread) => {
    if (thread.decision !== press.value || thread.kind === 'brief') {
      await whisper(press.client, press, changedMeanwhile(thread));
      return;
    }
    await goOn(asCampaign, { ...press, instead: thread.message ?? press.message }, round);
  });
}
