import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Feedback } from '#assistant/desk.ts';
import { anAnswer, anOp } from '../contracts/entries.ts';
import { tamper } from '../ledger/samples.ts';
import { aLog, shownOf } from './a-log.ts';

test('an untouched log is intact up to its last entry, with its root', async () => {
  const log = aLog();
  for (let number = 0; number < 3; number++) await log.append(anAnswer());
  const { root } = await log.ledger.head();

  expect((await log.get('/log/verify')).text).toContain('Jetzt prüfen');
  const { text } = await shownOf(await log.send('/log/verify', {}));

  expect(text).toContain('Unversehrt bis Eintrag Nr. 2: alle 3 Einträge');
  expect(text).toContain(root);
});

test('an altered entry is named first, with what to do', async () => {
  const log = aLog();
  const receipts = [];
  for (let number = 0; number < 5; number++) receipts.push(await log.append(anAnswer()));
  tamper(join(log.folder, 'ledger.db'), (db) =>
    db.exec(
      `UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), '"de"', '"en"') AS BLOB) WHERE idx >= 3`,
    ),
  );

  const { text, status } = await shownOf(await log.send('/log/verify', {}));

  expect(status).toBe(200);
  expect(text).toContain('Das Protokoll ist beschädigt. Zuerst betroffen ist Eintrag Nr. 3.');
  expect(text).toContain('Die Einträge Nr. 0 bis 2 davor sind heil.');
  expect(text).toContain('heben Sie die Kopie als Beweis auf');
  expect(text).toContain(`3 ${receipts[3]?.reference} its bytes are not those hashed`);
});

test('an empty log is intact too', async () => {
  const { text } = await shownOf(await aLog().send('/log/verify', {}));

  expect(text).toContain('Unversehrt. Das Protokoll ist noch leer.');
});

test('feedback is shown with its decision and without the person, hostile text as text', async () => {
  const given: Feedback = {
    workspace: 'T1',
    decision: anOp(),
    reference: 'EC-2026-7K3M-9QXZ',
    person: 'U0ERIKA',
    helpful: false,
    reason: '<b>Zu lang</b>',
    at: '2026-11-23T10:00:00.000Z',
  };
  const log = aLog({ feedback: [given] });

  const { text, source } = await log.get('/log/feedback');

  expect(text).toContain('EC-2026-7K3M-9QXZ nein <b>Zu lang</b>');
  expect(source).toContain('href="/log/EC-2026-7K3M-9QXZ"');
  expect(source).not.toContain('<b>');
  expect(source).not.toContain('U0ERIKA');
  expect((await aLog().get('/log/feedback')).text).toContain('Noch hat niemand etwas gesagt.');
});
