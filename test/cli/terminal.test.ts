import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BatchError, BatchOut } from '#cli/machine.ts';

let folder = '';
const launcher = resolve('bin/leitplanke.mjs');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitplanke-cli-'));
  // The first run trains the reader; the others find it in the cache.
  leitplanke(['ask', 'May we send a newsletter?']);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Run = { readonly status: number | null; readonly out: string; readonly err: string };

function leitplanke(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
  input = '',
): Run {
  const env = { ...process.env, LEITPLANKE_DATA: join(folder, 'data'), NO_COLOR: '1', ...more };
  const run = spawnSync(process.execPath, [launcher, ...args], { env, input, encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

/** One message with a remedy: never a stack trace. */
function expectRemedy(run: Run, status: number): void {
  expect({ status: run.status, err: run.err }).toMatchObject({ status });
  expect(run.err).toContain('→ ');
  expect(run.err).not.toMatch(/^\s+at .+:\d+/m);
}

function aFile(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('the terminal', () => {
  test('answers a question with its source and reference', () => {
    const run = leitplanke([
      'ask',
      'Darf der Ablehnen-Knopf im Cookie-Banner kleiner sein?',
      '--market',
      'DE',
    ]);

    expect(run.out).toMatch(/TDDDG|DSGVO/);
    expect(run.out).toMatch(/EC-\d{4}-\w{4}-\w{4}/);
  });

  test('checks a brief, and its exit status tells the verdict', () => {
    const brief = aFile(
      'cold.txt',
      'Wir schicken 5.000 Privatleuten Werbung per E-Mail. Eine Einwilligung liegt nicht vor.',
    );

    const run = leitplanke(['check', brief, '--market', 'DE', '--lang', 'de']);

    expect(run.out).toContain('Nein, so nicht.');
    expect(run.status).toBe(1);
  });

  test('gives the result of a check as JSON in the machine interface', () => {
    const brief = aFile(
      'post.txt',
      'We send a letter by post to our own customers about our own offers.',
    );

    const run = leitplanke(['check', brief, '--market', 'DE', '--json']);

    expect(BatchOut.safeParse(JSON.parse(run.out)).error).toBeUndefined();
  });

  test('lists, shows and verifies what it has logged', () => {
    const listed = leitplanke(['log', 'list']);
    const reference = /EC-\d{4}-\w{4}-\w{4}/.exec(listed.out)?.[0] ?? '';

    const shown = leitplanke(['log', 'show', reference.toLowerCase()]);

    expect(shown.out).toContain('message:');
    expect(leitplanke(['log', 'verify']).status).toBe(0);
  });

  test('sets up a company, and refuses to overwrite it', () => {
    const data = { LEITPLANKE_DATA: join(folder, 'company-data') };
    const args = [
      'init',
      '--name',
      'Probe GmbH',
      '--seat',
      'DE',
      '--staff',
      '12',
      '--markets',
      'DE',
      '--contact',
      'Ida',
    ];

    expect(leitplanke(args, data).status).toBe(0);
    expect(leitplanke(['log', 'list'], data).out).toContain('config');
    expectRemedy(leitplanke(args, data), 64);
  });

  test('replaces a company whose profile cannot be read, and keeps the old file', () => {
    const data = join(folder, 'broken-company');
    const company = join(data, 'workspaces', 'local', 'company');
    mkdirSync(company, { recursive: true });
    writeFileSync(join(company, 'profile.yaml'), 'name: [');
    const args = [
      'init',
      '--name',
      'Neu',
      '--seat',
      'DE',
      '--staff',
      '2',
      '--markets',
      'DE',
      '--contact',
      'Ida',
    ];

    expect(leitplanke([...args, '--force'], { LEITPLANKE_DATA: data }).status).toBe(0);
    expect(readFileSync(join(company, 'profile.yaml'), 'utf8')).toContain('name: Neu');
    expect(readdirSync(company)).toHaveLength(3);
  });

  test('says that the sample company stands in as long as none is set up', () => {
    const brief = aFile(
      'letter.txt',
      'Wir schicken unseren Kunden einen Brief mit unserem Angebot.',
    );

    expect(leitplanke(['check', brief]).out).toContain('leitplanke init');
  });

  test('finishes without a fuss when nobody reads on', () => {
    const env = { ...process.env, LEITPLANKE_DATA: join(folder, 'data') };
    const command = `"${process.execPath}" "${launcher}" log list --limit 50; echo "status $?" >&2`;
    const run = spawnSync('bash', ['-c', `{ ${command}; } | true`], { env, encoding: 'utf8' });

    expect(run.stderr.trim()).toBe('status 0');
  });

  test('explains each command in German and in English', () => {
    expect(leitplanke(['--help']).out).toContain('ein Kampagnen-Briefing prüfen');
    expect(leitplanke(['check', '--help', '--lang', 'en']).out).toContain(
      'the text counts as confirmed',
    );
  });

  test('prints the handbook', () => {
    expect(leitplanke(['knowledge', 'print', '--lang', 'de']).out).toContain(
      '# Handbuch der Prüfpunkte',
    );
  });
});

describe('a batch', () => {
  test('goes on after a broken line, and says so by its exit status', () => {
    const input = aFile(
      'in.jsonl',
      [
        '{"id":"a","kind":"brief","text":"Wir verschicken Briefe an eigene Kunden.","market":"DE"}',
        'not json',
        '{"id":"b","kind":"brief","market":"XX","text":""}',
        '{"id":"c","kind":"question","text":"What is a double opt-in?"}',
      ].join('\n'),
    );
    const output = join(folder, 'out.jsonl');

    const run = leitplanke(['batch', '--in', input, '--out', output]);

    const lines = readFileSync(output, 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(run.status).toBe(65);
    expect(lines.map((line) => BatchOut.safeParse(line).success)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(lines.map((line) => BatchError.safeParse(line).success)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('reads from standard input, writes to standard output and leaves no log', () => {
    const data = { LEITPLANKE_DATA: join(folder, 'batch-data') };

    const run = leitplanke(
      ['batch', '--in', '-', '--out', '-'],
      data,
      '{"id":"a","kind":"brief","text":"🙂🙂🙂"}\n',
    );

    expect(BatchOut.parse(JSON.parse(run.out)).verdict).toBe('needs_information');
    expect(leitplanke(['log', 'list'], data).out).toMatch(/leer|empty/);
  });
});

describe('bad input gets one clear message and the right exit status:', () => {
  test('an unknown command', () => expectRemedy(leitplanke(['chek']), 64));
  test('an unknown flag', () => expectRemedy(leitplanke(['check', 'x', '--markt', 'DE']), 64));
  test('an unknown market', () =>
    expectRemedy(leitplanke(['ask', 'May we?', '--market', 'Mars']), 64));
  test('an unreadable file', () =>
    expectRemedy(leitplanke(['check', join(folder, 'missing.txt')]), 66));
  test('a brief of 0 bytes', () => expectRemedy(leitplanke(['check', aFile('empty.txt', '')]), 65));
  test('a file that is not text', () => {
    expectRemedy(
      leitplanke(['check', aFile('odd.bin', Buffer.from([0xff, 0xfe, 0x00, 0xd8]))]),
      65,
    );
  });
  test('a brief of 1 MB', () => {
    expectRemedy(leitplanke(['check', aFile('big.txt', 'Werbung '.repeat(131_072))]), 65);
  });
  test('a brief of emoji only is a brief that says nothing yet', () => {
    expect(leitplanke(['check', aFile('emoji.txt', '🎉🎉🎉'), '--market', 'DE']).status).toBe(3);
  });
  test('in the language that was asked for, wherever the flag stands', () => {
    expect(leitplanke(['--lang', 'en', 'chek']).err).toContain('"chek" is not a command.');
    expect(leitplanke(['chek', '--lang=de']).err).toContain('„chek“ ist kein Befehl.');
    expect(leitplanke(['check', 'none.txt', '--lang', 'en']).err).toContain(
      'none.txt cannot be read.',
    );
  });
  test('a reference that nobody has', () => {
    expectRemedy(
      leitplanke(['log', 'show', 'EC-2026-AAAA-BBBB'], { LEITPLANKE_DATA: join(folder, 'new') }),
      66,
    );
  });
  test('a workspace name that leads out of the data folder', () => {
    expectRemedy(leitplanke(['log', 'list'], { LEITPLANKE_WORKSPACE: '../../elsewhere' }), 78);
  });
  test('a data folder that cannot be written', () => {
    const taken = aFile('taken', 'a file where the folder should be');
    expectRemedy(leitplanke(['ask', 'May we?'], { LEITPLANKE_DATA: join(taken, 'data') }), 69);
  });
  test('broken YAML in the knowledge', () => {
    const broken = join(folder, 'knowledge');
    cpSync('knowledge', broken, { recursive: true });
    writeFileSync(join(broken, 'packs.yaml'), 'eu: [');
    const run = leitplanke(['ask', 'May we?'], { LEITPLANKE_KNOWLEDGE: broken });
    expectRemedy(run, 78);
    expect(run.err).toContain('packs.yaml:1');
  });
  test('a damaged log', () => {
    const data = join(folder, 'damaged');
    mkdirSync(join(data, 'workspaces', 'local'), { recursive: true });
    writeFileSync(
      join(data, 'workspaces', 'local', 'ledger.db'),
      'this is not a database, '.repeat(400),
    );
    expectRemedy(leitplanke(['log', 'verify'], { LEITPLANKE_DATA: data }), 69);
  });
  test('an environment that makes no sense', () => {
    expectRemedy(leitplanke(['ask', 'May we?'], { LEITPLANKE_PORT: 'seventy' }), 78);
  });
  test('an older Node without its own beside it', () => {
    const alone = join(folder, 'alone', 'bin');
    cpSync('bin', alone, { recursive: true });
    const older =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.1.0"}})';
    const run = spawnSync(process.execPath, ['--import', older, join(alone, 'leitplanke.mjs')], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(69);
    expect(run.stderr).toContain('npm ci');
  });
});
