import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { listen } from '#web/server.ts';
import { openBrowser } from '../browser.ts';
import { aPlayground } from '../web/a-playground.ts';
import { aSite } from '../web/a-site.ts';
import { everyPart, line } from '../web/some-parts.ts';

type Visit = {
  readonly locale: 'de-DE' | 'en-GB';
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly javaScriptEnabled?: boolean;
};

/** Somebody who came through the door of a playground that nobody has used yet. */
async function aVisitIn(visit: Visit, playground = aPlayground()): Promise<Page> {
  const server = await listen(aSite(playground), 0);
  onTestFinished(() => server.close(async () => undefined));
  // A browser of one's own: this one runs in a single process, and its visitors share their cookies.
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const page = await (await browser.newContext(visit)).newPage();
  await page.goto(`${server.address}/?token=start-token`);
  return page;
}

function focused(page: Page): Locator {
  return page.locator(':focus');
}

async function focusedId(page: Page): Promise<string> {
  return (await focused(page).getAttribute('id')) ?? '';
}

async function flawsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const looks = [
  { locale: 'de-DE', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { locale: 'de-DE', colorScheme: 'dark', viewport: { width: 390, height: 800 } },
  { locale: 'en-GB', colorScheme: 'light', viewport: { width: 390, height: 800 } },
  { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;

describe.for(looks)('nobody is shut out ($locale, $colorScheme, $viewport.width)', (look) => {
  test('of an empty place', async () => {
    const page = await aVisitIn(look);

    expect(await flawsOf(page)).toEqual([]);
  });

  test('of a conversation with a thread', async () => {
    const page = await aVisitIn(look);
    await page.locator('button.sample').click();
    await page.locator('.thread .alert').waitFor();

    expect(await flawsOf(page)).toEqual([]);
  });

  test('of everything that a message can hold', async () => {
    const message = {
      id: '1.1',
      by: 'Leitplanke',
      isAssistant: true,
      at: '14:02',
      isChanged: true,
      isPrivate: true,
      parts: everyPart('Sage und schreibe'),
      replies: 2,
    };
    const page = await aVisitIn(look, aPlayground({ messages: [message] }));

    expect(await flawsOf(page)).toEqual([]);
  });

  test('of a form that complains', async () => {
    const page = await aVisitIn(look);
    await page.getByRole('textbox').fill('/ethics-check');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.locator('dialog .complaint').waitFor();

    expect(await flawsOf(page)).toEqual([]);
  });

  test('of what goes back and forth', async () => {
    const page = await aVisitIn(look);
    await page.goto(`${new URL(page.url()).origin}/inspector`);
    await page.locator('summary').first().click();

    expect(await flawsOf(page)).toEqual([]);
  });

  test('of a page that is not there', async () => {
    const page = await aVisitIn(look);
    await page.goto(`${new URL(page.url()).origin}/nowhere`);

    expect(await flawsOf(page)).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  test('one skips to the content, and passes persons, places, cases and the box in this order', async () => {
    const page = await aVisitIn({ locale: 'de-DE' });
    const stops: string[] = [];

    for (let stop = 0; stop < 14; stop += 1) {
      await page.keyboard.press('Tab');
      const name = await focused(page).getAttribute('aria-label');
      const text = (await focused(page).innerText()).trim().split(/\s*\n/)[0];
      stops.push(name || text || (await focusedId(page)));
    }

    expect(stops).toEqual([
      'Zum Inhalt',
      'Probebühne',
      'Protokoll',
      'Firma',
      'English',
      'Anna',
      'Ben',
      'Lea',
      'Leitplanke',
      '#marketing',
      'Was hin und her geht',
      'Nachrichten: Leitplanke',
      'Gekaufte Adressen',
      'say-DUANNA',
    ]);
  });

  test('Enter sends and Shift with Enter begins a new line', async () => {
    const playground = aPlayground();
    const page = await aVisitIn({ locale: 'de-DE' }, playground);
    await page.getByRole('textbox').focus();

    await page.keyboard.type('Eins');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('Zwei');
    await page.keyboard.press('Enter');
    await page.locator('.thread .assistant').waitFor();

    expect(playground.acts).toMatchObject([{ kind: 'say', text: 'Eins\nZwei' }]);
    expect(await focusedId(page)).toBe('say-DUANNA');
  });

  test('a form takes the focus when it opens, complains where one is, and gives it back', async () => {
    const page = await aVisitIn({ locale: 'de-DE' });
    await page.getByRole('textbox').focus();
    await page.keyboard.type('/ethics-check');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Check a campaign' }).waitFor();
    const first = await focusedId(page);

    await page.keyboard.press('Enter');
    await page.locator('dialog .complaint').waitFor();
    const complaining = await focusedId(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    expect([first, complaining, await focusedId(page)]).toEqual([
      'field-title',
      'field-brief',
      'say-DUANNA',
    ]);
  });

  test('a press keeps the place that one reads', async () => {
    const page = await aVisitIn({ locale: 'de-DE', viewport: { width: 1280, height: 600 } });
    await page.getByRole('button', { name: /Gekaufte/ }).click();
    const button = page.locator('.thread').getByRole('button', { name: 'Alles richtig' });
    await button.focus();

    await page.keyboard.press('Enter');
    await page.locator('.thread').getByText('(geändert)').waitFor();

    expect(await focused(page).getAttribute('class')).toContain('message');
  });
});

test('whoever does not see the page hears the answer', async () => {
  const page = await aVisitIn({ locale: 'de-DE' });

  await page.getByRole('button', { name: /Gekaufte/ }).click();

  await page.getByRole('status').getByText('Neue Nachricht: ✘ Nein, so nicht.').waitFor();
});

test('a draft stays while one presses buttons, and back leads back', async () => {
  const page = await aVisitIn({ locale: 'de-DE' });
  const start = page.url();
  await page.getByRole('textbox').fill('Noch nicht fertig');

  await page.getByRole('button', { name: /Gekaufte/ }).click();
  await page.locator('.thread .alert').waitFor();
  const draft = await page.getByRole('textbox', { name: 'Nachricht an' }).inputValue();
  await page.goBack();
  await page.locator('.thread').waitFor({ state: 'detached' });

  expect(draft).toBe('Noch nicht fertig');
  expect(page.url()).toBe(start);
});

test('where the server has gone, the text stays and the page says so', async () => {
  const page = await aVisitIn({ locale: 'de-DE' });
  await page.getByRole('textbox').fill('Dürfen wir das?');

  await page.route('**/act', (route) => route.abort());
  await page.keyboard.press('Enter');

  await page.getByRole('alert').getByText('Der Server antwortet nicht').waitFor();
  expect(await page.getByRole('textbox').inputValue()).toBe('Dürfen wir das?');
});

test('a long conversation begins at its newest message, and the oldest can be reached', async () => {
  const messages = Array.from({ length: 40 }, (_, index) => ({
    id: `${index}.1`,
    by: 'Anna',
    isAssistant: false,
    at: '14:02',
    isChanged: false,
    isPrivate: false,
    parts: [line(`Nachricht ${index}`)],
    replies: 0,
  }));
  const page = await aVisitIn(
    { locale: 'de-DE', javaScriptEnabled: false },
    aPlayground({ messages }),
  );

  const { bottom } = await edgesOf(page.getByText('Nachricht 39', { exact: true }));
  const box = await edgesOf(page.locator('#place-scroller'));
  await page.getByText('Nachricht 0', { exact: true }).scrollIntoViewIfNeeded();
  const oldest = await edgesOf(page.getByText('Nachricht 0', { exact: true }));

  expect(bottom).toBeLessThanOrEqual(box.bottom);
  expect(oldest.top).toBeGreaterThanOrEqual(box.top);
});

test('a form with long answers does not scroll sideways', async () => {
  const options = [{ value: 'long', label: 'eine sehr lange Antwort '.repeat(20) }];
  const input = { kind: 'choice', options, isMultiple: false, isOpen: false, chosen: [] } as const;
  const field = { id: 'long', label: 'Frage', isOptional: true, input };
  const view = {
    id: 'V1',
    title: 'Angaben',
    close: 'Zu',
    parts: [{ kind: 'field', field }],
  } as const;
  const page = await aVisitIn({ locale: 'de-DE' }, aPlayground({ view }));

  const inner = await edgesOf(page.getByRole('combobox'));
  const outer = await edgesOf(page.getByRole('dialog'));

  expect(inner.right).toBeLessThan(outer.right);
});

async function edgesOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not in sight.');
  return { top: box.y, bottom: box.y + box.height, right: box.x + box.width };
}
