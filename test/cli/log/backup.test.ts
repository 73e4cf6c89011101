import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backup } from '#cli/log/backup.ts';
import { restore } from '#cli/log/restore.ts';
import { verify } from '#cli/log/verify.ts';
import type { Config } from '#config.ts';
import { anchorPath, openAnchoredLedger, openDesk, openLedger } from '#house.ts';
import { hashOfFile } from '#ledger/backup/copy.ts';
import { aDecision } from '../../contracts/entries.ts';
import { forge } from '../../ledger/forged-log.ts';
import { tamper } from '../../ledger/samples.ts';
import { runs } from './a-call.ts';
import { aWorkspace } from './a-workspace.ts';

/** A workspace of 16 entries with its backup of 10. */
async function aBackedUp() {
  const space = await aWorkspace([4, 10]);
  const { config } = space;
  const desk = await openDesk(config);
  await desk.roles.assign('local', 'U1', ['lead']);
  await desk.close();
  const out = join(config.dataFolder, 'backup');
  const { status, text } = await runs(backup, config, { flags: { out } });
  expect({ status, text }).toMatchObject({ status: 0 });
  await appendTo(config, 6);
  return { ...space, out, text };
}

async function appendTo(config: Config, count: number): Promise<void> {
  const ledger = await openAnchoredLedger(config);
  for (let n = 0; n < count; n++) await ledger.append(aDecision({ workspace: 'local' }));
  await ledger.close();
}

const restored = (config: Config, from: string, more = {}) =>
  runs(restore, config, { flags: { from, ...more } });

test('a backup is whole, for its owner alone, with the keys in a folder of their own', async () => {
  const { out, text } = await aBackedUp();

  expect(text).toContain('Backed up and verified: 10 entries');
  expect(text).toMatch(/delete it by \d{4}-\d\d-\d\d/);
  expect(readdirSync(out).toSorted()).toEqual(['backup.json', 'keys', 'log']);
  expect(readdirSync(join(out, 'log')).toSorted()).toEqual(['desk.db', 'ledger.db']);
  expect(readdirSync(join(out, 'keys')).toSorted()).toEqual(['kek', 'keys.db', 'signing-key.pem']);
  for (const name of ['log/ledger.db', 'log/desk.db', 'keys/keys.db', 'keys/kek']) {
    expect(statSync(join(out, name)).mode & 0o777).toBe(0o600);
  }
});

test('a backup is made while another program writes', async () => {
  const { config } = await aWorkspace([40]);
  const ledger = await openLedger(config);
  const writing = (async () => {
    for (let n = 0; n < 60; n++) {
      await ledger.append(aDecision({ workspace: 'local' }));
      await new Promise((done) => setImmediate(done));
    }
  })();

  const out = join(config.dataFolder, 'backup');
  const [{ status, text }] = await Promise.all([runs(backup, config, { flags: { out } }), writing]);
  await ledger.close();

  expect({ status, text }).toMatchObject({ status: 0 });
  expect((await restored(config, out, { 'dry-run': true })).text).toContain('is intact');
});

test('a dry run changes nothing', async () => {
  const { config, folder, out } = await aBackedUp();
  const files = () => readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name));
  const before = files();

  const { text } = await restored(config, out, { 'dry-run': true });

  expect(text).toContain('10 entries, 2 anchors inside');
  expect(text).toContain('6 later entries are not in it');
  expect(text).toContain('16 entries were anchored');
  expect(files()).toEqual(before);
  expect((await runs(verify, config)).text).toContain('16 entries');
});

test('after a loss everything is there again, and the log goes on', async () => {
  const { config, folder, out } = await aBackedUp();
  rmSync(folder, { recursive: true });
  rmSync(anchorPath(config));

  const { text } = await restored(config, out);

  expect(text).toContain('their keys are back');
  const ledger = await openLedger(config);
  const [newest] = await ledger.read({ limit: 1 });
  expect(newest?.index).toBe(9);
  expect(newest && (await ledger.open(newest.entry))).toHaveProperty('message');
  await ledger.append(aDecision({ workspace: 'local' }));
  expect(await ledger.verify()).toMatchObject({ ok: true, size: 11 });
  await ledger.close();
  const desk = await openDesk(config);
  expect(await desk.roles.of('local', 'U1')).toEqual(['lead']);
  await desk.close();
});

