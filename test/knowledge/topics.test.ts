import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answer } from '#assistant/answer.ts';
import { faultLine } from '#knowledge/fault.ts';
import { inspectKnowledge } from '#knowledge/load.ts';
import { aHouse, aRequest, knowledge, readerOf } from '../samples.ts';

const letter = { channels: ['post'], elements: ['none'], recipients: ['own_buyers'] };

async function answered(topics: readonly string[], markets: readonly string[] = ['DE']) {
  return answer(
    aRequest({ said: letter, markets }),
    aHouse({ reader: readerOf({}, { topics, kind: 'campaign' }) }),
  );
}

describe('a campaign that mentions what no control looks at', () => {
  test('is never plainly allowed, and says what has not been checked', async () => {
    const { verdict, notices, text } = await answered(['gambling']);

    expect(verdict).toBe('allowed_with_conditions');
    expect(notices).toContainEqual({ kind: 'not-covered', about: 'de/gambling' });
    expect(text).toContain('Not checked: gambling advertising (Germany).');
  });

  test('in several markets says it once, with each of them', async () => {
    const { text } = await answered(['gambling'], ['DE', 'AT']);

    expect(text).toContain('Not checked: gambling advertising (Germany, Austria).');
    expect(text.match(/Not checked/g)).toHaveLength(1);
  });

  test('keeps the verdict of a market whose rules do not leave it out', async () => {
    const { assessment } = await answered(['contracts-by-phone'], ['DE', 'AT']);

    expect(assessment.verdicts).toEqual({ DE: 'allowed', AT: 'allowed_with_conditions' });
  });

  test('is not made laxer by it', async () => {
    const refused = await answer(
      aRequest({ said: { ...letter, recipients: ['objected'] } }),
      aHouse({ reader: readerOf({}, { topics: ['gambling'] }) }),
    );

    expect(refused.verdict).toBe('not_allowed');
    expect(refused.ways.map((way) => way.verdict)).not.toContain('allowed');
  });

  test('counts even where only its facts touch the topic', async () => {
    const priced = await answer(
      aRequest({
        said: {
          channels: ['website'],
          elements: ['personalised_price'],
          audience: ['consumers'],
          price_notice: 'left_out',
        },
        markets: ['CH'],
      }),
      aHouse(),
    );

    expect(priced.verdict).not.toBe('allowed');
    expect(priced.notices).toContainEqual({ kind: 'not-covered', about: 'ch/prices-per-person' });
  });
});

test('a campaign that mentions none of it hears nothing of it', async () => {
  const { verdict, notices } = await answered([]);

  expect(verdict).toBe('allowed');
  expect(notices.filter(({ kind }) => kind === 'not-covered')).toEqual([]);
});

test('a question that cites a law of which nothing is in the base is told so', async () => {
  const { notices, text } = await answer(
    aRequest({ kind: 'question', text: 'What does § 20 TabakerzG say?' }),
    aHouse({ reader: readerOf({}, { kind: 'rule-question' }) }),
  );

  expect(notices).toContainEqual({ kind: 'no-source', about: 'tabakerzg' });
  expect(text).toContain('I have no checked copy of the source you name (TabakerzG).');
});

describe('the topics themselves', () => {
  const topics = new Map(
    [...knowledge.packs.values()].flatMap((pack) =>
      pack.notCovered.map((topic) => [topic.id, topic] as const),
    ),
  );

  test('have words in both languages or in none', () => {
    for (const { lexicon } of topics.values()) {
      expect(lexicon.de.length > 0).toBe(lexicon.en.length > 0);
    }
  });

  test('are refused, with file and line, where a pack names one that does not exist', () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitplanke-topics-'));
    cpSync('knowledge', folder, { recursive: true });
    const path = join(folder, 'packs.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('- gambling', '- gamblin'));

    expect(inspectKnowledge(folder).faults.map(faultLine)).toEqual([
      expect.stringMatching(
        /^packs\.yaml:\d+: unknown topic "gamblin" \(did you mean "gambling"\?\)/,
      ),
    ]);
    rmSync(folder, { recursive: true });
  });
});
