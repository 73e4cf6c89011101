import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { factsForMarkets } from '#domain/facts-for-markets.ts';
import { listen } from '#web/server.ts';
import type { Rooms } from '#web/rooms.ts';
import { standingFacts } from '#web/company/typed.ts';
import { openBrowser } from '../browser.ts';
import { aProfile } from '../a-set-up.ts';
import { knowledge } from '../samples.ts';
import { aSite, someRooms } from '../web/a-company-room.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** A lead who has come through the door to the page of the company. */
async function aVisit(
  rooms: Rooms,
  given: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const site = await listen(aSite(rooms), 0);
  onTestFinished(() => site.close(async () => undefined));
  const context = await browser.newContext({ locale: 'de-DE', ...given });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto(`${site.address}/company?token=start-token`);
  return page;
}

/** What a screen reader, a keyboard or weak eyes would stumble over. */
async function barriersOn(page: Page): Promise<readonly string[]> {
  // The other mode opens a second page, which a browser of one process does not survive.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

const mattering = factsForMarkets(knowledge, ['DE']);
const practice = standingFacts(knowledge.facts).find(({ id }) => mattering.has(id));

test.for([true, false])(
  'a lead sets up the company, confirms a practice and names a lead (script: %s)',
  async (javaScriptEnabled) => {
    const rooms = someRooms();
    const page = await aVisit(rooms, { javaScriptEnabled });
    await page.getByText('Noch ist keine Firma eingerichtet').waitFor();

    await page.getByLabel('Name der Firma').fill('Probe GmbH');
    await page.getByLabel('Land des Sitzes').fill('DE');
    await page.getByLabel('Deutschland').check();
    await page.getByRole('button', { name: 'Firma speichern' }).click();
    await page.getByRole('link', { name: 'Die Zahl der Beschäftigten' }).waitFor();
    expect(await page.getByLabel('Name der Firma').inputValue()).toBe('Probe GmbH');

    await page.getByLabel('Beschäftigte', { exact: true }).fill('12');
    await page.getByLabel('Ihr Name').first().fill('Lea');
    await page.getByRole('button', { name: 'Firma speichern' }).click();
    await page.getByText(/Gespeichert\..+EC-2026-/).waitFor();

    const question = page.getByRole('group', { name: practice?.ask.de ?? '' });
    await question.getByLabel(practice?.options[0]?.label.de ?? '', { exact: true }).check();
    await question.getByText('Beleg nennen').click();
    await question.getByLabel('Beleg').fill('Vorlage 7');
    await page.getByLabel('Ihr Name').first().fill('Lea');
    await page.getByRole('button', { name: 'Firma speichern' }).click();
    await page.getByText('bestätigt von Lea, gilt noch bis zum 23. November 2027').waitFor();

    await page.getByLabel('Mitglieds-ID in Slack').fill('U0LEA');
    await page.getByLabel('Compliance-Leitung: beantwortet').check();
    await page.getByLabel('Ihr Name').last().fill('Lea');
    await page.getByRole('button', { name: 'Rollen speichern' }).click();
    await page.getByRole('rowheader', { name: 'U0LEA' }).waitFor();

    expect(rooms.setUp.company().practice[practice?.id ?? '']).toMatchObject({ by: 'Lea' });
    expect(await rooms.setUp.roles()).toEqual([{ person: 'U0LEA', roles: ['lead'] }]);
    expect((await rooms.book.head()).size).toBe(3);
  },
);

test.for(['de-DE', 'en-GB'])('the page has no barriers in %s', async (locale) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const rooms = someRooms();
    const page = await aVisit(rooms, { locale, colorScheme });
    expect(await barriersOn(page)).toEqual([]);

    await page.getByRole('button').first().click();
    await page.getByRole('alert').waitFor();
    expect(await barriersOn(page)).toEqual([]);

    const value = practice?.options[0]?.id ?? '';
    const facts = { [practice?.id ?? '']: { value, by: 'Lea', until: '2026-11-22' } };
    await rooms.setUp.save(aProfile({ facts }), 'Lea');
    await rooms.setUp.assign('U0LEA', ['lead'], 'Lea');
    await page.goto(page.url());
    await page.locator('summary', { hasText: /\(\d+\)/ }).click();
    expect(await barriersOn(page)).toEqual([]);
  }
});
