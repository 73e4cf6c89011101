import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectKnowledge } from '#knowledge/load.ts';
import { breachesOf, layers, namesIn } from './house-rules.ts';

const sources = globSync('src/**/*.ts').map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(path, 'utf8'),
}));

describe('the house', () => {
  test('lets imports point down, and fences each outside library', () => {
    const breaches = sources.flatMap(({ path, text }) => breachesOf(path, text));

    expect(breaches).toEqual([]);
  });

  test('has a place in the table for each of its folders', () => {
    const folders = new Set(sources.map(({ path }) => path.split('/')[1] ?? ''));

    for (const folder of folders)
      expect(Object.keys(layers)).toContain(folder.replace(/\.ts$/, ''));
  });

  test('keeps every file under 300 lines', () => {
    const long = sources
      .filter(({ text }) => text.split('\n').length > 301)
      .map(({ path }) => path);

    expect(long).toEqual([]);
  });

  test('has no room called utils, helpers, services, types or common, and no barrel', () => {
    const bad = sources.filter(
      ({ path }) =>
        /\/(utils?|helpers?|services?|types|common)(\/|\.)/.test(path) ||
        basename(path) === 'index.ts',
    );

    expect(bad).toEqual([]);
  });

  test('reads clock, chance and environment in one place each', () => {
    const strays = sources.flatMap(({ path, text }) => namesIn(path, text));

    expect(strays).toEqual([]);
  });

  test('names no fact and no control in code', () => {
    const { facts, controls } = inspectKnowledge('knowledge').rules;
    const ids = [...facts.keys(), ...controls.map((control) => control.id)].filter((id) =>
      /[_-]/.test(id),
    );
    const named = sources.flatMap(({ path, text }) =>
      ids.filter((id) => new RegExp(`['"\`]${id}['"\`]`).test(text)).map((id) => `${path}: ${id}`),
    );

    expect(named).toEqual([]);
  });
});

describe('the house rules notice', () => {
  test.for([
    ['the domain reading a file', 'src/domain/x.ts', "import { readFileSync } from 'node:fs';"],
    [
      'the domain importing a use case',
      'src/domain/x.ts',
      "import { answer } from '#assistant/answer.ts';",
    ],
    [
      'a use case importing an edge',
      'src/assistant/x.ts',
      "import { a } from '#ledger/sqlite.ts';",
    ],
    ['an edge importing another', 'src/slack/x.ts', "import { a } from '#retrieval/a.ts';"],
    ['Slack outside its fence', 'src/language/x.ts', "import { App } from '@slack/bolt';"],
    ['SQLite outside its fence', 'src/slack/x.ts', "import { DatabaseSync } from 'node:sqlite';"],
    ['a dynamic import across layers', 'src/domain/x.ts', "const a = await import('#house.ts');"],
    ['a re-export across layers', 'src/domain/x.ts', "export { a } from '#assistant/answer.ts';"],
    ['a relative way around', 'src/domain/x.ts', "import { a } from '../assistant/answer.ts';"],
    ['an unknown library', 'src/domain/x.ts', "import leftPad from 'left-pad';"],
  ])('%s', ([, path = '', text = '']) => {
    expect(breachesOf(path, text)).toHaveLength(1);
  });

  test.for([
    ['the time', 'src/assistant/x.ts', 'const now = Date.now();'],
    ['a new date', 'src/assistant/x.ts', 'const now = new Date();'],
    ['chance', 'src/domain/x.ts', 'const n = Math.random();'],
    ['a timer', 'src/slack/x.ts', 'setTimeout(() => undefined, 5);'],
    ['the environment', 'src/slack/x.ts', "process.env['SLACK_BOT_TOKEN'];"],
  ])('%s taken from the side', ([, path = '', text = '']) => {
    expect(namesIn(path, text)).toHaveLength(1);
  });
});
