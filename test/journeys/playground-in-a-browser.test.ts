import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { aVisit } from './a-visit.ts';

const ways = [
  { way: 'with a script', javaScriptEnabled: true },
  { way: 'without a script', javaScriptEnabled: false },
] as const;

describe.for(ways)('$way', ({ javaScriptEnabled }) => {
  test('an employee tries a case in German and confirms with a button what was understood', async () => {
    const { page, ledger } = await aVisit({ locale: 'de-DE', javaScriptEnabled });

    await page.getByRole('button', { name: 'Newsletter mit bestätigter Anmeldung' }).click();
    const thread = page.getByRole('region', { name: 'Thread' });
    await thread.getByText('Das lässt sich noch nicht sagen').waitFor();
    await thread.getByRole('button', { name: 'Alles richtig' }).click();
    await thread.getByText('Ja, das dürfen Sie').first().waitFor();

    expect(await thread.getByText('(geändert)').count()).toBe(1);
    expect(ledger.entries.map(({ actor }) => actor)).toEqual(['UANNA', 'UANNA']);
  });

  test('a manager fills in the form of /ethics-check in English, first badly, then well', async () => {
    const { page, ledger } = await aVisit({ locale: 'en-GB', javaScriptEnabled });

    await say(page, '/ethics-check');
    const form = page.getByRole('dialog');
    await form.getByLabel('Title').fill('Spring news');
    await form.getByRole('button', { name: 'Check' }).click();
    await form.getByText('Please fill in this field.').first().waitFor();
    const kept = await form.getByLabel('Title').inputValue();
    await form.getByLabel('Brief').fill('Our subscribers get a newsletter by e-mail on Thursday.');
    await form.getByLabel('email or newsletter').check();
    await form.getByRole('button', { name: 'Check' }).click();
    await page
      .getByText(/EC-2026-/)
      .first()
      .waitFor();

    expect(kept).toBe('Spring news');
    expect(ledger.entries).toMatchObject([{ actor: 'UBEN' }]);
  });

  test('somebody goes on in a thread', async () => {
    const { page } = await aVisit({ locale: 'de-DE', javaScriptEnabled });
    await say(page, 'Newsletter an unsere Abonnenten per E-Mail.');
    const thread = page.getByRole('region', { name: 'Thread' });
    await thread.getByText('KI', { exact: true }).first().waitFor();

    await thread.getByRole('textbox').fill('Und einmal im Monat per Post.');
    await thread.getByRole('button', { name: 'Senden' }).click();
    await thread.getByText('Und einmal im Monat per Post.').first().waitFor();
    await thread.getByText('KI', { exact: true }).nth(1).waitFor();

    expect(await thread.getByRole('listitem').count()).toBeGreaterThanOrEqual(4);
  });

  test('whatever somebody types, it runs no script', async () => {
    const { page } = await aVisit({ locale: 'de-DE', javaScriptEnabled });
    const alarms: string[] = [];
    page.on('dialog', (dialog) => {
      alarms.push(dialog.message());
      void dialog.dismiss();
    });

    await say(page, '<img src=x onerror=alert(1)><script>alert(2)</script> unser Angebot');
    await page
      .getByText(/EC-2026-/)
      .first()
      .waitFor();

    expect(alarms).toEqual([]);
    expect(await page.locator('main img, main script').count()).toBe(0);
  });

  test('the page is in English after one click, stays where it is, and says that it is not Slack', async () => {
    const { page } = await aVisit({ locale: 'de-DE', javaScriptEnabled });
    await say(page, 'Newsletter an unsere Abonnenten per E-Mail.');
    await page.getByRole('region', { name: 'Thread' }).waitFor();

    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Playground' }).waitFor();

    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('main').innerText()).toContain('This is not Slack.');
    expect(await page.getByRole('region', { name: 'Thread' }).count()).toBe(1);
  });

  test('nobody sees the messages of others, and everybody what is new to them', async () => {
    const { page } = await aVisit({ locale: 'de-DE', javaScriptEnabled });
    await say(page, 'Newsletter an unsere Abonnenten per E-Mail.');
    await page.getByRole('region', { name: 'Thread' }).waitFor();

    await page.getByRole('link', { name: /^Ben/ }).click();
    await page.locator('[aria-current="true"]').getByText('Ben').waitFor();
    const seen = await page.getByText('an unsere Abonnenten').count();
    await page.getByRole('link', { name: '#marketing' }).click();
    await page.getByRole('heading', { name: '#marketing' }).waitFor();
    await say(page, '/ethics-check Our subscribers get a newsletter by e-mail on Thursday.');

    await page.getByRole('link', { name: /^Leitplanke \(eine ungelesene Nachricht\)/ }).waitFor();
    expect(seen).toBe(0);
  });
});

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.getByRole('button', { name: /^(?:Senden|Send)$/ }).click();
}
