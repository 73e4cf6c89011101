import { beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#assistant/house.ts';
import { valuesOf } from '#domain/fact.ts';
import { theReader } from './readers.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await theReader();
}, 60_000);

describe('a local word says which country is meant', () => {
  test.for<[string, string]>([
    ['ECG-Liste: müssen wir abgleichen?', 'AT'],
    ['Do we have to check the ECG list?', 'AT'],
    ['Was bedeutet der Sterneintrag im Telefonbuch?', 'CH'],
    ['What does the star in the Swiss phone directory mean?', 'CH'],
    ['Müssen wir Nummern mit dem TPS abgleichen?', 'UK'],
    ['What does PECR say about marketing emails?', 'UK'],
    ['Gilt Bloctel noch?', 'FR'],
    ['Is Bloctel still in force?', 'FR'],
    ['Registro delle opposizioni before calls?', 'IT'],
    ['Was verlangt die LSSI?', 'ES'],
    ['What is the Lista Robinson?', 'ES'],
  ])('%s', async ([text, market]) => {
    const { kind, facts } = await reader.read(text);

    expect(kind).not.toBe('out-of-scope');
    expect(valuesOf(facts['markets'])).toContain(market);
  });

  test.for(['Was ist die Robinsonliste?', 'Was sagt das TabakerzG?', 'GlüStV und Werbung?'])(
    '%s is no question from elsewhere',
    async (text) => {
      expect((await reader.read(text)).kind).not.toBe('out-of-scope');
    },
  );
});

describe('what no control looks at is noticed', () => {
  test.for<[string, string]>([
    ['Wir bewerben unser neues Online-Casino per Newsletter.', 'gambling'],
    ['The mailing promotes our new sports betting app.', 'gambling'],
    ['Das Angebot: statt 89 € jetzt nur 59 €.', 'prices'],
    ['The chair was £89 and is now £59.', 'prices'],
    ['Unser Tarif verlängert sich automatisch um ein Jahr.', 'subscriptions'],
  ])('%s', async ([text, topic]) => {
    expect((await reader.read(text)).topics).toContain(topic);
  });

  test.for([
    'Im Newsletter gibt es kein Glücksspiel und keine Wetten.',
    'We raffle a bicycle among all newsletter readers; taking part is free.',
    'Zum Geburtstag bekommen Kundinnen 10 % Rabatt auf den nächsten Einkauf.',
    'We write to tax advisers and law firms who asked for our price list.',
  ])('but not in: %s', async (text) => {
    expect((await reader.read(text)).topics).toEqual([]);
  });
});
