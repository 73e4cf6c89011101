import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '#domain/problem.ts';
import { loadCompany } from '#knowledge/company.ts';
import { jsonSchemas } from '#knowledge/json-schemas.ts';
import { inspectKnowledge, loadKnowledge } from '#knowledge/load.ts';
import { faultLine } from '#knowledge/fault.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitplanke-knowledge-'));
  cpSync('knowledge', folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const control = 'controls/de/de-email-permission.yaml';

function change(file: string, edit: (text: string) => string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = edit(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

function faults(): readonly string[] {
  return inspectKnowledge(folder).faults.map(faultLine);
}

describe('a knowledge folder is refused whole, with file and line, when', () => {
  test('a file is not valid YAML', () => {
    change(control, (text) => text.replace('when:', 'when: {channels: [email\nwhen:'));

    expect(() => loadKnowledge(folder)).toThrow(Problem);
    expect(faults()[0]).toMatch(/^controls\/de\/de-email-permission\.yaml:\d+: is not valid YAML/);
  });

  test('a field is missing', () => {
    change(control, (text) => text.replace(/^severity:.*\n/m, ''));

    expect(faults().join('\n')).toMatch(/de-email-permission\.yaml:\d+: severity/);
  });

  test('a field is unknown', () => {
    change(control, (text) => `${text}\nseverty: blocker\n`);

    expect(faults().join('\n')).toMatch(/de-email-permission\.yaml:\d+: .*severty/);
  });

  test('a condition names a fact that does not exist, and says which was meant', () => {
    change(control, (text) => text.replace(/^(when:[\s\S]*?)channels/m, '$1chanels'));

    expect(faults().join('\n')).toContain('unknown fact "chanels" (did you mean "channels"?)');
  });

  test('a condition names an option that does not exist', () => {
    change(control, (text) => text.replace(/^(when:[\s\S]*?)email/m, '$1emial'));

    expect(faults().join('\n')).toContain(
      '"channels" has no option "emial" (did you mean "email"?)',
    );
  });

  test('a control cites a passage that does not exist', () => {
    change(control, (text) => text.replace('de/uwg/7-2-2', 'de/uwg/7-2-22'));

    expect(faults().join('\n')).toContain(
      'unknown passage "de/uwg/7-2-22" (did you mean "de/uwg/7-2-2"?)',
    );
  });

  test('a passage has no German text', () => {
    change('passages/de/uwg/7-2-2.md', (text) => text.replace('## Deutsch', '## Deutch'));

    expect(faults().join('\n')).toContain('has no rule below "## Deutsch"');
  });

  test('a passage names a provision that no grammar knows', () => {
    change('passages/de/uwg/7-2-2.md', (text) =>
      text.replace(/^provision: .*$/m, 'provision: Paragraph seven'),
    );

    expect(faults().join('\n')).toContain('"Paragraph seven" is not a provision name');
  });

  test('a review has a requirement', () => {
    change(control, (text) => text.replace(/^severity: blocker/m, 'severity: review'));

    expect(faults().join('\n')).toContain('a review has no "requires"');
  });
});

describe('a company profile is refused when', () => {
  test('it settles a fact that is about one campaign', () => {
    const knowledge = loadKnowledge(folder);
    change('company/muster/profile.yaml', (text) =>
      text.replace(
        /^facts:/m,
        'facts:\n  recipients: { value: own_buyers, by: Lea, until: 2027-01-01 }',
      ),
    );

    expect(() => loadCompany(join(folder, 'company/muster'), knowledge)).toThrow(
      /not standing practice/,
    );
  });
});

test('the same knowledge has the same version wherever it lies', () => {
  expect(loadKnowledge(folder).version).toBe(loadKnowledge('knowledge').version);
});

test('one changed word gives the knowledge another version', () => {
  const before = loadKnowledge(folder).version;
  change(control, (text) => text.replace(/^checked: .*$/m, 'checked: 2026-01-01'));

  expect(loadKnowledge(folder).version).not.toBe(before);
});

test('the committed JSON Schemas are those of the code', () => {
  for (const [name, text] of Object.entries(jsonSchemas())) {
    expect(
      readFileSync(join('knowledge/schemas', name), 'utf8'),
      `run: node scripts/schemas.ts`,
    ).toBe(text);
  }
});
