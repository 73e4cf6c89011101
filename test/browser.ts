import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** A real browser that came with the packages; says what to install where a system library is missing. */
export async function openBrowser(): Promise<Browser & AsyncDisposable> {
  const folder = mkdtempSync(join(tmpdir(), 'leitplanke-browser-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const browser = await chromium.launch({
      executablePath: await sparticuz.executablePath(),
      args: sparticuz.args,
      env: { ...process.env, TMPDIR: folder },
      headless: true,
    });
    browser.on('disconnected', remove);
    return browser;
  } catch (cause) {
    remove();
    throw new Error(
      'The browser does not start. On Debian or Ubuntu it needs: apt-get install -y libnss3',
      { cause },
    );
  }
}
