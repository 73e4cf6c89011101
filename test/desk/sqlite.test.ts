import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { Desk } from '#assistant/desk.ts';
import { sqliteDesk } from '#desk/sqlite.ts';
import { aCase, aThread, deskContract } from '../contracts/desk.ts';

const now = () => new Date('2026-11-23T10:00:00.000Z');

deskContract('SQLite', () => {
  const folder = aFolder();
  const clock = { at: '2026-11-23T10:00:00.000Z' };
  return { clock, open: () => aDesk(folder, () => new Date(clock.at)) };
});

test('only the owner can read the file', async () => {
  const folder = aFolder();
  await aDesk(folder).threads.save(aThread());

  const open = readdirSync(folder).filter((name) => statSync(join(folder, name)).mode & 0o077);
  expect(open).toEqual([]);
});

test.for<[string, (path: string) => void]>([
  ['is no database', (path) => writeFileSync(path, 'not a database'.repeat(999))],
  ['was cut', (path) => truncateSync(path, 5000)],
  ['has other tables', (path) => sql(path, 'DROP TABLE review; CREATE TABLE review (a)')],
])('a desk that %s does not open, and says what to do', async ([, harm]) => {
  const folder = aFolder();
  const desk = aDesk(folder);
  for (let number = 0; number < 50; number++)
    await desk.threads.save(aThread({ thread: String(number) }));
  await desk.close();
  harm(join(folder, 'desk.db'));

  expect(() => aDesk(folder)).toThrow(
    expect.objectContaining({
      code: 'log.damaged',
      remedy: expect.stringContaining('decision log is not touched'),
    }),
  );
});

test('a record that was altered is not trusted', async () => {
  const folder = aFolder();
  const desk = aDesk(folder);
  await desk.threads.save(aThread());
  await desk.cases.save(aCase());
  sql(join(folder, 'desk.db'), `UPDATE thread SET record = '{}'; UPDATE review SET record = 'x'`);

  await expect(desk.threads.find(aThread())).rejects.toMatchObject({ code: 'log.damaged' });
  await expect(desk.cases.list('T1')).rejects.toMatchObject({ code: 'log.damaged' });
});

test('a desk of a newer version is left alone', async () => {
  const folder = aFolder();
  await aDesk(folder).close();
  sql(join(folder, 'desk.db'), 'PRAGMA user_version = 99');

  expect(() => aDesk(folder)).toThrow(expect.objectContaining({ code: 'log.unavailable' }));
});

test('a role of a newer version gives no rights', async () => {
  const folder = aFolder();
  const desk = aDesk(folder);
  await desk.roles.assign('T1', 'U1', ['lead']);
  sql(join(folder, 'desk.db'), `INSERT INTO role VALUES ('T1', 'U1', 'emperor')`);

  expect(await desk.roles.of('T1', 'U1')).toEqual(['lead']);
});

test('a folder that cannot be made is a problem with a remedy', () => {
  const folder = join(aFolder(), 'file');
  writeFileSync(folder, '');

  expect(() => aDesk(folder)).toThrow(expect.objectContaining({ code: 'log.unavailable' }));
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leitplanke-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function aDesk(folder: string, clock = now): Desk {
  const desk = sqliteDesk({ folder, now: clock });
  onTestFinished(() => desk.close().catch(() => undefined));
  return desk;
}

function sql(path: string, statement: string): void {
  using db = new DatabaseSync(path);
  db.exec(statement);
}
