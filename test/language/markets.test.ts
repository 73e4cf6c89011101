import { describe, expect, test } from 'vitest';
import { answer } from '#assistant/answer.ts';
import type { Language } from '#domain/language.ts';
import { aHouse, aRequest, readerOf } from '../samples.ts';

const coldMail = {
  channels: ['email'],
  elements: ['none'],
  message_content: 'advertising',
  audience: ['businesses'],
  recipients: ['without_consent'],
  business_addresses: ['company_mailbox'],
};

const newsletter = {
  channels: ['email'],
  elements: ['none'],
  recipients: ['consented_double_opt_in'],
};

async function answered(markets: readonly string[], language: Language, said = {}) {
  return answer(
    aRequest({ markets, language, said }),
    aHouse({ reader: readerOf({}, { language }) }),
  );
}

function linesOf({ sections }: Awaited<ReturnType<typeof answered>>, id: string) {
  return (sections.find((section) => section.id === id)?.sentences ?? []).map(({ text }) => text);
}

describe('a campaign in several markets', () => {
  test.for<[Language, string]>([
    [
      'de',
      'Erlaubt in Frankreich, nicht erlaubt in Deutschland, denn dort gilt: Werbung per E-Mail, SMS und Messenger braucht eine Erlaubnis.',
    ],
    [
      'en',
      'Allowed in France, not allowed in Germany, because the rule there is: Advertising by email, text message and messenger needs permission.',
    ],
  ])('says in one line where it may run, where not, and why (%s)', async ([language, line]) => {
    const { sections } = await answered(['FR', 'DE'], language, coldMail);

    expect(sections[0]?.sentences[1]).toMatchObject({ text: line, cites: ['de/uwg/7-2-2'] });
  });

  test('names all the markets of a group, each with its own rule', async () => {
    const [, line] = linesOf(await answered(['FR', 'DE', 'IT'], 'en', coldMail), 'verdict');

    expect(line).toContain('not allowed in Germany and in Italy');
    expect(line).toContain('(Germany)');
    expect(line).toContain('(Italy)');
  });

  test('says nothing of the kind where all of them agree', async () => {
    const lines = linesOf(await answered(['FR', 'DE'], 'en', newsletter), 'verdict');

    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('Germany');
  });

  test('names the markets of a finding that does not hold in all of them', async () => {
    const found = linesOf(await answered(['FR', 'DE'], 'en', coldMail), 'breached');

    expect(found.every((line) => line.startsWith('Germany: '))).toBe(true);
  });

  test('names no market beside a finding where there is only one', async () => {
    const found = linesOf(await answered(['DE'], 'en', coldMail), 'breached');

    expect(found.some((line) => line.startsWith('Germany: '))).toBe(false);
  });

  test('is told what leaving one of them out would bring, and that this is only a part', async () => {
    const ways = linesOf(await answered(['FR', 'DE'], 'de', coldMail), 'way');

    expect(ways.at(-1)).toBe(
      'Oder nur einen Teil der Kampagne starten: Nehmen Sie Deutschland aus der Kampagne. Danach: erlaubt.',
    );
  });
});
