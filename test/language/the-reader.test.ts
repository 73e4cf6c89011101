import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setInterval } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Reader } from '#assistant/house.ts';
import { valuesOf } from '#domain/fact.ts';
import type { Reading } from '#domain/reading.ts';
import { knowledge, theReader } from './readers.ts';

const Values = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const Briefs = z.array(
  z.strictObject({ id: z.string(), text: z.string(), reads: Values, never: Values.default({}) }),
);
const briefs = Briefs.parse(parse(readFileSync(join(import.meta.dirname, 'briefs.yaml'), 'utf8')));
const messages = z
  .record(z.string(), z.array(z.string()))
  .parse(parse(readFileSync(join(import.meta.dirname, 'messages.yaml'), 'utf8')));

let reader: Reader;
beforeAll(async () => {
  reader = await theReader();
});

const pairsIn = (values: z.infer<typeof Values>) =>
  Object.entries(values).flatMap(([fact, options]) =>
    [options].flat().map((option) => ({ fact, option })),
  );
const says = ({ facts }: Reading, { fact, option }: { fact: string; option: string }) =>
  valuesOf(facts[fact]).includes(option);

/** Everything a text must never do to the reader. */
function expectSound(text: string, { facts }: Reading): void {
  for (const [id, fact] of Object.entries(facts)) {
    const known = knowledge.facts.get(id)?.options.map((option) => option.id) ?? [];
    expect(known).toEqual(expect.arrayContaining([...valuesOf(fact)]));
    expect(fact?.confirmed).toBe(false);
    expect(fact?.origin).toBe('text');
    expect(fact).not.toHaveProperty('complete');
    if (fact?.quote !== undefined) expect(text).toContain(fact.quote);
  }
}

describe('briefs of staff', () => {
  test.for(briefs)('$id: nothing is read that the brief denies', async ({ text, never }) => {
    const reading = await reader.read(text);
    expect(pairsIn(never).filter((pair) => says(reading, pair))).toEqual([]);
    expectSound(text, reading);
    expect(reading.kind).toBe('campaign');
  });

  test('four fifths of what the briefs say is read, and hardly anything is turned round', async () => {
    let wanted = 0;
    let read = 0;
    let turned = 0;
    for (const brief of briefs) {
      const reading = await reader.read(brief.text);
      for (const pair of pairsIn(brief.reads)) {
        wanted += 1;
        if (says(reading, pair)) read += 1;
        else if (reading.facts[pair.fact] && knowledge.facts.get(pair.fact)?.kind !== 'choices')
          turned += 1;
      }
    }
    expect(read / wanted).toBeGreaterThan(0.8);
    expect(turned / wanted).toBeLessThan(0.02);
  });
});

describe('kinds of messages', () => {
  test.for(
    Object.entries(messages).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text }))),
  )('"$text" is a $kind', async ({ kind, text }) => {
    expect((await reader.read(text)).kind).toBe(kind);
  });
});

describe('whatever is typed', () => {
  const naughty = z
    .array(z.string())
    .parse(createRequire(import.meta.url)('big-list-of-naughty-strings/blns.json'));

  test('naughty strings are read without harm', async () => {
    for (const text of naughty) expectSound(text, await reader.read(text));
  });

  test('any mixture of words and signs is read without harm', async () => {
    const words = briefs.flatMap(({ text }) => text.split(/(?<=\s)/));
    const anyText = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 8 })), {
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => expectSound(text, await reader.read(text))),
      { numRuns: 60 },
    );
  });

  test('a long brief lets others have their turn while it is read', async () => {
    const text = briefs
      .map((brief) => brief.text)
      .join('\n')
      .repeat(4);
    let turns = 0;
    const waiting = new AbortController();
    const counting = (async () => {
      for await (const _ of setInterval(0, undefined, { signal: waiting.signal })) turns += 1;
    })().catch(() => undefined);
    const reading = await reader.read(text);
    waiting.abort();
    await counting;
    expect(turns).toBeGreaterThan(text.split('\n').length / 20);
    expectSound(text, reading);
  });

  test('a single word of a million letters is read without harm', async () => {
    const text = 'x'.repeat(1_000_000);
    expectSound(text, await reader.read(text));
  });

  test('the same text is always read the same', async () => {
    for (const { text } of briefs.slice(0, 6))
      expect(await reader.read(text)).toEqual(await reader.read(text));
  });
});

describe('the words of the reader', () => {
  test('name only facts and answers that the vocabulary has', () => {
    const { unasked, things } = knowledge.readingWords;
    for (const [id, option] of Object.entries(unasked.means)) {
      expect(knowledge.facts.get(id)?.options.map((one) => one.id)).toContain(option);
    }
    for (const id of Object.keys(things)) expect(knowledge.facts.has(id)).toBe(true);
  });
});

test('who says that something about the list is not known loses what the profile says about lists', async () => {
  const known = await reader.read(
    'Wir mailen unseren Kunden das neue Angebot für ähnliche Produkte.',
  );
  const doubtful = await reader.read(
    'Wir mailen unseren Kunden das neue Angebot für ähnliche Produkte. Ob bei der Bestellung etwas dazu stand, ist unklar.',
  );

  expect(known.touched).not.toContain('suppression_match');
  expect(doubtful.touched).toContain('suppression_match');
});
