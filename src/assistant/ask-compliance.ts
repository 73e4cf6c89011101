import type { Case, Desk } from '#assistant/desk.ts';
import { frameOf } from '#assistant/frame.ts';
import type { House } from '#assistant/house.ts';
import { onRecord } from '#assistant/on-record.ts';
import type { NewEntry } from '#domain/entry.ts';
import type { Language } from '#domain/language.ts';

/** An answer that somebody wants a person to look at. */
export type Concern = {
  readonly decision: string;
  readonly reference: string;
  readonly requester: string;
  /** What the requester wants to know; may be empty. */
  readonly reason: string;
  /** The conversation that it comes from, and its language. */
  readonly thread: Pick<Case, 'place' | 'thread'>;
  readonly language: Language;
  readonly place: NewEntry['place'];
};

/** The case of a concern; an answer has at most one that is still to be decided. */
export type Asked = { readonly isNew: boolean; readonly case: Case };

/** Opens a case, on record first. The reason is sealed in the log. */
export async function askCompliance(concern: Concern, house: House, desk: Desk): Promise<Asked> {
  const pending = await pendingCase(concern.decision, house, desk);
  if (pending) return { isNew: false, case: pending };

  // A case bears the name of the operation that opened it.
  const id = house.newOperation();
  const at = house.clock.now().toISOString();
  const { decision, requester, place } = concern;
  const reason = concern.reason.trim();
  await onRecord(
    {
      ...frameOf(house, { op: id, at, actor: requester, place }),
      kind: 'review',
      private: reason === '' ? {} : { reason },
      body: { case: id, decision, action: 'requested' },
    },
    house,
  );

  const opened: Case = {
    workspace: house.workspace,
    id,
    revision: 0,
    decision,
    reference: concern.reference,
    state: 'open',
    requester,
    reason,
    place: concern.thread.place,
    thread: concern.thread.thread,
    language: concern.language,
    cards: [],
    created: at,
    updated: at,
  };
  const saved = await desk.cases.save(opened);
  if (!saved.saved) throw new Error('A new case has the name of another one.');
  return { isNew: true, case: { ...opened, revision: saved.revision } };
}

/** The case of a decision that is still to be decided. */
export async function pendingCase(
  decision: string,
  { workspace }: Pick<House, 'workspace'>,
  { cases }: Pick<Desk, 'cases'>,
): Promise<Case | undefined> {
  const [open, taken] = await Promise.all([
    cases.list(workspace, 'open'),
    cases.list(workspace, 'taken'),
  ]);
  return [...open, ...taken].find((one) => one.decision === decision);
}
