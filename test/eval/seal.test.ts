import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countRun } from '../../eval/seal.ts';

test('each run on a sealed set is counted', () => {
  const { gold } = aSealedSet('{"id":"1"}\n');

  expect([countRun(gold), countRun(gold)]).toEqual([1, 2]);
});

test('a sealed file that was changed is refused, and the run does not count', () => {
  const { gold, write } = aSealedSet('{"id":"1"}\n');
  write('{"id":"2"}\n');

  expect(() => countRun(gold)).toThrow('is not the file that was sealed');
  write('{"id":"1"}\n');
  expect(countRun(gold)).toBe(1);
});

test('a file that nobody sealed is scored as often as anybody likes', () => {
  const { folder } = aSealedSet('{"id":"1"}\n');
  writeFileSync(join(folder, 'other.jsonl'), '');

  expect(countRun(join(folder, 'other.jsonl'))).toBeUndefined();
});

function aSealedSet(content: string) {
  const folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const gold = join(folder, 'briefs.jsonl');
  const write = (text: string) => writeFileSync(gold, text);
  write(content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const seal = { files: { 'briefs.jsonl': sha256 }, runs: 0 };
  writeFileSync(join(folder, 'seal.json'), JSON.stringify(seal));
  return { folder, gold, write };
}
