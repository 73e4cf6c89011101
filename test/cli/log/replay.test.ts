import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answer } from '#assistant/answer.ts';
import { keepKnowledge } from '#assistant/keep-knowledge.ts';
import { impact } from '#cli/log/impact.ts';
import { replay } from '#cli/log/replay.ts';
import { readConfig, type Config } from '#config.ts';
import { openLedger } from '#house.ts';
import { bundleOf, knowledgeIn } from '#knowledge/bundle.ts';
import { aDecision } from '../../contracts/entries.ts';
import { aFolder } from '../../ledger/samples.ts';
import { aHouse, anOperation, aRequest, knowledge, readerOf } from '../../samples.ts';
import { coldMail } from '../../slack/a-workspace.ts';
import { runs } from './a-call.ts';

/** A log with three decisions of the rule base in use; with `kept`, the rule base lies beside them. */
async function aLog(kept = true): Promise<{ config: Config; references: readonly string[] }> {
  const config = readConfig({ LEITPLANKE_DATA: aFolder() });
  const ledger = await openLedger(config);
  if (kept) await keepKnowledge(knowledge.version, () => bundleOf(knowledge), ledger);
  const house = aHouse({ ledger, workspace: 'local', reader: readerOf(coldMail) });
  const references: string[] = [];
  for (const [number, markets] of [['DE'], ['AT', 'CH'], ['US']].entries()) {
    const request = aRequest({ op: anOperation(900 + number), markets });
    references.push((await answer(request, house)).reference);
  }
  await ledger.close();
  return { config, references };
}

/** A copy of the rule base in which no breach bars a campaign any more. */
function aMilderBase(): string {
  const folder = join(aFolder(), 'knowledge');
  cpSync('knowledge', folder, { recursive: true });
  for (const name of readdirSync(join(folder, 'controls'), { recursive: true })) {
    if (!String(name).endsWith('.yaml')) continue;
    const path = join(folder, 'controls', String(name));
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^severity: blocker$/m, 'severity: condition'));
  }
  return folder;
}

const all = { flags: { all: true } };

test('all decisions come out as they are on record', async () => {
  const { config } = await aLog();

  expect(await runs(replay, config, all)).toEqual({
    status: 0,
    text: 'Recomputed: 3 same, 0 different, 0 not replayable here; the texts of 0 are erased.',
  });
});

test('one decision is recomputed by its reference, and its message is the one on record', async () => {
  const { config, references } = await aLog();

  const { status, text } = await runs(replay, config, { words: [references[1] ?? ''] });

  expect(status).toBe(0);
  expect(text).toContain(`${references[1]}  comes out the same; message unchanged`);
});

test('a decision of an old rule base is recomputed with the one that was kept', async () => {
  const { config } = await aLog();

  const { status, text } = await runs(replay, { ...config, knowledgeFolder: aMilderBase() }, all);

  expect({ status, text }).toMatchObject({ status: 0, text: expect.stringContaining('3 same') });
});

test('without the rule base of its day a decision has not passed', async () => {
  const { config } = await aLog(false);

  const { status, text } = await runs(replay, { ...config, knowledgeFolder: aMilderBase() }, all);

  expect(status).toBe(69);
  expect(text).toContain('0 same, 0 different, 3 not replayable here');
  expect(text).toContain(knowledge.version);
});

test('a decision that does not follow from its facts is told, with what comes out', async () => {
  const { config } = await aLog();
  const ledger = await openLedger(config);
  const made = aDecision({ workspace: 'local' });
  await ledger.append({
    ...made,
    engine: { ...made.engine, knowledge: knowledge.version },
  });
  await ledger.close();

  const { status, text } = await runs(replay, config, all);

  expect(status).toBe(69);
  expect(text).toContain('3 same, 1 different');
  expect(text).toMatch(/verdict\n {2}on record {2}"not_allowed"\n {2}recomputed/);
});

test('a decision whose person was forgotten is still recomputed', async () => {
  const { config } = await aLog();
  const ledger = await openLedger(config);
  await ledger.forget('U1');
  await ledger.close();

  expect(await runs(replay, config, all)).toMatchObject({
    status: 0,
    text: expect.stringContaining('3 same, 0 different, 0 not replayable here; the texts of 3'),
  });
});

test('an answer, an unknown reference and neither of both are refused', async () => {
  const { config } = await aLog();

  await expect(runs(replay, config)).rejects.toMatchObject({ code: 'usage' });
  await expect(runs(replay, config, { words: ['EC-2026-0000-0000'] })).rejects.toMatchObject({
    code: 'input.missing',
  });
});

test('what another rule base would change is listed, with the controls that do it', async () => {
  const { config, references } = await aLog();
  const flags = { knowledge: aMilderBase(), json: true };

  const { text } = await runs(impact, config, { flags });

  expect(JSON.parse(text)).toMatchObject({
    before: knowledge.version,
    decisions: 3,
    changed: expect.arrayContaining([
      expect.objectContaining({
        reference: references[0],
        recorded: 'not_allowed',
        before: 'not_allowed',
        controls: expect.arrayContaining([expect.any(String)]),
      }),
    ]),
  });
});

test('the same rule base changes nothing', async () => {
  const { config } = await aLog();

  const { text } = await runs(impact, config, { flags: { knowledge: 'knowledge' } });

  expect(text).toBe('0 of 3 decisions would come out differently.');
});

test('a rule base comes back from its bundle as it was; a changed bundle does not', () => {
  const bundle = bundleOf(knowledge);

  const restored = knowledgeIn(bundle, knowledge.version);

  expect(restored && Buffer.from(bundleOf(restored)).equals(bundle)).toBe(true);
  expect(knowledgeIn(Buffer.from(bundle).fill(32, 9, 10), knowledge.version)).toBeUndefined();
});
