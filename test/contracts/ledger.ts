import { randomBytes } from 'node:crypto';
import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import type { NewEntry } from '#domain/entry.ts';
import { operationOf, referenceOf } from '#domain/reference.ts';
import { checkpointReader } from '#ledger/checkpoint.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { leafHash, provesConsistency, provesInclusion } from '#ledger/tree.ts';

/** One log that several ledgers can be opened on, each as another process would. */
export type LedgerBench = { open(): LedgerStore };

type Parts = { [K in keyof NewEntry]?: NewEntry[K] };

const hash = 'c0ffee'.repeat(11).slice(0, 64);
const reply = { citations: [], notices: [], language: 'de' } as const;

/** An operation id that no other test uses. */
export function anOp(): string {
  return operationOf(randomBytes(16));
}

/** An answer to a question about a rule. */
export function anAnswer(parts: Parts = {}): NewEntry {
  return {
    ...anEvent(parts),
    kind: 'answer',
    body: { refused: false, ...reply },
  } as NewEntry;
}

/** The judgement of a campaign, with every field that a decision can have. */
export function aDecision(parts: Parts = {}): NewEntry {
  return {
    ...anEvent(parts),
    kind: 'decision',
    body: {
      verdict: 'not_allowed',
      verdicts: { DE: 'not_allowed', 'US-CA': 'allowed_with_conditions' },
      asOf: '2026-11-23',
      asked: 'brief',
      route: 'lead',
      facts: [
        {
          fact: 'channel',
          value: ['email', 'post'],
          complete: false,
          origin: 'text',
          confirmed: false,
          unclear: ['sms'],
          span: [3, 17],
        },
        { fact: 'launch', value: '2026-12-01', origin: 'request', confirmed: true },
        { fact: 'recipients', value: 1200, origin: 'person', confirmed: true },
      ],
      unknown: ['prior_consent'],
      findings: [
        {
          control: 'uwg-7-email-consent',
          severity: 'blocker',
          outcome: 'breached',
          markets: ['DE'],
        },
        {
          control: 'gdpr-13',
          severity: 'condition',
          outcome: 'open',
          markets: ['DE'],
          missing: ['notice'],
        },
      ],
      questions: ['notice'],
      wayToYes: [{ changes: [{ fact: 'channel', value: ['post'] }], verdict: 'allowed' }],
      citations: [{ provision: 'UWG §7(2) Nr. 2', passage: 'de/uwg/7#2-2' }],
      notices: ['trusted-text'],
      language: 'de',
      follows: anOp(),
      found: ['eu/gdpr/13'],
      ms: { read: 2, assess: 1 },
    },
  } as NewEntry;
}

function anEvent(parts: Parts) {
  return {
    op: anOp(),
    at: '2026-11-23T10:00:00.000Z',
    workspace: 'T1',
    actor: 'U0ERIKA',
    place: 'dm',
    engine: { code: '0.1.0', node: '26.10.0', knowledge: hash, profile: hash, reader: 'words-1' },
    private: { question: 'Dürfen wir Frau Mustermann anschreiben?', message: 'Nein, aber …' },
    ...parts,
  };
}

