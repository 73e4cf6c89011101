import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Anchor } from '#assistant/ledger.ts';
import type { Problem } from '#domain/problem.ts';
import { anchorFile } from '#ledger/anchors/anchor-file.ts';
import { anchoredLedger } from '#ledger/anchors/anchored-ledger.ts';
import { sizeIn } from '#ledger/anchors/compare.ts';
import { postedAnchor } from '#ledger/anchors/posted-anchor.ts';
import { checkpointReader } from '#ledger/checkpoint.ts';
import { anAnswer } from '../../contracts/entries.ts';
import { aFolder, aLedger } from '../samples.ts';

const at = '2026-11-23T10:00:00.000Z';

function anAnchored(folder: string, anchors: readonly Anchor[], now = at) {
  const problems: Problem[] = [];
  const ledger = anchoredLedger(aLedger(folder), {
    anchors,
    now: () => new Date(now),
    report: (problem) => problems.push(problem),
  });
  return { ledger, problems };
}

/** The sizes that were anchored. */
async function sizesAt(anchor: Anchor): Promise<readonly number[]> {
  return (await anchor.kept()).anchored.map(({ note }) => sizeIn(note));
}

test('the checkpoint is anchored when the log is closed, once for each size', async () => {
  const [folder, away] = [aFolder(), anchorFile(join(aFolder(), 'more', 'T1.txt'))];
  for (const count of [2, 0, 3]) {
    const { ledger, problems } = anAnchored(folder, [away]);
    for (let number = 0; number < count; number++) await ledger.append(anAnswer());
    await ledger.close();
    expect(problems).toEqual([]);
  }

  expect(await sizesAt(away)).toEqual([2, 5]);
  const [first] = (await away.kept()).anchored;
  expect(first && checkpointReader(first.vkey)?.(first.note)?.size).toBe(2);
});

test('it is anchored when a log is opened that grew without anchors', async () => {
  const [folder, away] = [aFolder(), anchorFile(join(aFolder(), 'T1.txt'))];
  const plain = aLedger(folder);
  await plain.append(anAnswer());
  await plain.close();

  const { ledger } = anAnchored(folder, [away]);
  await expect.poll(() => sizesAt(away)).toEqual([1]);
  await ledger.close();
});

test('it is anchored after a hundred entries, and after an hour', async () => {
  const away = anchorFile(join(aFolder(), 'T1.txt'));
  const { ledger } = anAnchored(aFolder(), [away]);
  for (let number = 0; number < 120; number++) await ledger.append(anAnswer({ at }));
  await ledger.append(anAnswer({ at: '2026-11-23T11:00:00.000Z' }));
  await ledger.append(anAnswer({ at: '2026-11-23T11:30:00.000Z' }));
  await ledger.close();

  expect(await sizesAt(away)).toEqual([100, 121, 122]);
});

test('an anchor that fails is told, and no answer fails by it', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'occupied'), '');
  const broken = anchorFile(join(folder, 'occupied', 'T1.txt'));
  const posts: string[] = [];
  const channel = postedAnchor('#compliance', async (text) => posts.push(text));
  const { ledger, problems } = anAnchored(aFolder(), [broken, channel]);

  await ledger.append(anAnswer());
  await ledger.close();

  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]?.toldIn('en')).toContain('could not be anchored');
});

test('a channel gets the checkpoint with its key', async () => {
  const posts: string[] = [];
  const channel = postedAnchor('#compliance', async (text) => posts.push(text));
  const { ledger } = anAnchored(aFolder(), [channel]);
  await ledger.append(anAnswer());
  await ledger.close();

  expect(posts).toHaveLength(1);
  expect(posts[0]).toContain(`${at} ${ledger.vkey}\n`);
});

test('a log that was put back is told at the start', async () => {
  const away = anchorFile(join(aFolder(), 'T1.txt'));
  const before = anAnchored(aFolder(), [away]).ledger;
  for (let number = 0; number < 3; number++) await before.append(anAnswer());
  await before.close();

  const { ledger, problems } = anAnchored(aFolder(), [away]);
  await ledger.append(anAnswer());
  await ledger.close();

  expect(problems.map((problem) => problem.toldIn('en'))).toEqual([
    expect.stringContaining('put back: 3 entries were anchored'),
  ]);
  expect(await sizesAt(away)).toEqual([3, 1]);
});

test('a half-written anchor is cut off, a damaged one is counted', async () => {
  const path = join(aFolder(), 'T1.txt');
  const away = anchorFile(path);
  const { ledger } = anAnchored(aFolder(), [away]);
  const anchored = { at, vkey: ledger.vkey, note: await ledger.checkpoint() };
  await away.keep(anchored);
  const whole = readFileSync(path, 'utf8');

  for (const cut of [1, 30, 80, 150, whole.length - 30]) {
    appendFileSync(path, whole.slice(0, cut));
    await away.keep(anchored);
    expect((await away.kept()).damaged).toBe(0);
  }
  expect((await away.kept()).anchored).toEqual(Array.from({ length: 6 }, () => anchored));
  writeFileSync(path, readFileSync(path, 'utf8').replace('\n0\n', '\nO\n'));
  await away.keep(anchored);
  const { anchored: left, damaged } = await away.kept();
  expect(left).toHaveLength(6);
  expect(damaged).toBeGreaterThan(0);
  await ledger.close();
});
