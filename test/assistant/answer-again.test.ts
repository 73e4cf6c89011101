import { describe, expect, test } from 'vitest';
import { answer } from '#assistant/answer.ts';
import { conditionsOf } from '#domain/completions.ts';
import { factsIn } from '#domain/condition.ts';
import { Problem } from '#domain/problem.ts';
import { aFolder, aLedger } from '../ledger/samples.ts';
import { aHouse, aRequest, knowledge, readerOf } from '../samples.ts';

const newsletter = {
  channels: ['email'],
  elements: ['none'],
  recipients: ['consented_double_opt_in'],
};

const coldMail = {
  channels: { value: ['email'] },
  elements: { value: ['none'] },
  recipients: { value: ['without_consent'] },
  message_content: { value: 'advertising' },
};

describe('an operation that was answered before', () => {
  test('is answered again in the words on record', async () => {
    const same = aHouse({ ledger: aLedger(aFolder()) });
    const first = await answer(aRequest({ said: newsletter }), same);

    const again = await answer(aRequest({ said: newsletter }), same);

    expect(again.text).toBe(first.text);
    expect(await same.ledger.head()).toMatchObject({ size: 1 });
  });

  test('is not answered in any others', async () => {
    const same = aHouse({ ledger: aLedger(aFolder()) });
    await answer(aRequest({ said: newsletter }), same);

    await expect(answer(aRequest(), same)).rejects.toBeInstanceOf(Problem);
  });
});

describe('who releases', () => {
  test('is not the author alone because of what was only read', async () => {
    const read = {
      channels: { value: ['flyer'], complete: true },
      elements: { value: ['none'], complete: true },
    };

    const onlyRead = await answer(aRequest(), aHouse({ reader: readerOf(read) }));
    const said = await answer(
      aRequest({ said: { channels: ['flyer'], elements: ['none'] } }),
      aHouse(),
    );

    expect([onlyRead.route, said.route]).toEqual(['compliance-lead', 'author']);
  });
});

test('only what the rules of the market look at waits for confirmation', async () => {
  const { toConfirm } = await answer(aRequest(), aHouse({ reader: readerOf(coldMail) }));
  const inUse = new Set(
    knowledge.controls
      .filter((control) => ['eu', 'de', 'ethics'].includes(control.pack))
      .flatMap((control) => conditionsOf(control).flatMap(factsIn)),
  );

  expect(toConfirm).toContain('recipients');
  expect(toConfirm.filter((id) => !inUse.has(id) && !knowledge.facts.get(id)?.core)).toEqual([]);
});
