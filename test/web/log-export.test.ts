import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { aDecision, anAnswer } from '../contracts/entries.ts';
import { aBrief, aLog, shownOf, type Log } from './a-log.ts';

test('exact lines can be hashed anew: they are the leaves of the tree', async () => {
  const log = await aFilledLog();

  const response = await log.send('/log/export', { format: 'jsonl' });

  expect(response.headers.get('content-disposition')).toContain('leitplanke-0-2.jsonl');
  const lines = (await response.text()).trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  for (const [index, line] of lines.entries()) {
    const leaf = createHash('sha256').update('\0').update(line).digest('hex');
    expect(leaf).toBe((await log.rooms.book.proofOf(index)).leaf);
  }
});

test('an export is on record before it leaves, with its range', async () => {
  const log = await aFilledLog();

  const response = await log.send('/log/export', { format: 'csv', kind: 'decision' });

  const [newest] = await log.ledger.read({ limit: 1 });
  expect(newest?.entry).toMatchObject({
    kind: 'export',
    body: { format: 'csv', first: 0, last: 2 },
  });
  expect(await response.text()).not.toContain('Export');
});

test('nothing leaves when the export cannot be put on record', async () => {
  const log = aLog({
    recordExport: async () => {
      throw new Error('The log did not take the entry.');
    },
  });
  await log.append(anAnswer());

  const response = await log.send('/log/export', { format: 'jsonl' });

  expect(response.status).toBe(500);
  expect(await response.text()).toBe('The log did not take the entry.');
});

test('a table has titles and citations in words, in the language of the page, and no text', async () => {
  const log = await aFilledLog();

  const response = await log.send('/log/export', { format: 'csv' });

  expect(response.headers.get('content-type')).toContain('text/csv');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head = '', ...rows] = bytes.subarray(3).toString().trimEnd().split('\r\n');
  expect(head).toBe(
    '"Nr.";"Zeit (UTC)";"Aktenzeichen";"Art";"Ergebnis";"Ergebnis je Markt";"Märkte";"Freigabe";"Ort";"Sprache";"Verletzt";"Offen";"Fundstellen"',
  );
  expect(rows).toHaveLength(3);
  expect(rows[2]).toContain('"Nicht erlaubt";"Deutschland: Nicht erlaubt";"Deutschland"');
  expect(rows[2]).toContain('§ 7 Abs. 2 Nr. 2 UWG');
  expect(rows.join()).not.toContain('unser Angebot');
  expect(rows.join()).not.toContain('Mustermann');
});

test('texts come along only where somebody asks, the log tells it, and a formula in them is dead', async () => {
  const log = aLog();
  await log.ask({ text: `=HYPERLINK("https://evil.example") ${aBrief}` });
  await log.append(anAnswer());
  await log.ledger.forget('U0ERIKA');

  const text = await (await log.send('/log/export', { format: 'csv', texts: 'yes' })).text();

  expect(text).toContain(`"'=HYPERLINK(""https://evil.example"") ${aBrief}"`);
  expect(text).toContain('Nein, so nicht.');
  expect(text).toContain('"(gelöscht oder gesperrt)"');
  const [newest] = await log.ledger.read({ limit: 1 });
  expect(newest?.entry.body).toMatchObject({ format: 'csv-with-texts' });
});

test('a long log leaves in pieces, each line once and in order', async () => {
  const log = aLog();
  for (let number = 0; number < 130; number++) {
    await log.append(number % 2 ? aDecision() : anAnswer());
  }

  const response = await log.send('/log/export', { format: 'jsonl', kind: 'decision' });

  const exported = (await response.text()).trimEnd().split('\n');
  const wanted = await log.ledger.read({ kind: 'decision', oldestFirst: true });
  expect(exported).toEqual(wanted.map(({ line }) => line));
  expect(exported).toHaveLength(65);
});

test.for([
  [{ format: 'csv', market: 'FR' }, 200, 'es wurde nichts exportiert'],
  [{}, 400, 'Wählen Sie ein Format'],
  [{ format: 'exe' }, 400, 'Wählen Sie ein Format'],
  [{ format: 'jsonl', texts: 'yes' }, 400, 'Texte im Klartext gibt es nur in der Tabelle'],
  [{ format: 'csv', from: 'gestern' }, 400, 'ist kein Tag des Kalenders'],
] as const)('the order %j comes back with a sentence, and nothing is recorded', async (given) => {
  const [fields, status, sentence] = given;
  const log = await aFilledLog();

  const shown = await shownOf(await log.send('/log/export', fields));

  expect(shown.status).toBe(status);
  expect(shown.text).toContain(sentence);
  expect((await log.ledger.head()).size).toBe(3);
});

test('the form says what texts in clear mean, and keeps what was chosen in the list', async () => {
  const log = await aFilledLog();

  const { text, source } = await log.get('/log/export?kind=answer&from=2026-11-01');

  expect(text).toContain('die Löschung einer Person erreicht diese Datei nicht mehr');
  expect(source).toContain('<option value="answer" selected>');
  expect(source).toContain('value="2026-11-01"');
});

async function aFilledLog(): Promise<Log> {
  const log = aLog();
  await log.append(aDecision());
  await log.append(anAnswer());
  await log.ask();
  return log;
}
