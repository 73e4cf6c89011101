import type { App, BlockAction, ViewOutput } from '@slack/bolt';
import type { FactCatalog, FactValue } from '#domain/fact.ts';
import { actionIds, viewIds } from '#slack/action-ids.ts';
import { placeOf } from '#slack/delivery.ts';
import { formWords } from '#slack/messages/form-words.ts';
import { answeredMeanwhile, changedMeanwhile, unknownControl } from '#slack/messages/stale.ts';
import type { Office } from '#slack/office.ts';
import { attend, attendAtOnce, pressOf, type Press } from '#slack/press.ts';
import { goOn, keyOf, type Seat } from '#slack/round.ts';
import { whisper } from '#slack/send.ts';
import { inOrder, stating, withdrawing, type Said } from '#slack/steps.ts';
import { factsForm, factsOn, originOf, type Origin } from '#slack/views/facts-form.ts';
import { dontKnowValue } from '#slack/views/fact-input.ts';
import { fieldsIn, filledIn, type Form } from '#slack/views/filled.ts';

/** Opens the form behind "Change" and behind questions that no button can answer, and hears what is sent. */
export function listenForFactsForm(app: App, office: Office): void {
  const on = (id: string, open: (press: Press, office: Office) => Promise<void>) =>
    app.action<BlockAction>(
      { type: 'block_actions', action_id: id },
      async ({ ack, body, client }) => {
        await ack();
        const press = pressOf(body, client);
        if (press) await open(press, office);
      },
    );
  on(actionIds.change, openAll);
  on(actionIds.fill, openOne);

  app.view(viewIds.facts, async ({ ack, body, view, client }) => {
    const origin = originOf(view);
    const user = body.user.id;
    if (!origin) {
      await ack();
      await whisper(
        client,
        { channel: user, user },
        unknownControl(office.house().company.language),
      );
      return;
    }
    const sent = sentIn(view, origin, office.house().knowledge.facts);
    if (Object.keys(sent.errors).length > 0) {
      await ack({ response_action: 'errors', errors: sent.errors });
      return;
    }
    const { place: channel, thread } = origin;
    const team = body.team?.id ?? body.user.team_id ?? '';
    const seat = { team, user, client, channel, thread, place: placeOf(channel) };
    const late = await lateForm(sent, seat, office);
    await (late ? ack({ response_action: 'update', view: late }) : ack());
    if (!late) await take(sent, seat, office);
  });
}

/** All that the card shows can be changed. */
async function openAll(press: Press, office: Office): Promise<void> {
  await attendAtOnce(press, office, async ({ house }, thread) => {
    const facts = factsOn(press.blocks, thread, house.knowledge.facts);
    await press.client.views.open({ trigger_id: press.trigger, view: factsForm(thread, facts) });
  });
}

/** One question is answered in the form. */
async function openOne(press: Press, office: Office): Promise<void> {
  await attendAtOnce(press, office, async ({ house }, thread) => {
    const fact = house.knowledge.facts.get(press.row?.fact ?? '');
    const stale = fact ? answeredMeanwhile(fact, thread) : unknownControl(thread.language);
    if (!fact || stale) await whisper(press.client, press, stale ?? changedMeanwhile(thread));
    else {
      const view = factsForm(thread, [fact]);
      await press.client.views.open({ trigger_id: press.trigger, view });
    }
  });
}

/** What a person has sent. */
type Sent = {
  readonly origin: Origin;
  readonly facts: readonly string[];
  readonly said: Said;
  readonly empty: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
};

function sentIn(view: ViewOutput, origin: Origin, catalog: FactCatalog): Sent {
  const fields = fieldsIn(view);
  const filled = Object.keys(fields).flatMap((id) => {
    const fact = catalog.get(id);
    return fact ? [{ id, ...filledIn(fact, fields, id, origin.language) }] : [];
  });
  const wrong = new Map(
    filled.flatMap((one) => (one.kind === 'wrong' ? [[one.id, one.why] as const] : [])),
  );
  const said: Record<string, FactValue | undefined> = {};
  for (const one of filled) {
    if (one.kind === 'said') said[one.id] = one.value;
    if (one.kind === 'unknown') said[one.id] = undefined;
  }
  const [first] = filled;
  const isNothing = first !== undefined && wrong.size === 0 && Object.keys(said).length === 0;
  return {
    origin,
    facts: filled.map(({ id }) => id),
    said,
    empty: filled.flatMap((one) => (one.kind === 'empty' ? [one.id] : [])),
    errors: isNothing
      ? { [first.id]: formWords[origin.language].nothing }
      : Object.fromEntries(wrong),
  };
}

/** Where somebody else was quicker, the form stays open with what was filled in, over what holds now. */
async function lateForm(sent: Sent, seat: Seat, office: Office): Promise<Form | undefined> {
  try {
    const thread = await office.desk.threads.find(keyOf(seat));
    if (!thread || thread.decision === sent.origin.decision) return undefined;
    const catalog = office.house().knowledge.facts;
    const facts = sent.facts.flatMap((id) => catalog.get(id) ?? []);
    const filled: Record<string, FactValue> = {};
    for (const [id, value] of Object.entries(sent.said)) filled[id] = value ?? dontKnowValue;
    return factsForm(thread, facts, { filled, isLate: true });
  } catch {
    // Slack waits for an acknowledgement; what is wrong with the desk comes out when it is asked again.
    return undefined;
  }
}

async function take({ origin, said, empty }: Sent, seat: Seat, office: Office): Promise<void> {
  await attend(seat, office, async (round, thread) => {
    if (thread.decision !== origin.decision || thread.message === undefined) {
      await whisper(seat.client, seat, changedMeanwhile(thread));
      return;
    }
    const { facts } = round.house.knowledge;
    const at = round.house.clock.now().toISOString();
    const step = inOrder(withdrawing(empty), stating(said, { by: seat.user, at }, facts));
    await goOn(step, { ...seat, instead: thread.message }, round);
  });
}
