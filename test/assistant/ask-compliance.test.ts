import { describe, expect, test } from 'vitest';
import { askCompliance } from '#assistant/ask-compliance.ts';
import { judgeCase } from '#assistant/judge-case.ts';
import { aConcern, anOpenCase, aStaffedHouse, aBreakableLog } from './a-case.ts';

describe('to ask compliance', () => {
  test('opens a case, on record first and with the reason sealed', async () => {
    const { house, desk } = await aStaffedHouse();

    const { isNew, case: one } = await askCompliance(aConcern(), house, desk);

    expect(isNew).toBe(true);
    expect(await desk.cases.find(house.workspace, one.id)).toEqual(one);
    expect(one).toMatchObject({ state: 'open', requester: 'UANNA', thread: '1.0' });
    const [stored] = await house.ledger.read({ kind: 'review' });
    expect(stored?.entry.body).toEqual({
      case: one.id,
      decision: one.decision,
      action: 'requested',
    });
    expect(stored?.line).not.toContain('trotzdem');
    expect(stored?.line).not.toContain('UANNA');
    expect(stored && (await house.ledger.open(stored.entry))).toEqual({ reason: one.reason });
  });

  test('needs no reason', async () => {
    const { house, desk } = await aStaffedHouse();

    const { case: one } = await askCompliance(aConcern({ reason: '  ' }), house, desk);

    expect(one.reason).toBe('');
  });

  test('a second time gives the case that is open, whoever asks', async () => {
    const { house, desk } = await aStaffedHouse();
    const first = await anOpenCase(house, desk);

    const again = await askCompliance(aConcern({ requester: 'UBEN' }), house, desk);

    expect(again).toEqual({ isNew: false, case: first });
    expect(await house.ledger.read({ kind: 'review' })).toHaveLength(1);
  });

  test('is possible again once the first case is decided', async () => {
    const { house, desk } = await aStaffedHouse();
    const first = await anOpenCase(house, desk);
    const answered = { outcome: 'returned', reply: 'An wen geht die Mail?', place: 'dm' } as const;
    await judgeCase({ id: first.id, person: 'ULEA', seen: 1, ...answered }, house, desk);

    const again = await askCompliance(aConcern({ reason: 'An Bestandskunden.' }), house, desk);

    expect(again.isNew).toBe(true);
    expect(again.case.id).not.toBe(first.id);
  });

  test('keeps nothing where the log cannot be written', async () => {
    const { house, desk } = await aStaffedHouse();
    const { ledger, breakLog } = aBreakableLog(house);
    breakLog();

    const asked = askCompliance(aConcern(), { ...house, ledger }, desk);

    await expect(asked).rejects.toMatchObject({ code: 'log.unavailable' });
    expect(await desk.cases.list(house.workspace)).toEqual([]);
  });
});