/** Every other kind, with a body that it can have. */
const bodies: Readonly<Record<string, object>> = {
  review: { case: 'case-1', decision: anOp(), action: 'released' },
  override: { decision: anOp(), action: 'went-ahead' },
  reveal: { pseudonym: anOp() },
  export: { format: 'csv', first: 0, last: 12 },
  erasure: { pseudonyms: 2, keys: 17 },
  retention: {
    what: 'texts',
    before: '2026-08-25',
    ranges: [
      [0, 9],
      [12, 40],
    ],
  },
  config: { what: 'profile', from: null, to: hash },
  key: { use: 'signing', event: 'created', key: '3d07e16f' },
  clock: { before: '2026-11-23T10:00:00.000Z', after: '2026-11-23T09:00:00.000Z' },
  error: { code: 'log.unavailable' },
};

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
    const ledger = aBench().open();
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
    const ledger = aBench().open();
    const given = aDecision();

    await ledger.append(given);

    const [stored] = await ledger.read({ reference: referenceOf(given.op, given.at) });
    expect(stored?.entry).toMatchObject({ v: 1, op: given.op, kind: 'decision', body: given.body });
    expect(stored?.entry.engine).toEqual(given.engine);
  });

  test.for(Object.entries(bodies))('an entry of the kind %s is kept', async ([kind, body]) => {
    const ledger = aBench().open();

    await ledger.append({ ...anAnswer(), kind, body } as NewEntry);

    expect((await ledger.read({}))[0]?.entry).toMatchObject({ kind, body });
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
  });

  test('the same operation twice writes one entry and says so', async () => {
    const ledger = aBench().open();
    const entry = anAnswer();

    const first = await ledger.append(entry);
    await ledger.append(anAnswer());
    const second = await ledger.append({ ...entry, at: '2026-11-24T10:00:00.000Z' });

    expect(second).toEqual({ ...first, repeated: true });
    expect(await ledger.head()).toMatchObject({ size: 2 });
  });

  test('a second operation with the same reference is refused, and nothing is written', async () => {
    const ledger = aBench().open();
    const entry = anAnswer({ op: '7K3M9QXZ000000000000000000' });
    await ledger.append(entry);

    const twin = ledger.append({ ...entry, op: '7K3M9QXZ000000000000000001' });

    await expect(twin).rejects.toMatchObject({ code: 'log.unavailable' });
    expect(await ledger.head()).toMatchObject({ size: 1 });
  });

  test.for([
    ['of another workspace', { workspace: 'T2' }],
    ['with a fraction', { body: { refused: false, ...reply, ms: { read: 0.5 } } }],
    [
      'with a sentence in clear',
      { body: { refused: false, ...reply, notices: ['Frau Mustermann'] } },
    ],
    ['with a field that is not in the format', { note: 'hello' }],
    ['without a proper operation id', { op: 'abc' }],
    ['of an unknown kind', { kind: 'gossip' }],
  ] as const)('an entry %s is refused', async ([, change]) => {
    const ledger = aBench().open();

    await expect(ledger.append({ ...anAnswer(), ...change } as NewEntry)).rejects.toThrow();

    expect(await ledger.head()).toMatchObject({ size: 0 });
  });

  test('entries are read newest first, filtered and page by page', async () => {
    const ledger = aBench().open();
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

  test('bundles are kept once, under their hash', async () => {
    const ledger = aBench().open();
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
    const before = bench.open();
    const { reference } = await before.append(aDecision());
    const head = await before.head();
    await before.close();

    const after = bench.open();

    expect(await after.head()).toEqual(head);
    const [stored] = await after.read({ reference });
    expect(stored && (await after.open(stored.entry))).toHaveProperty('message', 'Nein, aber …');
    expect((await after.append(anAnswer())).index).toBe(1);
    expect(await after.verify()).toMatchObject({ ok: true, size: 2 });
  });
}

function whoAndWhat(aBench: () => LedgerBench): void {
  const firstOf = async (ledger: LedgerStore, op: string) => {
    const [stored] = await ledger.read({ op });
    if (!stored) throw new Error('no such entry');
    return stored;
  };

  test('texts come back as they were, and stand nowhere in clear', async () => {
    const ledger = aBench().open();
    const entry = aDecision({ second: 'U0SECOND' });

    await ledger.append(entry);

    const { line, entry: kept } = await firstOf(ledger, entry.op);
    expect(await ledger.open(kept)).toEqual(entry.private);
    for (const secret of ['Mustermann', 'Nein', 'U0ERIKA', 'U0SECOND'])
      expect(line).not.toContain(secret);
  });

  test('naughty strings survive, half characters too', async () => {
    const ledger = aBench().open();
    const texts = [...naughtyStrings, '\ud800', 'a\udc00b', '\u0000', '__proto__'];
    const named = Object.fromEntries(texts.map((text, number) => [`text-${number}`, text]));
    const entry = anAnswer({ private: { ...named, message: texts.join('\n') } });

    await ledger.append(entry);

    const { entry: kept } = await firstOf(ledger, entry.op);
    expect(await ledger.open(kept)).toEqual(entry.private);
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  test('an entry without texts has nothing sealed', async () => {
    const ledger = aBench().open();
    const entry = anAnswer({ private: {} });

    await ledger.append(entry);

    const { entry: kept } = await firstOf(ledger, entry.op);
    expect(kept.sealed).toBeUndefined();
    expect(kept.messageHash).toBeUndefined();
    expect(await ledger.open(kept)).toEqual({});
  });

  test('the same message never has the same hash, and a short one is no shorter', async () => {
    const ledger = aBench().open();
    const [one, other, longer] = ['Ja.', 'Ja.', 'Nein, erst mit Einwilligung.'].map((message) =>
      anAnswer({ private: { message } }),
    );

    for (const entry of [one, other, longer]) await ledger.append(entry as NewEntry);

    const kept = (await ledger.read({})).map(({ entry }) => entry);
    expect(new Set(kept.map(({ messageHash }) => messageHash)).size).toBe(3);
    expect(new Set(kept.map(({ sealed }) => sealed?.box.length)).size).toBe(1);
  });

  test('a person has one pseudonym in a quarter, another in the next, and nobody shares it', async () => {
    const ledger = aBench().open();
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
    const ledger = aBench().open();
    const [spring, autumn] = [anAnswer({ at: '2026-05-01T08:00:00.000Z' }), aDecision()];
    const bystander = anAnswer({ actor: 'U0OTHER' });
    for (const entry of [spring, autumn, bystander]) await ledger.append(entry);
    const head = await ledger.head();

    const forgotten = await ledger.forget('U0ERIKA');

    expect(forgotten).toEqual({ pseudonyms: 2, keys: 2 });
    expect(await ledger.open((await firstOf(ledger, spring.op)).entry)).toEqual({});
    expect(await ledger.open((await firstOf(ledger, autumn.op)).entry)).toEqual({});
    expect(await ledger.open((await firstOf(ledger, bystander.op)).entry)).toEqual(
      bystander.private,
    );
    expect(await ledger.head()).toEqual(head);
    expect(await ledger.verify()).toMatchObject({ ok: true });
    expect(await ledger.forget('U0ERIKA')).toEqual({ pseudonyms: 0, keys: 0 });

    const again = aDecision();
    await ledger.append(again);
    const before = (await firstOf(ledger, autumn.op)).entry.pseudonym;
    expect((await firstOf(ledger, again.op)).entry.pseudonym).not.toBe(before);
  });
}

function whatCanBeProved(aBench: () => LedgerBench): void {
  test('an empty log is whole', async () => {
    const ledger = aBench().open();

    expect(await ledger.verify()).toMatchObject({
      ok: true,
      size: 0,
      root: (await ledger.head()).root,
    });
    expect(await ledger.read({})).toEqual([]);
  });

  test('each entry is in each later tree, and each tree begins with each earlier one', async () => {
    const ledger = aBench().open();
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
    const [ledger, other] = [aBench().open(), aBench().open()];
    const { checkpoint: known } = await ledger.append(anAnswer());
    const { checkpoint: foreign } = await other.append(anAnswer());
    await ledger.append(anAnswer());

    expect(await ledger.verify({ checkpoints: [known] })).toMatchObject({ ok: true });
    expect(await ledger.verify({ checkpoints: [foreign] })).toMatchObject({ ok: false });
    expect(await ledger.verify({ vkey: other.vkey })).toMatchObject({ ok: false });
  });
}

function severalAtOnce(aBench: () => LedgerBench): void {
  test('two ledgers on one log take turns and never fork it', async () => {
    const bench = aBench();
    const ledgers = [bench.open(), bench.open(), bench.open()];

    const receipts = await Promise.all(
      Array.from({ length: 30 }, (_, number) => ledgers[number % 3]?.append(anAnswer())),
    );

    const indexes = receipts.map((receipt) => receipt?.index ?? -1).toSorted((a, b) => a - b);
    expect(indexes).toEqual(Array.from({ length: 30 }, (_, number) => number));
    expect(await ledgers[0]?.verify()).toMatchObject({ ok: true, size: 30 });
  });

  test('one operation that comes to two ledgers at once is written once', async () => {
    const bench = aBench();
    const [one, two] = [bench.open(), bench.open()];
    const entry = anAnswer();

    const receipts = await Promise.all([one.append(entry), two.append(entry), one.append(entry)]);

    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(receipts.map(({ index }) => index)).size).toBe(1);
    expect(await two.head()).toMatchObject({ size: 1 });
  });

  test('a person whom two ledgers meet at once has one pseudonym', async () => {
    const bench = aBench();
    const [one, two] = [bench.open(), bench.open()];

    await Promise.all([one.append(anAnswer()), two.append(anAnswer())]);

    const stored = await one.read({});
    expect(new Set(stored.map(({ entry }) => entry.pseudonym)).size).toBe(1);
    for (const { entry } of stored) expect(await two.open(entry)).toHaveProperty('message');
  });

  test('a log is verified while entries arrive', async () => {
    const bench = aBench();
    const [writer, reader] = [bench.open(), bench.open()];
    for (let number = 0; number < 5; number++) await writer.append(anAnswer());

    const [found] = await Promise.all([
      reader.verify(),
      ...Array.from({ length: 5 }, () => writer.append(anAnswer())),
    ]);

    expect(found).toMatchObject({ ok: true, problems: [] });
    expect(await reader.verify()).toMatchObject({ ok: true, size: 10 });
  });
}
