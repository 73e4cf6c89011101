import { describe, expect, test } from 'vitest';
import type { NewEntry } from '#domain/entry.ts';
import { referenceOf } from '#domain/reference.ts';
import { checkpointReader } from '#ledger/checkpoint.ts';
import { aDecision, anAnswer, aReply, theOtherKinds } from './entries.ts';
import { whatCanBeProved, severalAtOnce } from './ledger-proofs.ts';
import { whoAndWhat } from './ledger-secrecy.ts';
import type { LedgerBench } from './ledger-bench.ts';

/** What every ledger promises. */
export function ledgerContract(name: string, aBench: () => LedgerBench): void {
  describe(`${name}: what is appended`, () => {
    whatIsAppended(aBench);
  });
  describe(`${name}: who asked and what was said`, () => {
    whoAndWhat(aBench);
  });
  describe(`${name}: what can be proved`, () => {
    whatCanBeProved(aBench);
  });
  describe(`${name}: several at once`, () => {
    severalAtOnce(aBench);
  });
}

function whatIsAppended(aBench: () => LedgerBench): void {
  test('a receipt names the index, the reference and a signed checkpoint', async () => {
    const ledger = await aBench().open();
    const entry = aDecision();

    await ledger.append(anAnswer());
    const receipt = await ledger.append(entry);

    const signed = checkpointReader(ledger.vkey)?.(receipt.checkpoint);
    const head = await ledger.head();
    expect(receipt).toMatchObject({ index: 1, repeated: false });
    expect(receipt.reference).toBe(referenceOf(entry.op, entry.at));
    expect(signed).toMatchObject({ size: 2 });
    expect(Buffer.from(signed?.root ?? '').toString('hex')).toBe(head.root);
    expect(await ledger.checkpoint()).toBe(receipt.checkpoint);
  });

  test('a decision is read back as it was given', async () => {
    const ledger = await aBench().open();
    const given = aDecision();

    await ledger.append(given);

    const [stored] = await ledger.read({ reference: referenceOf(given.op, given.at) });
    expect(stored?.entry).toMatchObject({ v: 1, op: given.op, kind: 'decision', body: given.body });
    expect(stored?.entry.engine).toEqual(given.engine);
  });

  test.for(theOtherKinds())('an entry of the kind $kind is kept', async (given) => {
    const ledger = await aBench().open();

    await ledger.append(given);

    const [stored] = await ledger.read({});
    expect(stored?.entry).toMatchObject({ kind: given.kind, body: given.body });
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
  });

  test('the same operation twice writes one entry and says so', async () => {
    const ledger = await aBench().open();
    const entry = anAnswer();

    const first = await ledger.append(entry);
    await ledger.append(anAnswer());
    const second = await ledger.append({ ...entry, at: '2026-11-24T10:00:00.000Z' });

    expect(second).toEqual({ ...first, repeated: true });
    expect(await ledger.head()).toMatchObject({ size: 2 });
  });

  test('a second operation with the same reference is refused, and nothing is written', async () => {
    const ledger = await aBench().open();
    const entry = anAnswer({ op: '7K3M9QXZ000000000000000000' });
    await ledger.append(entry);

    const twin = ledger.append({ ...entry, op: '7K3M9QXZ000000000000000001' });

    await expect(twin).rejects.toMatchObject({ code: 'log.unavailable' });
    expect(await ledger.head()).toMatchObject({ size: 1 });
  });

  test.for([
    ['of another workspace', { workspace: 'T2' }],
    ['with a fraction', { body: { refused: false, ...aReply, ms: { read: 0.5 } } }],
    [
      'with a sentence in clear',
      { body: { refused: false, ...aReply, notices: ['Frau Mustermann'] } },
    ],
    ['with a field that is not in the format', { note: 'hello' }],
    ['without a proper operation id', { op: 'abc' }],
    ['of an unknown kind', { kind: 'gossip' }],
  ] as const)('an entry %s is refused', async ([, change]) => {
    const ledger = await aBench().open();

    const append = ledger.append({ ...anAnswer(), ...change } as NewEntry);

    await expect(append).rejects.toBeInstanceOf(Error);

    expect(await ledger.head()).toMatchObject({ size: 0 });
  });

  test('entries are read newest first, filtered and page by page', async () => {
    const ledger = await aBench().open();
    for (let day = 1; day <= 9; day++)
      await ledger.append(aDecision({ at: `2026-11-0${day}T08:00:00.000Z` }));
    await ledger.append(anAnswer({ at: '2026-11-10T08:00:00.000Z' }));
    const indexes = async (filter: Parameters<typeof ledger.read>[0]) =>
      (await ledger.read(filter)).map(({ index }) => index);

    expect(await indexes({})).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(await indexes({ limit: 3 })).toEqual([9, 8, 7]);
    expect(await indexes({ limit: 3, before: 7 })).toEqual([6, 5, 4]);
    expect(await indexes({ kind: 'answer' })).toEqual([9]);
    expect(await indexes({ verdict: 'not_allowed', limit: 1 })).toEqual([8]);
    expect(await indexes({ verdict: 'allowed' })).toEqual([]);
    expect(
      await indexes({ from: '2026-11-03T08:00:00.000Z', until: '2026-11-05T08:00:00.000Z' }),
    ).toEqual([3, 2]);
    expect(await indexes({ reference: 'EC-2026-0000-0000' })).toEqual([]);
  });

  test('entries are read by what their decisions say, and by what belongs to them', async () => {
    const ledger = await aBench().open();
    const decision = aDecision();
    const grey = forReview(aDecision());
    const follow = anAnswer();
    const given = [
      decision,
      anAnswer(),
      grey,
      { ...follow, body: { ...follow.body, follows: grey.op } } as NewEntry,
    ];
    for (const entry of given) await ledger.append(entry);
    const indexes = async (filter: Parameters<typeof ledger.read>[0]) =>
      (await ledger.read(filter)).map(({ index }) => index);

    expect(await indexes({ market: 'US-CA' })).toEqual([0]);
    expect(await indexes({ market: 'AT' })).toEqual([2]);
    expect(await indexes({ market: `A"T` })).toEqual([]);
    expect(await indexes({ route: 'lead' })).toEqual([2, 0]);
    expect(await indexes({ route: 'nobody' })).toEqual([]);
    expect(await indexes({ forReview: true })).toEqual([2]);
    expect(await indexes({ about: grey.op })).toEqual([3]);
    expect(await indexes({ about: decision.op })).toEqual([]);
    expect(await indexes({ referencePart: decision.op.slice(2, 8) })).toContain(0);
    expect(await indexes({ referencePart: 'EC2026', after: 1 })).toEqual([3, 2]);
    expect(await indexes({ oldestFirst: true, after: 0, limit: 2 })).toEqual([1, 2]);
  });

  test('bundles are kept once, under their hash', async () => {
    const ledger = await aBench().open();
    const bytes = Buffer.from('facts and controls');

    const first = await ledger.putBlob('knowledge', bytes);
    const second = await ledger.putBlob('knowledge', bytes);

    expect(second).toBe(first);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    const kept = await ledger.blob(first);
    expect(kept?.kind).toBe('knowledge');
    expect(Buffer.from(kept?.bytes ?? '')).toEqual(bytes);
    expect(await ledger.blob('0'.repeat(64))).toBeUndefined();
  });

  test('everything is there again after a restart', async () => {
    const bench = aBench();
    const before = await bench.open();
    const { reference } = await before.append(aDecision());
    const head = await before.head();
    await before.close();

    const after = await bench.open();

    expect(await after.head()).toEqual(head);
    const [stored] = await after.read({ reference });
    expect(stored && (await after.open(stored.entry))).toHaveProperty('message', 'Nein, aber …');
    expect((await after.append(anAnswer())).index).toBe(1);
    expect(await after.verify()).toMatchObject({ ok: true, size: 2 });
  });
}

/** The decision with Austria for its market and a point that a person has to judge. */
function forReview(entry: NewEntry): NewEntry {
  if (entry.kind !== 'decision') throw new Error('not a decision');
  const finding = { control: 'x', severity: 'review', outcome: 'open', markets: ['AT'] } as const;
  return {
    ...entry,
    body: { ...entry.body, verdicts: { AT: 'allowed_with_conditions' }, findings: [finding] },
  };
}
