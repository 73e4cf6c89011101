import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { answer } from '#assistant/answer.ts';
import { logBookOf } from '#ledger/log-book.ts';
import { openBrowser } from '../browser.ts';
import { anAnswer, anOp } from '../contracts/entries.ts';
import { aFolder, aLedger } from '../ledger/samples.ts';
import { aHouse, aRequest, readerOf } from '../samples.ts';
import { aBrief, coldMail } from '../web/a-log.ts';
import { aServer } from './a-server.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test('a lead opens the log, filters, reads a case, verifies and takes a table out', async () => {
  const { page, reference } = await aPageWithALog('de-DE');

  await page.getByRole('link', { name: 'Protokoll', exact: true }).click();
  await page.getByLabel('Ergebnis').selectOption('Nicht erlaubt');
  await page.getByRole('button', { name: 'Filtern' }).click();
  expect(await page.getByRole('row').count()).toBe(2);
  await noViolations(page);

  await page.getByRole('link', { name: reference }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(reference);
  const text = await page.getByRole('main').innerText();
  expect(text).toContain('Deutschland: Nicht erlaubt');
  expect(text).toContain('§ 7 Abs. 2 Nr. 2 UWG');
  for (const summary of await page.locator('summary').all()) await summary.click();
  await noViolations(page);

  await page.getByRole('link', { name: 'Unversehrtheit prüfen' }).click();
  await page.getByRole('button', { name: 'Jetzt prüfen' }).click();
  await page.getByText('Unversehrt bis Eintrag Nr. 2: alle 3 Einträge').waitFor();
  await noViolations(page);

  await page.getByRole('link', { name: 'Exportieren' }).click();
  await noViolations(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Herunterladen' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('leitplanke-0-2.csv');
  expect(readFileSync(await download.path(), 'utf8')).toContain(reference);
  await page.getByRole('link', { name: 'Alle Einträge' }).click();
  expect(await page.getByRole('row').nth(1).innerText()).toContain('Export');
});

test('the log speaks English after one click and stays where it is', async () => {
  const { page, reference } = await aPageWithALog('de-DE');
  const { origin } = new URL(page.url());

  for (const path of ['/log?verdict=not_allowed', `/log/${reference}`, '/log/feedback']) {
    await page.goto(`${origin}${path}`);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(page.url()).toContain(path);
    await noViolations(page);
    await page.getByRole('link', { name: 'Deutsch' }).click();
  }
  await page.goto(`${origin}/log?lang=en`);
  expect(await page.getByRole('main').innerText()).toContain('Not allowed');
});

test('a wrong filter is told beside its field', async () => {
  const { page } = await aPageWithALog('de-DE');
  const { origin } = new URL(page.url());

  await page.goto(`${origin}/log?reference=Mustermann!`);

  const field = page.getByLabel('Aktenzeichen');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByText('kommt in keinem Aktenzeichen vor').isVisible()).toBe(true);
  await noViolations(page);
});

/** A server with a real log of three entries, and a page that came through its door. */
async function aPageWithALog(locale: string): Promise<{ page: Page; reference: string }> {
  const ledger = aLedger(aFolder());
  const reader = readerOf(coldMail, { language: 'de' });
  const house = aHouse({ ledger, reader, newOperation: anOp });
  await ledger.append(anAnswer());
  const { reference } = await answer(aRequest({ op: anOp(), text: aBrief }), house);
  await ledger.append(anAnswer());
  const { door } = await aServer(house, { book: () => logBookOf(ledger) });
  const context = await browser.newContext({ locale, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(door);
  return { page, reference };
}

/** What a screen reader, a keyboard or weak eyes would stumble over. */
async function noViolations(page: Page): Promise<void> {
  // A new page for axe is more than this browser of one process bears.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
