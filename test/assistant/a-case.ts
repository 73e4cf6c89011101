import { answer } from '#assistant/answer.ts';
import { askCompliance, type Concern } from '#assistant/ask-compliance.ts';
import type { Case, Desk } from '#assistant/desk.ts';
import type { House } from '#assistant/house.ts';
import type { NewEntry } from '#domain/entry.ts';
import { aHouse, anOperation, aRequest, readerOf } from '../samples.ts';
import { aFolder, aLedger } from '../ledger/samples.ts';
import { aDesk, coldMail } from '../slack/a-workspace.ts';

/** A house with a real log, and a desk at which Lea is the lead and Tom her deputy. */
export async function aStaffedHouse(
  fittings: Partial<House> = {},
): Promise<{ readonly house: House; readonly desk: Desk }> {
  const house = aHouse({
    ledger: aLedger(aFolder()),
    reader: readerOf(coldMail),
    ...fittings,
  });
  const desk = aDesk(house);
  await desk.roles.assign(house.workspace, 'ULEA', ['lead']);
  await desk.roles.assign(house.workspace, 'UTOM', ['deputy']);
  await desk.roles.assign(house.workspace, 'UBEN', ['manager']);
  return { house, desk };
}

/** What Anna wants to know about an answer. */
export function aConcern(more: Partial<Concern> = {}): Concern {
  return {
    decision: anOperation(900),
    reference: 'EC-2026-7K3M-9QXZ',
    requester: 'UANNA',
    reason: 'Dürfen wir das trotzdem?',
    thread: { place: 'CMARKETING', thread: '1.0' },
    language: 'de',
    place: 'public',
    ...more,
  };
}

/** A case that Anna has opened. */
export async function anOpenCase(house: House, desk: Desk): Promise<Case> {
  return (await askCompliance(aConcern(), house, desk)).case;
}

/** An answer that is in the log. */
export async function aRecordedAnswer(house: House) {
  return answer(aRequest({ op: anOperation(900) }), house);
}

/** The log of a house, which can be made to break. */
export function aBreakableLog({ ledger }: Pick<House, 'ledger'>) {
  const state = { isBroken: false };
  return {
    breakLog: () => {
      state.isBroken = true;
    },
    ledger: {
      ...ledger,
      append: async (entry: NewEntry) => {
        if (state.isBroken) throw new Error('The disk is full.');
        return ledger.append(entry);
      },
    },
  };
}
