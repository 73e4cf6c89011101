import { expect, test } from 'vitest';
import { checkpointReader } from '#ledger/checkpoint.ts';
import { leafHash, provesConsistency, provesInclusion } from '#ledger/tree.ts';
import { anAnswer } from './entries.ts';
import type { LedgerBench } from './ledger-bench.ts';

/** What was appended can be proved to those who do not trust us. */
export function whatCanBeProved(aBench: () => LedgerBench): void {
  test('an empty log is whole', async () => {
    const ledger = await aBench().open();

    expect(await ledger.verify()).toMatchObject({
      ok: true,
      size: 0,
      root: (await ledger.head()).root,
    });
    expect(await ledger.read({})).toEqual([]);
  });

  test('each entry is in each later tree, and each tree begins with each earlier one', async () => {
    const ledger = await aBench().open();
    const receipts = [];
    for (let number = 0; number < 11; number++) receipts.push(await ledger.append(anAnswer()));
    const read = checkpointReader(ledger.vkey);
    const trees = receipts.flatMap(({ checkpoint }) => read?.(checkpoint) ?? []);
    const lines = (await ledger.read({})).map(({ line }) => line).toReversed();

    for (const later of trees) {
      for (let index = 0; index < later.size; index++) {
        const leaf = leafHash(Buffer.from(lines[index] ?? ''));
        const proof = await ledger.inclusionProof(index, later.size);
        expect(provesInclusion(proof, { leaf, index, ...later })).toBe(true);
      }
      for (const earlier of trees.filter(({ size }) => size <= later.size)) {
        const proof = await ledger.consistencyProof(earlier.size, later.size);
        expect(provesConsistency(proof, earlier, later)).toBe(true);
      }
    }
  });

  test('a log is checked against checkpoints that were kept elsewhere', async () => {
    const [ledger, other] = [await aBench().open(), await aBench().open()];
    const { checkpoint: known } = await ledger.append(anAnswer());
    const { checkpoint: foreign } = await other.append(anAnswer());
    await ledger.append(anAnswer());

    expect(await ledger.verify({ checkpoints: [known] })).toMatchObject({ ok: true });
    expect(await ledger.verify({ checkpoints: [foreign] })).toMatchObject({ ok: false });
    expect(await ledger.verify({ vkey: other.vkey })).toMatchObject({ ok: false });
  });
}

/** Any number of ledgers may share one log. */
export function severalAtOnce(aBench: () => LedgerBench): void {
  test('two ledgers on one log take turns and never fork it', async () => {
    const bench = aBench();
    const ledgers = [await bench.open(), await bench.open(), await bench.open()];

    const thirds = ledgers.flatMap((ledger) => Array.from({ length: 10 }, () => ledger));
    const receipts = await Promise.all(thirds.map((ledger) => ledger.append(anAnswer())));

    const indexes = receipts.map(({ index }) => index).toSorted((a, b) => a - b);
    expect(indexes).toEqual(Array.from({ length: 30 }, (_, number) => number));
    expect(await (await bench.open()).verify()).toMatchObject({ ok: true, size: 30 });
  });

  test('one operation that comes to two ledgers at once is written once', async () => {
    const bench = aBench();
    const [one, two] = [await bench.open(), await bench.open()];
    const entry = anAnswer();

    const receipts = await Promise.all([one.append(entry), two.append(entry), one.append(entry)]);

    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(receipts.map(({ index }) => index)).size).toBe(1);
    expect(await two.head()).toMatchObject({ size: 1 });
  });

  test('a person whom two ledgers meet at once has one pseudonym', async () => {
    const bench = aBench();
    const [one, two] = [await bench.open(), await bench.open()];

    await Promise.all([one.append(anAnswer()), two.append(anAnswer())]);

    const stored = await one.read({});
    expect(new Set(stored.map(({ entry }) => entry.pseudonym)).size).toBe(1);
    for (const { entry } of stored) expect(await two.open(entry)).toHaveProperty('message');
  });

  test('a log is verified while entries arrive', async () => {
    const bench = aBench();
    const [writer, reader] = [await bench.open(), await bench.open()];
    for (let number = 0; number < 5; number++) await writer.append(anAnswer());

    const [found] = await Promise.all([
      reader.verify(),
      ...Array.from({ length: 5 }, () => writer.append(anAnswer())),
    ]);

    expect(found).toMatchObject({ ok: true, problems: [] });
    expect(await reader.verify()).toMatchObject({ ok: true, size: 10 });
  });
}
