import { mayDecide } from '#assistant/deciders.ts';
import type { Case, Desk } from '#assistant/desk.ts';
import { frameOf } from '#assistant/frame.ts';
import type { House } from '#assistant/house.ts';
import { onRecord } from '#assistant/on-record.ts';
import type { NewEntry } from '#domain/entry.ts';

/** What can come of a case. */
export type CaseOutcome = NonNullable<Case['outcome']>;

/** What a person decides about a case. */
export type Judgement = {
  readonly id: string;
  readonly person: string;
  /** The revision of the case that the person has seen. */
  readonly seen: number;
  readonly outcome: CaseOutcome;
  /** What the requester gets to read. */
  readonly reply: string;
  readonly place: NewEntry['place'];
};

/** What became of an attempt on a case; `too-late` comes with the case as it stands. */
export type Handled =
  | { readonly result: 'done' | 'too-late'; readonly case: Case }
  | { readonly result: Refusal | 'too-short' };
export type Refusal = 'not-allowed-to' | 'own-case' | 'no-such-case';

/** The least that a reply may say, in characters. */
export const replyMin = 10;

/** Takes an open case, on record first. */
export async function takeCase(
  { id, person, place }: Pick<Judgement, 'id' | 'person' | 'place'>,
  house: House,
  desk: Desk,
): Promise<Handled> {
  const looked = await lookInto({ id, person }, house, desk);
  if (looked.result !== 'open-to-you') return looked;
  const before = looked.case;
  if (before.state !== 'open') return { result: 'too-late', case: before };

  const after: Case = { ...before, state: 'taken', assignee: person };
  return move(before, { after, action: 'taken', person, place, texts: {} }, { house, desk });
}

/** Decides a case, on record first. It stands beside the verdict of the rules, which stays as it is. */
export async function judgeCase(
  { id, person, seen, outcome, reply: written, place }: Judgement,
  house: House,
  desk: Desk,
): Promise<Handled> {
  const looked = await lookInto({ id, person }, house, desk);
  if (looked.result !== 'open-to-you') return looked;
  const before = looked.case;
  if (before.state === 'decided' || before.revision !== seen) {
    return { result: 'too-late', case: before };
  }
  const reply = written.trim();
  if (reply.length < replyMin) return { result: 'too-short' };

  const after: Case = { ...before, state: 'decided', assignee: person, outcome, reply };
  return move(before, { after, action: outcome, person, place, texts: { reply } }, { house, desk });
}

/** The case, where this person may act on it: a role is needed, and nobody decides what they asked themselves. */
export async function lookInto(
  { id, person }: Pick<Judgement, 'id' | 'person'>,
  house: House,
  desk: Desk,
): Promise<{ readonly result: 'open-to-you'; readonly case: Case } | { result: Refusal }> {
  if (!(await mayDecide(person, house, desk))) return { result: 'not-allowed-to' };
  const found = await desk.cases.find(house.workspace, id);
  if (!found) return { result: 'no-such-case' };
  if (found.requester === person) return { result: 'own-case' };
  return { result: 'open-to-you', case: found };
}

type Step = {
  readonly after: Case;
  readonly action: 'taken' | CaseOutcome;
  readonly person: string;
  readonly place: NewEntry['place'];
  readonly texts: Readonly<Record<string, string>>;
};

async function move(
  before: Case,
  { after, action, person: actor, place, texts }: Step,
  { house, desk }: { readonly house: House; readonly desk: Desk },
): Promise<Handled> {
  const at = house.clock.now().toISOString();
  const recorded = (what: 'withdrawn' | Step['action'], sealed: Step['texts']) =>
    onRecord(
      {
        ...frameOf(house, { op: house.newOperation(), at, actor, place }),
        kind: 'review',
        private: sealed,
        body: { case: before.id, decision: before.decision, action: what },
      },
      house,
    );

  await recorded(action, texts);
  const saved = await desk.cases.save({ ...after, updated: at });
  if (saved.saved)
    return { result: 'done', case: { ...after, updated: at, revision: saved.revision } };

  // Somebody was quicker between reading and saving: the log must not show two judgements that both hold.
  await recorded('withdrawn', {});
  const winner = await desk.cases.find(before.workspace, before.id);
  return { result: 'too-late', case: winner ?? before };
}
