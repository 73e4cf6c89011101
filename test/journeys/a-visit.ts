import { onTestFinished } from 'vitest';
import type { Ledger } from '#assistant/ledger.ts';
import { openBrowser } from '../browser.ts';
import { aHouse, readerOf, recordingLedger } from '../samples.ts';
import { briefs } from '../slack/cards.ts';
import { aServer } from './a-server.ts';

/** Somebody whose browser comes through the door; the reader reads a newsletter in whatever they say. */
export async function aVisit(
  visit: { readonly locale: 'de-DE' | 'en-GB'; readonly javaScriptEnabled?: boolean },
  given?: Ledger,
) {
  const recording = recordingLedger();
  const ledger = given ?? recording;
  const language = visit.locale === 'de-DE' ? 'de' : 'en';
  const reader = readerOf(briefs.newsletter, { language });
  const server = await aServer(aHouse({ ledger, reader }));
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const page = await (await browser.newContext(visit)).newPage();
  await page.goto(server.door);
  return { page, ledger: recording };
}
