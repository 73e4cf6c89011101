import { expect, test } from 'vitest';
import { aFolder, aLedger } from '../ledger/samples.ts';
import { aVisit } from './a-visit.ts';

const words = {
  'de-DE': {
    sample: 'Newsletter mit bestätigter Anmeldung',
    ask: 'Compliance fragen',
    question: 'Was möchten Sie wissen?',
    send: 'Absenden',
    request: 'Anfrage an Compliance',
    reply: 'Antworten',
    release: 'Freigeben',
    text: 'Ihre Antwort',
    released: 'freigegeben',
  },
  'en-GB': {
    sample: 'A newsletter with confirmed sign-ups',
    ask: 'Ask compliance',
    question: 'What would you like to know?',
    send: 'Send',
    request: 'Anfrage an Compliance',
    reply: 'Antworten',
    release: 'Freigeben',
    text: 'Ihre Antwort',
    released: 'released',
  },
} as const;

test.for(['de-DE', 'en-GB'] as const)(
  'somebody asks compliance, the lead answers, and the answer is in the thread (%s)',
  async (locale) => {
    const ledger = aLedger(aFolder());
    const { page } = await aVisit({ locale }, ledger);
    const word = words[locale];
    const answer = 'Ja, aber bitte erst nach der Pause am Montag.';

    await page.getByRole('button', { name: word.sample }).click();
    const thread = page.getByRole('region', { name: 'Thread' });
    await thread.getByRole('button', { name: word.ask }).click();
    const question = page.getByRole('dialog');
    await question.getByLabel(word.question).fill('Geht das auch am Sonntag?');
    await question.getByRole('button', { name: word.send }).click();
    const asked = page.url();

    await page.getByRole('link', { name: 'Lea' }).click();
    await page.getByText('Geht das auch am Sonntag?').first().waitFor();
    await page.getByRole('button', { name: word.reply, exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(word.release).check();
    await form.getByLabel(word.text).fill(answer);
    await form.getByRole('button').first().click();
    await page.getByText(word.request).first().waitFor();

    await page.goto(asked);
    await page.getByText(answer).first().waitFor();
    const told = await page.getByRole('region', { name: 'Thread' }).innerText();
    expect(told).toContain('Lea');
    expect(told).toContain(word.released);
    const reviews = await ledger.read({ kind: 'review' });
    expect(reviews.map(({ entry }) => entry.body)).toMatchObject([
      { action: 'released' },
      { action: 'requested' },
    ]);
  },
);
