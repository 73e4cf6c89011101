import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { aHouse, readerOf } from '../samples.ts';
import { coldMail } from '../slack/a-workspace.ts';
import { aServer } from './a-server.ts';

let browser: Browser | undefined;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test('a visitor types a brief, sends it, and reads verdict, sources and reference', async () => {
  const house = aHouse({ reader: readerOf(coldMail, { language: 'de' }) });
  const { address } = await aServer(house);
  const page = await browser?.newPage({ locale: 'de-DE' });
  await page?.goto(address);

  await page?.getByRole('textbox').fill('Wir mailen Fremden unser Angebot.');
  await page?.getByRole('button').click();
  await page?.getByText(/EC-\d{4}-/).waitFor();

  const text = await page?.locator('main').innerText();
  expect(text).toContain('Nein, so nicht.');
  expect(text).toContain('§ 7 Abs. 2 Nr. 2 UWG');
  expect(text).toContain('KI-System');
});

test('the page speaks English after one click, and says that it is not Slack', async () => {
  const { address } = await aServer();
  const page = await browser?.newPage({ locale: 'de-DE' });
  await page?.goto(address);

  await page?.getByRole('link', { name: 'English' }).click();

  expect(await page?.locator('html').getAttribute('lang')).toBe('en');
  expect(await page?.locator('header').innerText()).toContain('not Slack');
});

test('the page runs no script, whatever somebody types', async () => {
  const { address } = await aServer();
  const page = await browser?.newPage();
  const alarms: string[] = [];
  page?.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  await page?.goto(address);

  await page
    ?.getByRole('textbox')
    .fill('<img src=x onerror=alert(1)><script>alert(2)</script> our offer');
  await page?.getByRole('button').click();
  await page?.getByText(/EC-\d{4}-/).waitFor();

  expect(alarms).toEqual([]);
  expect(await page?.locator('main img, main script').count()).toBe(0);
});
