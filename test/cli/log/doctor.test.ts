import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doctor } from '#cli/log/doctor.ts';
import { readConfig } from '#config.ts';
import { anchorPath, openDesk } from '#house.ts';
import { aFolder, tamper } from '../../ledger/samples.ts';
import { runs } from './a-call.ts';
import { aWorkspace } from './a-workspace.ts';
import type { Workspace } from './a-workspace.ts';

test('a sound log gets a clean bill of health', async () => {
  const { config } = await aWorkspace();
  await (await openDesk(config)).close();

  const { status, text } = await runs(doctor, config);

  expect(status).toBe(0);
  expect(text).not.toMatch(/^(attention|BAD)/m);
  expect(text).toContain('log: 16 entries');
  expect(text).toMatch(/anchor: 2026-11-23T12.* over 16 entries, inside the log, 0 after it/);
  expect((await runs(doctor, config, { language: 'de' })).text).toContain('gut      Protokoll: 16');
});

test('where there is no log yet, that is no fault; where there was one, it is', async () => {
  expect((await runs(doctor, readConfig({ LEITPLANKE_DATA: aFolder() }))).status).toBe(0);
  const { config, path } = await aWorkspace();
  rmSync(path);

  const { status, text } = await runs(doctor, config);

  expect(status).toBe(69);
  expect(text).toContain('There was one');
});

test.for<[string, (space: Workspace) => void, RegExp]>([
  ['another log', ({ path }) => writeFileSync(path, 'hello'), /BAD .*damaged/],
  ['an altered tree', ({ path }) => tamper(path, (db) => db.exec('DELETE FROM node')), /BAD/],
  ['an older log', ({ path, copies }) => copyFileSync(copies[0] ?? '', path), /BAD .*put back/],
  ['no key store', ({ folder }) => rmSync(join(folder, 'keys.db')), /BAD .*missing: keys.db/],
  ['no kek', ({ folder }) => rmSync(join(folder, 'kek')), /BAD .*missing: kek/],
  ['another kek', ({ folder }) => writeFileSync(join(folder, 'kek'), 'a'.repeat(64)), /BAD .*open/],
  [
    'a bad signing key',
    ({ folder }) => writeFileSync(join(folder, 'signing-key.pem'), ''),
    /BAD .*signature/,
  ],
  ['an open key', ({ folder }) => chmodSync(join(folder, 'kek'), 0o644), /BAD .*rights.*kek/],
  [
    'a damaged anchor',
    ({ config }) => {
      const anchors = readFileSync(anchorPath(config), 'utf8');
      writeFileSync(anchorPath(config), anchors.replace('\n10\n', '\nten\n'));
    },
    /BAD .*anchors are damaged/,
  ],
  [
    'a broken desk',
    ({ folder }) => writeFileSync(join(folder, 'desk.db'), 'no desk'),
    /BAD .*desk/,
  ],
])('%s is bad, with a remedy', async ([, harm, what]) => {
  const space = await aWorkspace();
  harm(space);

  const { status, text } = await runs(doctor, space.config);

  expect({ status, text }).toMatchObject({ status: 69, text: expect.stringMatching(what) });
  expect(text).toMatch(/^BAD .*\n {2}→ \S/m);
});

test('a log that is readable for others, or lags behind its anchors, needs attention', async () => {
  const { config, path } = await aWorkspace();
  chmodSync(path, 0o644);
  rmSync(anchorPath(config));

  const { status, text } = await runs(doctor, config);

  expect(status).toBe(0);
  expect(text).toMatch(/attention {2}rights/);
  expect(text).toMatch(/attention {2}anchor: none/);
});
