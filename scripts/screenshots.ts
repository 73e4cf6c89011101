import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../test/browser.ts';

/** Takes the pictures of the README from the product as it is: a fresh start, then what a visitor does. */
const folder = mkdtempSync(join(tmpdir(), 'leitplanke-pictures-'));
const pictures = 'docs/images';
mkdirSync(pictures, { recursive: true });

const environment = { ...process.env, LEITPLANKE_DATA: folder, LEITPLANKE_PORT: '0' };
const server = spawn(process.execPath, ['bin/leitplanke.mjs', 'start'], { env: environment });
try {
  const door = await printedBy(server, /http:\/\/127\.0\.0\.1:\d+\S*/);
  await untilReady(new URL('/health', door));
  await using browser = await openBrowser();
  const page = await browser.newPage({
    locale: 'en-GB',
    viewport: { width: 1200, height: 860 },
    colorScheme: 'light',
  });
  await page.goto(door);
  await page.getByRole('button', { name: /newsletter/i }).click();
  await page.getByRole('button', { name: 'All correct' }).click();
  await page
    .getByText(/Confirmed by/)
    .first()
    .waitFor();
  await take(page, 'card');

  await page.getByRole('link', { name: 'Decision log' }).click();
  await page
    .getByRole('link', { name: /EC-\d{4}-/ })
    .first()
    .click();
  await take(page, 'log');
} finally {
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

async function printedBy(child: typeof server, pattern: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [match] = pattern.exec(printed) ?? [];
      if (match !== undefined) found(match);
    });
    child.once('exit', () => failed(new Error(`The server ended: ${printed}`)));
  });
}

async function untilReady(health: URL): Promise<void> {
  while ((await fetch(health)).status !== 200) {
    await new Promise((wait) => {
      setTimeout(wait, 200);
    });
  }
}
