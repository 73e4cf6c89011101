import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import { expect, test } from 'vitest';
import type { LedgerStore } from '#ledger/store.ts';
import { aDecision, anAnswer } from './entries.ts';
import type { LedgerBench } from './ledger-bench.ts';

/** Who asked and what was said is for those with the key alone. */
export function whoAndWhat(aBench: () => LedgerBench): void {
  test('texts come back as they were, and stand nowhere in clear', async () => {
    const ledger = await aBench().open();
    const entry = aDecision({ second: 'U0SECOND' });

    await ledger.append(entry);

    const { line, entry: kept } = await entryOf(ledger, entry.op);
    expect(await ledger.open(kept)).toEqual(entry.private);
    for (const secret of ['Mustermann', 'Nein', 'U0ERIKA', 'U0SECOND'])
      expect(line).not.toContain(secret);
  });

  test('naughty strings survive, half characters too', async () => {
    const ledger = await aBench().open();
    const texts = [...naughtyStrings, '\ud800', 'a\udc00b', '\u0000', '__proto__'];
    const named = Object.fromEntries(texts.map((text, number) => [`text-${number}`, text]));
    const entry = anAnswer({ private: { ...named, message: texts.join('\n') } });

    await ledger.append(entry);

    const { entry: kept } = await entryOf(ledger, entry.op);
    expect(await ledger.open(kept)).toEqual(entry.private);
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  test('an entry without texts has nothing sealed', async () => {
    const ledger = await aBench().open();
    const entry = anAnswer({ private: {} });

    await ledger.append(entry);

    const { entry: kept } = await entryOf(ledger, entry.op);
    expect(kept.sealed).toBeUndefined();
    expect(kept.messageHash).toBeUndefined();
    expect(await ledger.open(kept)).toEqual({});
  });

  test('the same message never has the same hash, and a short one is no shorter', async () => {
    const ledger = await aBench().open();
    const entries = ['Ja.', 'Ja.', 'Nein, erst mit Einwilligung.'].map((message) =>
      anAnswer({ private: { message } }),
    );

    for (const entry of entries) await ledger.append(entry);

    const kept = (await ledger.read({})).map(({ entry }) => entry);
    expect(new Set(kept.map(({ messageHash }) => messageHash)).size).toBe(3);
    expect(new Set(kept.map(({ sealed }) => sealed?.box.length)).size).toBe(1);
  });

  test('texts that do not fit their entry are not shown', async () => {
    const ledger = await aBench().open();
    const [one, other] = [anAnswer(), anAnswer()];
    for (const entry of [one, other]) await ledger.append(entry);
    const { entry } = await entryOf(ledger, one.op);
    const { entry: foreign } = await entryOf(ledger, other.op);

    for (const wrong of [
      { ...entry, sealed: foreign.sealed },
      { ...entry, messageHash: foreign.messageHash },
      { ...entry, messageHash: undefined },
    ]) {
      await expect(ledger.open(wrong)).rejects.toMatchObject({ code: 'log.damaged' });
    }
  });

  test('a person has one pseudonym in a quarter, another in the next, and nobody shares it', async () => {
    const ledger = await aBench().open();
    const entries = [
      anAnswer({ at: '2026-10-01T00:00:00.000Z' }),
      anAnswer({ at: '2026-12-31T23:59:59.999Z' }),
      anAnswer({ at: '2027-01-01T00:00:00.000Z' }),
      anAnswer({ actor: 'U0OTHER' }),
    ];

    for (const entry of entries) await ledger.append(entry);

    const [autumn, winter, next, other] = (await ledger.read({}))
      .map(({ entry }) => entry.pseudonym)
      .toReversed();
    expect(winter).toBe(autumn);
    expect(new Set([winter, next, other]).size).toBe(3);
    expect(await ledger.read({ pseudonym: autumn })).toHaveLength(2);
  });

  test('a forgotten person leaves entries and proofs, but no text and no link', async () => {
    const ledger = await aBench().open();
    const [spring, autumn] = [anAnswer({ at: '2026-05-01T08:00:00.000Z' }), aDecision()];
    const bystander = anAnswer({ actor: 'U0OTHER' });
    for (const entry of [spring, autumn, bystander]) await ledger.append(entry);
    const head = await ledger.head();

    const forgotten = await ledger.forget('U0ERIKA');

    expect(forgotten).toEqual({ pseudonyms: 2, keys: 2 });
    expect(await ledger.open((await entryOf(ledger, spring.op)).entry)).toEqual({});
    expect(await ledger.open((await entryOf(ledger, autumn.op)).entry)).toEqual({});
    expect(await ledger.open((await entryOf(ledger, bystander.op)).entry)).toEqual(
      bystander.private,
    );
    expect(await ledger.head()).toEqual(head);
    expect(await ledger.verify()).toMatchObject({ ok: true });
    expect(await ledger.forget('U0ERIKA')).toEqual({ pseudonyms: 0, keys: 0 });

    const again = aDecision();
    await ledger.append(again);
    const before = (await entryOf(ledger, autumn.op)).entry.pseudonym;
    expect((await entryOf(ledger, again.op)).entry.pseudonym).not.toBe(before);
  });
}

async function entryOf(ledger: LedgerStore, op: string) {
  const [stored] = await ledger.read({ op });
  if (!stored) throw new Error('no such entry');
  return stored;
}
