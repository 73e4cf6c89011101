import { describe, expect, test } from 'vitest';
import { askCompliance } from '#assistant/ask-compliance.ts';
import { judgeCase, takeCase, type Judgement } from '#assistant/judge-case.ts';
import { aBreakableLog, aConcern, anOpenCase, aRecordedAnswer, aStaffedHouse } from './a-case.ts';

const reply = 'Ja, wenn Sie die Liste vorher abgleichen.';

/** What Lea decides. */
function aJudgement(more: Partial<Judgement> & Pick<Judgement, 'id'>): Judgement {
  return { person: 'ULEA', seen: 1, outcome: 'released', reply, place: 'dm', ...more };
}

describe('a case', () => {
  test.for([['ULEA'], ['UTOM']])('is taken by %s, on record', async ([person = '']) => {
    const { house, desk } = await aStaffedHouse();
    const { id } = await anOpenCase(house, desk);

    const handled = await takeCase({ id, person, place: 'dm' }, house, desk);

    expect(handled).toMatchObject({ result: 'done', case: { state: 'taken', assignee: person } });
    expect(await desk.cases.list(house.workspace, 'taken')).toHaveLength(1);
    const [stored] = await house.ledger.read({ kind: 'review' });
    expect(stored?.entry.body).toMatchObject({ case: id, action: 'taken' });
  });

  test.for([['released'], ['refused'], ['returned']] as const)(
    'can be %s, with the reply sealed in the log',
    async ([outcome]) => {
      const { house, desk } = await aStaffedHouse();
      const { id } = await anOpenCase(house, desk);

      const handled = await judgeCase(aJudgement({ id, outcome }), house, desk);

      expect(handled).toMatchObject({ result: 'done', case: { state: 'decided', outcome, reply } });
      expect(await desk.cases.find(house.workspace, id)).toMatchObject({ outcome, reply });
      const [stored] = await house.ledger.read({ kind: 'review' });
      expect(stored?.entry.body).toMatchObject({ case: id, action: outcome });
      expect(stored?.line).not.toContain('abgleichen');
      expect(stored && (await house.ledger.open(stored.entry))).toEqual({ reply });
    },
  );

  test('that is released leaves the verdict as it was', async () => {
    const { house, desk } = await aStaffedHouse();
    const { op: decision, reference, verdict } = await aRecordedAnswer(house);
    const { case: one } = await askCompliance(aConcern({ decision, reference }), house, desk);
    const [before] = await house.ledger.read({ op: decision });

    await judgeCase(aJudgement({ id: one.id }), house, desk);

    expect(verdict).toBe('not_allowed');
    expect(await house.ledger.read({ op: decision })).toEqual([before]);
  });

  test.for([
    ['somebody without a role', 'UANNA'],
    ['a manager', 'UBEN'],
  ])('is nothing for %s', async ([, person = '']) => {
    const { house, desk } = await aStaffedHouse();
    const { id } = await anOpenCase(house, desk);

    const attempts = [
      await takeCase({ id, person, place: 'dm' }, house, desk),
      await judgeCase(aJudgement({ id, person }), house, desk),
    ];

    expect(attempts).toEqual([{ result: 'not-allowed-to' }, { result: 'not-allowed-to' }]);
    expect(await house.ledger.read({ kind: 'review' })).toHaveLength(1);
  });

  test('is judged by somebody else than the one who asked', async () => {
    const { house, desk } = await aStaffedHouse();
    const { case: one } = await askCompliance(aConcern({ requester: 'ULEA' }), house, desk);

    const own = await judgeCase(aJudgement({ id: one.id }), house, desk);
    const deputy = await judgeCase(aJudgement({ id: one.id, person: 'UTOM' }), house, desk);

    expect(own).toEqual({ result: 'own-case' });
    expect(deputy).toMatchObject({ result: 'done' });
  });

  test('needs a reply that says something', async () => {
    const { house, desk } = await aStaffedHouse();
    const { id } = await anOpenCase(house, desk);

    const handled = await judgeCase(aJudgement({ id, reply: '   Ja.      ' }), house, desk);

    expect(handled).toEqual({ result: 'too-short' });
    expect(await desk.cases.list(house.workspace, 'open')).toHaveLength(1);
  });

  test('is decided once', async () => {
    const { house, desk } = await aStaffedHouse();
    const { id } = await anOpenCase(house, desk);
    await judgeCase(aJudgement({ id }), house, desk);

    const late = [
      await judgeCase(aJudgement({ id, person: 'UTOM', outcome: 'refused' }), house, desk),
      await takeCase({ id, person: 'UTOM', place: 'dm' }, house, desk),
    ];

    const asItStands = { result: 'too-late', case: { outcome: 'released', assignee: 'ULEA' } };
    expect(late).toMatchObject([asItStands, asItStands]);
    expect(await house.ledger.read({ kind: 'review' })).toHaveLength(2);
  });

  test('that somebody took meanwhile is not judged on an old view of it', async () => {
    const { house, desk } = await aStaffedHouse();
    const { id } = await anOpenCase(house, desk);
    await takeCase({ id, person: 'UTOM', place: 'dm' }, house, desk);

    const old = await judgeCase(aJudgement({ id, seen: 1 }), house, desk);
    const fresh = await judgeCase(aJudgement({ id, seen: 2 }), house, desk);

    expect(old).toMatchObject({ result: 'too-late', case: { assignee: 'UTOM' } });
    expect(fresh).toMatchObject({ result: 'done' });
  });

  test('that two judge at the same moment is decided once, and the log shows who withdrew', async () => {
    const { house, desk } = await aStaffedHouse();
    const { id } = await anOpenCase(house, desk);

    const handled = await Promise.all([
      judgeCase(aJudgement({ id }), house, desk),
      judgeCase(aJudgement({ id, person: 'UTOM', outcome: 'refused' }), house, desk),
    ]);

    expect(handled.map(({ result }) => result).sort()).toEqual(['done', 'too-late']);
    const [one] = await desk.cases.list(house.workspace, 'decided');
    const entries = (await house.ledger.read({ kind: 'review' })).map(({ entry }) => entry);
    const [withdrawn] = entries;
    expect(withdrawn).toMatchObject({ body: { action: 'withdrawn' } });
    const judged = entries.filter(({ pseudonym }) => pseudonym !== withdrawn?.pseudonym);
    expect(judged[0]).toMatchObject({ body: { action: one?.outcome } });
  });

  test('that nobody knows is said to be unknown', async () => {
    const { house, desk } = await aStaffedHouse();

    const handled = await takeCase({ id: 'nothing', person: 'ULEA', place: 'dm' }, house, desk);

    expect(handled).toEqual({ result: 'no-such-case' });
  });

  test('stays as it was where the log cannot be written', async () => {
    const { house, desk } = await aStaffedHouse();
    const one = await anOpenCase(house, desk);
    const { ledger, breakLog } = aBreakableLog(house);
    breakLog();

    const judged = judgeCase(aJudgement({ id: one.id }), { ...house, ledger }, desk);

    await expect(judged).rejects.toMatchObject({ code: 'log.unavailable' });
    expect(await desk.cases.find(house.workspace, one.id)).toEqual(one);
  });
});
