import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultLine } from '#knowledge/fault.ts';
import { flipPage } from '#knowledge/flip-page.ts';
import { differencesIn, loadFlips } from '#knowledge/flips.ts';
import { inspectKnowledge } from '#knowledge/load.ts';
import { knowledge, muster, today } from '../samples.ts';

const flips = loadFlips('knowledge', knowledge);

describe('the same facts end differently across a border', () => {
  test.for([...flips])('$title.en', (flip) => {
    expect(differencesIn(flip, knowledge, muster, today)).toEqual([]);
  });
});

test('a row that the rules do not bear out says where they differ', () => {
  const [flip] = flips;
  if (!flip) throw new Error('no flips');
  const wrong = { ...flip, markets: { ...flip.markets, DE: { verdict: 'not_allowed' as const } } };

  expect(differencesIn(wrong, knowledge, muster, today)).toEqual([
    'DE: expected not_allowed, is allowed',
  ]);
});

describe('the page of all rows', () => {
  test.for(['de', 'en'] as const)('has every row with its reason, in %s', (language) => {
    const page = flipPage(flips, knowledge, language);

    for (const { title, why } of flips) {
      expect(page).toContain(`## ${title[language]}`);
      expect(page).toContain(why[language]);
    }
    expect(page).not.toMatch(/\| \|\n|undefined/);
  });
});

describe('a flip table is refused, with file and line, when', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leitplanke-flips-'));
    cpSync('knowledge', folder, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.for<[string, string, string, string]>([
    ['it names a fact that does not exist', 'channels:', 'chanels:', 'did you mean "channels"?'],
    ['it names an option that does not exist', '[phone_call]', '[phone_cal]', '"phone_call"?'],
    ['it names a market that does not exist', '    DE: {', '    DEE: {', 'unknown market "DEE"'],
    [
      'it names a control that does not exist',
      'control: de-',
      'control: dee-',
      'did you mean "de-',
    ],
    ['a field is unknown', '  why:', '  wy:', 'wy'],
  ])('%s', ([, from, to, said]) => {
    const path = join(folder, 'flips.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));

    const found = inspectKnowledge(folder).faults.map(faultLine).join('\n');
    expect(found).toMatch(/^flips\.yaml:\d+: /m);
    expect(found).toContain(said);
  });

  test('a row ends the same everywhere', () => {
    const path = join(folder, 'flips.yaml');
    writeFileSync(
      path,
      `- id: same
  title: { de: Gleich, en: Same }
  given: { channels: [post] }
  markets:
    DE: { verdict: allowed }
    AT: { verdict: allowed }
  why: { de: Weil., en: Because. }
`,
    );

    expect(inspectKnowledge(folder).faults.map(faultLine)).toEqual([
      'flips.yaml:5: ends the same in every market',
    ]);
  });
});
