import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDecision, anAnswer, theOtherKinds } from '../contracts/entries.ts';
import { tamper } from '../ledger/samples.ts';
import { aLog, type Log } from './a-log.ts';

test('an empty log says what to do', async () => {
  const { get } = aLog();

  expect((await get('/log')).text).toContain('Hier steht noch nichts. Stellen Sie dem Assistenten');
  expect((await get('/log', 'en')).text).toContain('There is nothing here yet. Ask the assistant');
});

test('a decision is listed with its result, its market and the way to it, in words', async () => {
  const log = aLog();
  const { reference } = await log.ask();

  const { text, source } = await log.get('/log');

  expect(text).toContain(`${reference} Prüfung einer Kampagne`);
  expect(text).toContain('Nicht erlaubt Deutschland Direktnachricht Deutsch');
  expect(text).toContain('Uhrzeit des Servers (');
  expect(source).toContain(`href="/log/${reference}"`);
  expect(source).toContain('data-verdict="not_allowed"');
  expect((await log.get('/log', 'en')).text).toContain('Not allowed Germany direct message German');
});

test('entries of every kind have a name in both languages', async () => {
  const log = aLog();
  for (const entry of theOtherKinds()) await log.append(entry);

  const [german, english] = [await log.get('/log'), await log.get('/log', 'en')];

  expect(german.text).toContain('Löschung einer Person');
  expect(german.text).toContain('Freigegeben');
  expect(english.text).toContain('Clock set back');
  expect(german.text + english.text).not.toContain('undefined');
});

test('the newest entries come first, fifty to a page, there and back again', async () => {
  const log = aLog();
  for (let number = 0; number < 120; number++) await log.append(anAnswer());
  const references = (await log.ledger.read({ limit: 120 })).map(({ entry }) => entry.ref);

  const first = await log.get('/log');
  const second = await log.get(next(first.source));
  const third = await log.get(next(second.source));

  expect(referencesIn(first.source)).toEqual(references.slice(0, 50));
  expect(referencesIn(second.source)).toEqual(references.slice(50, 100));
  expect(referencesIn(third.source)).toEqual(references.slice(100));
  expect(third.source).not.toContain('rel="next"');
  expect(first.source).not.toContain('rel="prev"');
  const back = await log.get(previous(third.source));
  expect(referencesIn(back.source)).toEqual(references.slice(50, 100));
  const start = await log.get(previous(back.source));
  expect(referencesIn(start.source)).toEqual(references.slice(0, 50));
});

test('pages stay full when a filter leaves most entries out', async () => {
  const log = aLog();
  for (let number = 0; number < 210; number++) {
    await log.append(number % 3 === 0 ? aDecision() : anAnswer());
  }
  const wanted = (await log.ledger.read({ market: 'DE', limit: 100 })).map(
    ({ entry }) => entry.ref,
  );

  const first = await log.get('/log?market=DE&kind=decision');
  const second = await log.get(next(first.source));

  expect(referencesIn(first.source)).toEqual(wanted.slice(0, 50));
  expect(referencesIn(second.source)).toEqual(wanted.slice(50));
  expect(wanted).toHaveLength(70);
});

test.for([
  ['kind=answer', [1]],
  ['kind=decision&verdict=not_allowed', [0]],
  ['verdict=allowed', []],
  ['market=DE', [0]],
  ['market=FR', []],
  ['release=review', [2]],
  ['release=route%3Acompliance-lead', [2]],
  ['from=2026-11-24', [1, 2]],
  ['until=2026-11-24', [0, 1]],
  ['from=2026-11-24&until=2026-11-24', [1]],
] as const)('the filter %s shows the entries %j', async ([query, indexes]) => {
  const log = aLog();
  const references = await threeEntries(log);

  const { source } = await log.get(`/log?${query}`);

  expect(referencesIn(source).toReversed()).toEqual(indexes.map((index) => references[index]));
});

