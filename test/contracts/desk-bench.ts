import type { Case, Desk, Thread } from '#assistant/desk.ts';

/** One desk that several processes can sit at; `clock.at` is the time that it reads. */
export type DeskBench = { open(): Desk | Promise<Desk>; readonly clock: { at: string } };

export const op = '7K3M9QXZ000000000000000000';

/** A conversation about a brief, not saved yet. */
export function aThread(parts: Partial<Thread> = {}): Thread {
  return {
    workspace: 'T1',
    place: 'C1',
    thread: '1700000000.000100',
    revision: 0,
    kind: 'brief',
    author: 'U0ERIKA',
    text: 'Wir schreiben unsere Kunden an.',
    given: { channel: { value: ['email', 'post'], by: 'U0ERIKA', at: '2026-11-23T10:00:00.000Z' } },
    declined: ['prior_consent'],
    language: 'de',
    updated: '2026-11-23T10:00:00.000Z',
    ...parts,
  };
}

/** A case that waits for a lead, not saved yet. */
export function aCase(parts: Partial<Case> = {}): Case {
  return {
    workspace: 'T1',
    id: 'case-1',
    revision: 0,
    decision: op,
    reference: 'EC-2026-7K3M-9QXZ',
    state: 'open',
    requester: 'U0ERIKA',
    reason: 'Die Frist läuft morgen ab.',
    place: 'C1',
    thread: '1700000000.000100',
    language: 'de',
    cards: [],
    created: '2026-11-23T10:00:00.000Z',
    updated: '2026-11-23T10:00:00.000Z',
    ...parts,
  };
}
