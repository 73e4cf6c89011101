import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultLine } from '#knowledge/fault.ts';
import { readLexicon } from '#knowledge/lexicon-file.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitplanke-lexicon-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function concepts(text: string) {
  writeFileSync(join(folder, 'lexicon.yaml'), text);
  const read = readLexicon(folder);
  return read.ok ? read.value : [];
}

function faults(text?: string): string {
  if (text !== undefined) writeFileSync(join(folder, 'lexicon.yaml'), text);
  const read = readLexicon(folder);
  return read.ok ? '' : read.faults.map(faultLine).join('\n');
}

test('the lexicon of the product has words in both languages for every concept', () => {
  const read = readLexicon('knowledge');
  const lexicon = read.ok ? read.value : [];

  expect(lexicon.length).toBeGreaterThan(60);
  for (const { words } of lexicon)
    expect(Math.min(words.de.length, words.en.length)).toBeGreaterThan(0);
});

test('a concept says what a question with it looks for', () => {
  const [reform] = concepts('reform: { seeks: change, de: reform*, en: reform* }');

  expect(reform).toEqual({
    id: 'reform',
    words: { de: ['reform*'], en: ['reform*'] },
    seeks: 'change',
  });
});

test.for([
  ['lacks a language', 'calls: { de: anruf* }', /lexicon\.yaml:1: calls\.en/],
  [
    'has a star in the wrong place',
    'calls:\n  de: "*anruf"\n  en: call',
    /lexicon\.yaml:2: .*only at the end/,
  ],
  [
    'names a word twice',
    'calls:\n  de: anruf*, anruf*\n  en: call',
    /lexicon\.yaml:2: .*"anruf\*" twice/,
  ],
  [
    'has a name of another kind',
    'Sales Calls: { de: anruf*, en: call }',
    /lexicon\.yaml:1: Sales Calls/,
  ],
] as const)('a lexicon that %s is refused with file and line', ([, text, message]) => {
  expect(faults(text)).toMatch(message);
});

test('a folder without a lexicon is refused', () => {
  expect(faults()).toMatch(/lexicon\.yaml: cannot be read/);
});
