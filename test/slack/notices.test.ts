import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { stoppedClock } from '#clock.ts';
import type { Company } from '#domain/company.ts';
import { token } from '#playground/places.ts';
import { inMemoryWorkspace } from '#playground/workspace.ts';
import { markupOf } from '#slack/messages/slack-text.ts';
import { remindOfRenewals } from '#slack/notices/renewals.ts';
import { welcomeLines } from '#slack/notices/welcome.ts';
import { aHouse, knowledge, muster } from '../samples.ts';
import { aDesk } from './a-workspace.ts';

const [expired = '', soon = '', later = ''] = [...knowledge.facts.keys()];
const practice = {
  [later]: { value: 'yes', by: 'Lea', until: '2027-06-30' },
  [soon]: { value: 'yes', by: 'UANNA', until: '2026-12-01' },
  [expired]: { value: 'yes', by: 'Lea <!channel>', until: '2026-11-22' },
};

/** A company whose practice runs out, with Lea and Ben in charge. */
async function aReminder(company: Partial<Company> = {}) {
  const house = aHouse({ company: { ...muster, practice, ...company } });
  const desk = aDesk(house);
  await desk.roles.assign('T1', 'ULEA', ['lead']);
  await desk.roles.assign('T1', 'UBEN', ['deputy']);
  const { clientOptions, messages } = inMemoryWorkspace({ clock: house.clock });
  const client = new webApi.WebClient(token, clientOptions);
  const reports: string[] = [];
  const office = { house: () => house, desk, report: (line: string) => void reports.push(line) };
  return { house, desk, client, office, reports, messages };
}

test('those in charge are reminded of what runs out, the most urgent first', async () => {
  const { client, office, messages } = await aReminder();

  await remindOfRenewals(client, office);

  const [hers = ''] = messages('DULEA').map(({ blocks }) => JSON.stringify(blocks));
  const asks = [expired, soon].map((fact) => knowledge.facts.get(fact)?.ask.de ?? '');
  expect(hers).toContain(
    `${asks[0]} Bestätigt von Lea &lt;!channel&gt;, abgelaufen (galt bis 22. November 2026).`,
  );
  expect(hers).toContain(`${asks[1]} Bestätigt von <@UANNA>, gültig bis 1. Dezember 2026.`);
  expect(hers.indexOf(asks[0] ?? '')).toBeLessThan(hers.indexOf(asks[1] ?? ''));
  expect(hers).not.toContain(knowledge.facts.get(later)?.ask.de);
  expect(hers).toContain('in jeder Prüfung');
  const [his] = messages('DUBEN').map(({ text }) => text);
  expect(his).toBe('These answers in your company profile need to be confirmed again');
});

test('they are reminded once a day', async () => {
  const { house, client, office, messages } = await aReminder();
  const tomorrow = { ...house, clock: stoppedClock('2026-11-24T09:00:00.000Z') };

  await remindOfRenewals(client, office);
  await remindOfRenewals(client, office);
  expect(messages('DULEA')).toHaveLength(1);

  await remindOfRenewals(client, { ...office, house: () => tomorrow });
  expect(messages('DULEA')).toHaveLength(2);
});

test.for([
  ['the made-up company', { isSample: true }],
  ['a company whose practice holds for months', { practice: {} }],
] as const)('nobody is reminded for %s', async ([, company]) => {
  const { client, office, messages } = await aReminder(company);

  await remindOfRenewals(client, office);

  expect(messages('DULEA')).toEqual([]);
});

test('a lead who comes later the same day is reminded after all', async () => {
  const { client, office, desk, messages } = await aReminder();
  for (const person of ['ULEA', 'UBEN']) await desk.roles.assign('T1', person, []);

  await remindOfRenewals(client, office);
  await desk.roles.assign('T1', 'ULEA', ['lead']);
  await remindOfRenewals(client, office);

  expect(messages('DULEA')).toHaveLength(1);
});

test('a reminder that cannot be sent is told to the operator alone', async () => {
  const { client, office, desk, reports, messages } = await aReminder();
  await desk.roles.assign('T1', 'UGONE', ['lead']);

  await remindOfRenewals(client, office);

  expect(reports).toEqual([expect.stringContaining('channel_not_found')]);
  expect(messages('DULEA')).toHaveLength(1);
});

test('whoever asks for the first time reads three lines, in their language', () => {
  const house = aHouse();

  const [de, en] = (['de', 'en'] as const).map((language) =>
    welcomeLines(house, language).map(markupOf),
  );

  expect(de).toHaveLength(3);
  expect(de?.[0]).toContain('Ich bin ein KI-System');
  expect(de?.[1]).toContain('Pseudonym');
  expect(de?.[2]).toContain(`keine Rechtsberatung. Im Zweifel fragen Sie ${muster.contact}`);
  expect(en?.join(' ')).toMatch(/AI system.*pseudonym.*not legal advice/);
});

test('the made-up company sends nobody to its made-up contact', () => {
  const house = aHouse({ company: { ...muster, isSample: true } });

  expect(welcomeLines(house, 'en').map(markupOf).join(' ')).not.toContain(muster.contact);
});
