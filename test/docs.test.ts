import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '#cli.ts';
import { settingsTable } from '#config.ts';
import { layers } from './house-rules.ts';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'knowledge/README.md',
  'eval/README.md',
  'docs/architecture.md',
  'docs/log-format.md',
  'docs/verdict.md',
];

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

test('the settings in the README are those of the program', () => {
  const readme = read('README.md').replaceAll(/ +/g, ' ');

  for (const { name, preset, meaning } of settingsTable()) {
    expect(readme).toContain(`| \`${name}\` | ${preset} | ${meaning} |`.replaceAll(/ +/g, ' '));
  }
});

test('the README names every command', () => {
  for (const name of Object.keys(commands)) {
    expect(read('README.md')).toMatch(new RegExp(`(npm|leitplanke --) ${name}\\b`));
  }
});

test('the architecture page has a row for each part of the house', () => {
  const page = read('docs/architecture.md');
  const parts = Object.keys(layers).filter((part) => !['clock', 'config', 'main'].includes(part));

  for (const part of parts) expect(page).toContain(`\`${part}\``);
});

test.for(documents)('every link in %s leads to a file that is there', (document) => {
  const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]);

  for (const link of links)
    expect({ link, there: existsSync(join(dirname(document), link ?? '')) }).toMatchObject({
      there: true,
    });
});
