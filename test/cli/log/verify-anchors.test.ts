import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verify } from '#cli/log/verify.ts';
import { anchorPath, openAnchoredLedger } from '#house.ts';
import { aDecision } from '../../contracts/entries.ts';
import { cutTo, forge } from '../../ledger/forged-log.ts';
import { runs } from './a-call.ts';
import { aWorkspace } from './a-workspace.ts';
import type { Workspace } from './a-workspace.ts';

const verified = ({ config }: Workspace, files: readonly string[] = []) =>
  runs(verify, config, { flags: { anchors: files.length === 0 }, words: files });

test('the log stands against its anchors', async () => {
  const { status, text } = await verified(await aWorkspace());

  expect(status).toBe(0);
  expect(text).toContain('3 anchors, all inside; the largest over 16 entries');
});

test('a log put back to an older copy is found, with the first size that is missing', async () => {
  const space = await aWorkspace();
  copyFileSync(space.copies[0] ?? '', space.path);

  await expect(verified(space)).rejects.toThrow(
    /put back: 10 entries were anchored at 2026-11-23T11.*, 4 are there\. Up to 4 entries/,
  );
});

test('a log that was cut is found', async () => {
  const space = await aWorkspace();
  cutTo(space.path, 12);

  await expect(verified(space)).rejects.toThrow(/put back: 16 entries .* 12 are there/);
});

test('a log written anew with its own key is found, with the first size that differs', async () => {
  const space = await aWorkspace();
  forge(space.path, space.vkey, space.key);

  await expect(verified(space)).rejects.toThrow(/at 10 entries it differs .* Up to 4 entries/);
});

test('a log that was put back and went on is found', async () => {
  const space = await aWorkspace();
  copyFileSync(space.copies[0] ?? '', space.path);
  const ledger = await openAnchoredLedger(space.config);
  for (let n = 0; n < 20; n++) await ledger.append(aDecision({ workspace: 'local' }));
  await ledger.close();

  await expect(verified(space)).rejects.toThrow(/at 10 entries it differs/);
});

test('a log that was replaced by another one, or is gone, is found', async () => {
  const space = await aWorkspace();
  const other = await aWorkspace([20]);
  copyFileSync(other.path, space.path);
  await expect(verified(space)).rejects.toThrow(/another decision log/);

  rmSync(space.path);
  await expect(verified(space)).rejects.toThrow(/put back: 4 entries .*, 0 are there/);
});

test('an anchor from a channel counts as well', async () => {
  const space = await aWorkspace();
  const posted = join(space.config.dataFolder, 'posted.txt');
  writeFileSync(posted, `Hello\n${readFileSync(anchorPath(space.config), 'utf8')}\nBye\n`);
  rmSync(anchorPath(space.config));
  expect((await verified(space, [posted])).text).toContain('3 anchors, all inside');

  copyFileSync(space.copies[1] ?? '', space.path);
  await expect(verified(space, [posted])).rejects.toThrow(/16 entries were anchored/);
});

test('without any anchor, or with a damaged one, nothing is passed off as compared', async () => {
  const space = await aWorkspace();
  const path = anchorPath(space.config);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, whole.replace('\n10\n', '\nten\n'));
  await expect(verified(space)).rejects.toThrow(/lines cannot be read/);
  writeFileSync(path, whole.replace('\n10\n', '\n11\n'));
  await expect(verified(space)).rejects.toThrow(/not signed by its key/);
  rmSync(path);
  await expect(verified(space)).rejects.toThrow(/No anchor/);
  mkdirSync(path);
  await expect(verified(space)).rejects.toThrow(/cannot be read/);
});