test('what is replaced is kept aside; keys and desk that are sound stay as they are', async () => {
  const { config, folder, out } = await aBackedUp();
  const keys = readFileSync(join(folder, 'keys.db'));

  const { text } = await restored(config, out);

  expect(text).toMatch(/Stayed: desk.db, keys.db, signing-key.pem, kek|Stayed: .*keys\.db/);
  expect(readFileSync(join(folder, 'keys.db'))).toEqual(keys);
  const aside = readdirSync(folder).find((name) => name.startsWith('aside-')) ?? '';
  expect(readdirSync(join(folder, aside))).toContain('ledger.db');
  expect((await runs(verify, config)).text).toContain('10 entries');
  await expect(runs(verify, config, { flags: { anchors: true } })).rejects.toThrow(/16 entries/);
});

test('a log that is shorter than its backup is replaced as well: nothing is lost', async () => {
  const { config, path, copies, out } = await aBackedUp();
  copyFileSync(copies[0] ?? '', path);

  const { text } = await restored(config, out, {});

  expect(text).not.toContain('later entries');
  expect((await runs(verify, config)).text).toContain('10 entries');
});

test('a backup that was altered, or was made of another log, is refused', async () => {
  const { config, folder, path, out, vkey, key } = await aBackedUp();
  const copy = join(out, 'log/ledger.db');
  const whole = readFileSync(copy);
  const alike = async (harm: () => void, what: RegExp) => {
    harm();
    await expect(restored(config, out)).rejects.toThrow(what);
    writeFileSync(copy, whole);
  };

  await alike(() => appendFileSync(copy, ' '), /not what was backed up/);
  await alike(() => rmSync(copy), /not what was backed up/);
  // An insider who mends the manifest too is met by signatures, the present log and the anchors.
  await alike(() => {
    tamper(copy, (db) => db.exec('DELETE FROM node WHERE level = 1 AND i = 0'));
    mend(out);
  }, /does not pass verification/);
  await alike(() => {
    forge(copy, vkey, key);
    mend(out);
  }, /differs from the anchor/);
  rmSync(anchorPath(config));
  await alike(() => {
    forge(copy, vkey, key);
    mend(out);
  }, /not the beginning|does not pass/);
  mend(out);

  const other = await aWorkspace([12]);
  copyFileSync(other.path, path);
  await expect(restored(config, out)).rejects.toThrow(/not the beginning/);
  writeFileSync(path, 'not a log');
  await expect(restored(config, out)).rejects.toThrow(/not the beginning/);
  renameSync(path, join(folder, 'moved'));
  expect((await restored(config, out)).status).toBe(0);
});

test('an unfinished backup, a folder that is taken and a log in use are refused', async () => {
  const { config, folder, out } = await aBackedUp();
  await expect(runs(backup, config, { flags: { out } })).rejects.toThrow(/not empty/);
  await expect(runs(backup, config)).rejects.toThrow(/needs a folder/);
  await expect(restored(config, folder)).rejects.toThrow(/no finished backup/);

  const ledger = await openLedger(config);
  await ledger.append(aDecision({ workspace: 'local' }));
  await expect(restored(config, out)).rejects.toThrow(/Another program has the log open/);
  await ledger.close();
  expect((await restored(config, out)).status).toBe(0);
});

test('a log that does not verify is not backed up', async () => {
  const { config, path } = await aWorkspace([10]);
  tamper(path, (db) => db.exec('DELETE FROM node WHERE level = 1 AND i = 0'));
  const out = join(config.dataFolder, 'backup');

  await expect(runs(backup, config, { flags: { out } })).rejects.toThrow(/no backup/);
  expect(existsSync(out)).toBe(false);
  expect(existsSync(`${out}.part`)).toBe(false);
});

/** Makes the manifest fit its files again. */
function mend(out: string): void {
  const path = join(out, 'backup.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { files: Record<string, string> };
  for (const name of Object.keys(manifest.files)) {
    manifest.files[name] = hashOfFile(join(out, name));
  }
  writeFileSync(path, JSON.stringify(manifest));
}
