import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Entry } from '#domain/entry.ts';
import { schema } from '#ledger/schema.ts';
import { anAnswer } from '../contracts/entries.ts';
import { aFolder, aLedger, tamper } from './samples.ts';

const page = readFileSync(new URL('../../docs/log-format.md', import.meta.url), 'utf8');

/** Runs the verifier that the page gives to strangers. */
function check(folder: string, ...more: readonly string[]) {
  const script = join(folder, 'check.mjs');
  writeFileSync(script, /```js\n(.*?)```/s.exec(page)?.[1] ?? '');
  const file = join(folder, 'ledger.db');
  return spawnSync(process.execPath, [script, file, ...more], { encoding: 'utf8' });
}

test.for([0, 1, 2, 7, 8, 13])('a stranger finds a log of %i entries as signed', async (size) => {
  const folder = aFolder();
  const ledger = aLedger(folder);
  for (let number = 0; number < size; number++) await ledger.append(anAnswer());
  await ledger.close();

  expect(check(folder)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`${size} entries, as signed`),
  });
  expect(check(folder, ledger.vkey)).toMatchObject({ status: 0 });
});

test('a stranger sees that an entry was altered, or that somebody else signed', async () => {
  const [folder, other] = [aFolder(), aFolder()];
  const ledger = aLedger(folder);
  for (let number = 0; number < 5; number++) await ledger.append(anAnswer());
  await ledger.close();
  const foreign = aLedger(other, 'other').vkey;

  expect(check(folder, foreign)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('NOT'),
  });
  tamper(join(folder, 'ledger.db'), (db) =>
    db.exec(
      `UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), '"de"', '"en"') AS BLOB) WHERE idx = 3`,
    ),
  );
  expect(check(folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('NOT') });
});

test('the page names every member, every kind and every table', () => {
  const kinds = Entry.options.map((option) => option.unwrap().shape.kind.value);
  const members = Object.keys(Entry.options[0].unwrap().shape);
  const tables = schema.flatMap((sql) => /^CREATE TABLE (\w+)/.exec(sql)?.[1] ?? []);

  for (const word of [...kinds, ...members, ...tables]) expect(page).toContain(`| \`${word}\` `);
});