test('a reference is found by any part of it, as people type it', async () => {
  const log = aLog();
  const [wanted = ''] = await threeEntries(log);
  const [, , first = '', second = ''] = wanted.split('-');

  for (const typed of [
    wanted,
    wanted.toLowerCase(),
    `${first} ${second}`,
    second,
    `${first}-${second}`,
  ]) {
    const { source } = await log.get(`/log?reference=${encodeURIComponent(typed)}`);
    expect(referencesIn(source)).toEqual([wanted]);
  }
});

test.for([
  ['reference=Mustermann!', 'kommt in keinem Aktenzeichen vor'],
  ['kind=gossip', '„gossip“ steht nicht zur Wahl'],
  ['verdict=maybe', 'steht nicht zur Wahl'],
  ['market=Mars', 'steht nicht zur Wahl'],
  ['release=route:nobody', 'steht nicht zur Wahl'],
  ['from=gestern', '„gestern“ ist kein Tag des Kalenders'],
  ['until=2026-02-30', 'ist kein Tag des Kalenders'],
  ['from=2026-12-01&until=2026-11-01', 'endet, bevor er beginnt'],
  ['from=0000-00-00', 'ist kein Tag des Kalenders'],
] as const)('the wrong filter %s is told with what to do', async ([query, complaint]) => {
  const log = aLog();
  await threeEntries(log);

  const { status, text } = await log.get(`/log?${query}`);

  expect(status).toBe(400);
  expect(text).toContain(complaint);
});

test('a place in the list that makes no sense is the beginning', async () => {
  const log = aLog();
  const references = await threeEntries(log);

  for (const query of ['before=x', 'after=-1', 'before=', 'after=99999999999999999999']) {
    const { status, source } = await log.get(`/log?${query}`);
    expect(status).toBe(200);
    expect(referencesIn(source)).toHaveLength(references.length);
  }
});

test('a choice that nothing fits says so, and what is typed is never taken for a tag', async () => {
  const log = aLog();
  await threeEntries(log);

  expect((await log.get('/log?market=FR')).text).toContain('Zu dieser Auswahl gibt es keinen');
  const hostile = await log.get(
    `/log?reference=${encodeURIComponent('"><script>alert(1)</script>')}`,
  );
  expect(hostile.source).not.toContain('<script>alert');
});

test('a damaged log is told, with the way to the check', async () => {
  const log = aLog();
  await threeEntries(log);
  tamper(join(log.folder, 'ledger.db'), (db) =>
    db.exec(`UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), '"de"', '"en"') AS BLOB)`),
  );

  const { status, source, text } = await log.get('/log');

  expect(status).toBe(503);
  expect(text).toContain('Das Protokoll ist beschädigt');
  expect(source).toContain('href="/log/verify"');
});

/** A decision, an answer on the next day, and on the third a decision that a person has to judge. */
async function threeEntries(log: Log): Promise<readonly string[]> {
  const judged = aDecision({ at: '2026-11-25T12:00:00.000Z' });
  if (judged.kind !== 'decision') throw new Error('not a decision');
  const entries = [
    await log.append(aDecision({ at: '2026-11-23T12:00:00.000Z' })),
    await log.append(anAnswer({ at: '2026-11-24T12:00:00.000Z' })),
    await log.append({
      ...judged,
      body: {
        ...judged.body,
        verdict: 'allowed_with_conditions',
        verdicts: { AT: 'allowed_with_conditions' },
        route: 'compliance-lead',
        findings: [{ control: 'x', severity: 'review', outcome: 'open', markets: ['AT'] }],
      },
    }),
  ];
  return entries.map(({ reference }) => reference);
}

function referencesIn(source: string): readonly string[] {
  return [...source.matchAll(/href="\/log\/(EC-[^"]+)"/g)].map(([, reference = '']) => reference);
}

function next(source: string): string {
  return linkIn(source, 'next');
}

function previous(source: string): string {
  return linkIn(source, 'prev');
}

function linkIn(source: string, rel: string): string {
  const [, href = ''] = new RegExp(`href="([^"]+)" rel="${rel}"`).exec(source) ?? [];
  return href.replaceAll('&amp;', '&');
}
