import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { knowledgeCommand } from '#cli/knowledge-command.ts';
import { readConfig } from '#config.ts';
import type { Language } from '#domain/language.ts';

test('check ends with counts, what is not verified, and what holds soon', async () => {
  const { status, out } = await run(['check']);

  expect(status).toBe(0);
  expect(out).toMatch(/\d+ facts, \d+ controls, \d+ cases, .* 0 faults/);
  expect(out).toMatch(/Nicht überprüft: \d+ Fundstellen/);
  expect(out).toContain('Gilt bald:');
});

test.for<[Language, string]>([
  ['de', 'Handbuch der Prüfpunkte'],
  ['en', 'Handbook of controls'],
])('the handbook in %s is one page that needs nothing else', async ([language, title]) => {
  const { out } = await run(['print'], { html: true }, language);

  expect(out).toContain(`<html lang="${language}">`);
  expect(out).toContain(title);
  expect(out).not.toMatch(/<script|<link|src=/);
});

test('diff tells what a change does to a rule, and to which campaigns', async () => {
  const folder = aCopy();
  const path = join(folder, 'controls/eu/eu-stop-way.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/^ {2}de: .*$/m, '  de: Ein anderer Titel'));

  const same = await run(['diff', 'knowledge', 'knowledge']);
  const other = await run(['diff', 'knowledge', folder]);

  expect(same.out).toContain('Kein Unterschied.');
  expect(other.out).toContain('~ eu-stop-way (geändert: title)');
  expect(other.out).toMatch(/Anderes Ergebnis bei 0 von \d+ Kampagnen/);
});

test('diff without two folders says what it compares', async () => {
  await expect(run(['diff', 'knowledge'])).rejects.toMatchObject({ code: 'usage' });
});

/** A copy of the rule base that a test may spoil. */
function aCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('knowledge', folder, { recursive: true });
  return folder;
}

async function run(
  words: readonly string[],
  flags: Readonly<Record<string, boolean>> = {},
  language: Language = 'de',
) {
  const data = mkdtempSync(join(tmpdir(), 'knowledge-data-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const lines: string[] = [];
  const status = await knowledgeCommand.run({
    words,
    flags,
    config: readConfig({ LEITPLANKE_DATA: data }),
    language,
    terminal: {
      out: (text) => void lines.push(text),
      err: (text) => void lines.push(text),
      isInteractive: false,
      hasColor: false,
      ask: async () => '',
      readIn: async () => '',
    },
  });
  return { status, out: lines.join('\n') };
}
