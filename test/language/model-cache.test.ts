import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { embeddedReader } from '#language/embedded-reader.ts';
import { keepModel, keptModel } from '#language/model-cache.ts';
import type { Model } from '#language/model.ts';
import { train, type Lesson } from '#language/training.ts';
import { knowledge } from './readers.ts';
import { smallControls, smallFacts } from './small-vocabulary.ts';

const aFolder = () => mkdtempSync(join(tmpdir(), 'leitplanke-model-'));
const lesson: Lesson = {
  examples: smallFacts.flatMap((fact) =>
    fact.options.flatMap((option) =>
      option.said.en.map((text) => ({
        text,
        language: 'en' as const,
        fact: fact.id,
        option: option.id,
      })),
    ),
  ),
  encode: ({ text }, visit) => {
    for (const word of text.split(' ')) visit(word, 1);
  },
  hunches: [],
  direction: () => 0,
  progress: () => undefined,
};

let model: Model;
beforeAll(async () => {
  model = await train(lesson);
});

describe('learning', () => {
  test('the same examples always give the same model', async () => {
    expect(await train(lesson)).toEqual(model);
  });
});

describe('keeping what was learnt', () => {
  test('comes back as it was', () => {
    const folder = aFolder();
    keepModel(folder, 'key', model);
    expect(keptModel(folder, 'key')).toEqual(model);
  });

  test('is not used for another vocabulary', () => {
    const folder = aFolder();
    keepModel(folder, 'key', model);
    expect(keptModel(folder, 'other')).toBeUndefined();
  });

  test('is never used if a single byte of the file is damaged', () => {
    const folder = aFolder();
    keepModel(folder, 'key', model);
    const file = join(folder, readdirSync(folder)[0] ?? '');
    const whole = readFileSync(file);
    for (const at of [0, 40, whole.length >> 1, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file, damaged);
      expect(keptModel(folder, 'key')).toBeUndefined();
    }
    for (const size of [0, 3, 36, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, size));
      expect(keptModel(folder, 'key')).toBeUndefined();
    }
  });

  test('leaves no drafts behind, and a folder that cannot be written does not matter', () => {
    const folder = aFolder();
    keepModel(folder, 'key', model);
    expect(readdirSync(folder)).toHaveLength(1);
    writeFileSync(join(folder, 'file'), '');
    keepModel(join(folder, 'file'), 'key', model);
    expect(keptModel(join(folder, 'file'), 'key')).toBeUndefined();
  });
});

test('a reader learns once, tells so, and reads the same after the next start', async () => {
  const cacheFolder = aFolder();
  const said: string[] = [];
  const start = () =>
    embeddedReader(
      {
        ...knowledge,
        facts: new Map(smallFacts.map((fact) => [fact.id, fact])),
        controls: smallControls,
      },
      { words: knowledge.readingWords, cacheFolder, progress: (message) => said.push(message) },
    );
  const text = 'We send letters. The contract with the vendor is not signed.';
  const first = await (await start()).read(text);
  const told = said.length;
  expect(told).toBeGreaterThan(0);
  expect(await (await start()).read(text)).toEqual(first);
  expect(said).toHaveLength(told);
});
