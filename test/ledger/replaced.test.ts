import { expect, test } from 'vitest';
import { signingKey } from '#ledger/checkpoint.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { cutTo, forge } from './forged-log.ts';
import { seeded } from './samples.ts';
import { aWrittenLog, size } from './written-log.ts';

test('a log put back to an earlier day is found with a newer checkpoint alone', async () => {
  const { path, noteOf } = await aWrittenLog();
  cutTo(path, 15);

  expect(await verifyLedger(path)).toMatchObject({ ok: true, size: 15 });
  expect(await verifyLedger(path, { checkpoints: [noteOf(12)] })).toMatchObject({ ok: true });
  const { ok, problems } = await verifyLedger(path, { checkpoints: [noteOf(12), noteOf(19)] });
  expect(ok).toBe(false);
  expect(problems).toEqual([{ what: 'A known checkpoint covers 20 entries; 15 are left.' }]);
});

test('a log written anew by somebody else is found with the key', async () => {
  const { path, vkey } = await aWrittenLog();
  forge(path, vkey, signingKey(seeded('somebody else')(32)));

  expect(await verifyLedger(path)).toMatchObject({ ok: true, size });
  expect(await verifyLedger(path, { vkey })).toMatchObject({ ok: false });
});

test('a log written anew with the true key is found with any checkpoint kept elsewhere', async () => {
  const { path, vkey, key, noteOf, refOf } = await aWrittenLog();
  forge(path, vkey, key);

  expect(await verifyLedger(path, { vkey })).toMatchObject({ ok: true, size });
  const { problems } = await verifyLedger(path, { vkey, checkpoints: [noteOf(12)] });
  const what = 'the log up to here is not the one that was signed';
  expect(problems).toEqual([{ index: 12, ref: refOf(12), what }]);
});

test('what is kept elsewhere must be signed by the key', async () => {
  const { path, noteOf } = await aWrittenLog();
  const torn = noteOf(12).replace('13', '12');

  const { problems } = await verifyLedger(path, { checkpoints: [torn] });

  expect(problems).toEqual([{ what: 'A known checkpoint is not signed by the key of this log.' }]);
});
