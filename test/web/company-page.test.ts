import { describe, expect, test } from 'vitest';
import { factsForMarkets } from '#domain/facts-for-markets.ts';
import { companyPages } from '#web/company/pages.ts';
import { fieldsOf, standingFacts } from '#web/company/typed.ts';
import type { Rooms } from '#web/rooms.ts';
import { aProfile } from '../a-set-up.ts';
import { knowledge } from '../samples.ts';
import { someRooms } from './a-company-room.ts';

const mattering = factsForMarkets(knowledge, ['DE']);
const facts = standingFacts(knowledge.facts).filter(({ id }) => mattering.has(id));
const [fact, other] = facts;
const one = fact?.id ?? '';
const two = other?.id ?? '';
const answerTo = (id: string) => knowledge.facts.get(id)?.options[0]?.id ?? '';

const about = {
  name: 'Probe GmbH',
  seat: 'DE',
  staff: '12',
  markets: 'DE',
  language: 'de',
  contact: 'Ida',
  tools: '',
  by: 'Lea',
  until: '2027-11-23',
};

type Sent = { readonly status: number; readonly text: string; readonly location: string };

/** A person at the page of the company. */
function visiting(rooms: Rooms, language: 'de' | 'en' = 'de') {
  const pages = companyPages(() => rooms);
  const headers = { 'accept-language': language };
  return {
    open: async (address = '/'): Promise<string> =>
      (await pages.request(address, { headers })).text(),
    send: async (path: string, fields: Record<string, string | string[]>): Promise<Sent> => {
      const body = new URLSearchParams();
      const all = { version: rooms.setUp.company().version, ...fields };
      for (const [name, value] of Object.entries(all))
        for (const single of [value].flat()) body.append(name, single);
      const response = await pages.request(path, { method: 'POST', headers, body });
      const location = response.headers.get('location') ?? '';
      return { status: response.status, text: await response.text(), location };
    },
  };
}

/** A company that is set up. */
async function aCompany(practice: Parameters<typeof aProfile>[0] = {}): Promise<Rooms> {
  const rooms = someRooms();
  await rooms.setUp.save(aProfile(practice), 'Lea');
  return rooms;
}

describe('a company that is not set up yet', () => {
  test('has a banner that says whose practice stands in, in both languages', async () => {
    const rooms = someRooms();

    expect(await visiting(rooms).open()).toContain('Musterfirma „Muster &amp; Co“');
    expect(await visiting(rooms, 'en').open()).toContain('made-up sample company');
  });

  test('is set up by a form, on record, and holds from the next check on', async () => {
    const rooms = someRooms();
    const { send, open } = visiting(rooms);

    const { status, location } = await send('/', about);

    expect(status).toBe(303);
    expect(location).toMatch(/^\/company\?saved=EC-2026-\w{4}-\w{4}$/);
    const page = await open(location.replace('/company', '/'));
    expect(page).toContain('Gespeichert. Es gilt ab der nächsten Prüfung und steht im Protokoll');
    expect(page).not.toContain('Musterfirma');
    expect(rooms.setUp.company().name).toBe('Probe GmbH');
    expect(await rooms.setUp.profile()).toEqual(aProfile());
  });

  test('keeps everything that was typed when something is wrong, and says where', async () => {
    const rooms = someRooms();

    const { status, text } = await visiting(rooms).send('/', {
      ...about,
      name: '',
      staff: 'zwölf',
      contact: '"><script>alert(1)</script>',
      tools: 'Bildhilfe\nSchreibhilfe',
      by: '',
    });

    expect(status).toBe(400);
    expect(text).toContain('Der Name der Firma fehlt.');
    expect(text).toContain('href="#company-staff"');
    expect(text).toContain('value="zwölf"');
    expect(text).toContain('Bildhilfe\nSchreibhilfe');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('Bitte sagen Sie, wer das ändert.');
    expect(await rooms.setUp.profile()).toBeUndefined();
  });
});

describe('standing practice', () => {
  const lea = { value: answerTo(one), by: 'Lea', until: '2027-06-30' };

  test('asks first what matters in the markets, and folds the rest away', async () => {
    const page = await visiting(await aCompany()).open();
    const folded = page.indexOf('Fragen, auf die es in Ihren Märkten nicht ankommt');

    for (const { id } of standingFacts(knowledge.facts)) {
      const at = page.indexOf(`id="company-${id}"`);
      expect({ id, isFirst: at < folded }).toEqual({ id, isFirst: mattering.has(id) });
    }
  });

  test('is confirmed with name, day and evidence; what nobody touched keeps its own', async () => {
    const rooms = await aCompany({ facts: { [one]: lea } });
    const { send } = visiting(rooms);

    await send('/', {
      ...about,
      by: 'Ben',
      [fieldsOf(one).value]: lea.value,
      [fieldsOf(two).value]: answerTo(two),
      [fieldsOf(two).evidence]: 'Vorlage 7',
    });

    expect((await rooms.setUp.profile())?.facts).toEqual({
      [one]: lea,
      [two]: { value: answerTo(two), by: 'Ben', until: '2027-11-23', evidence: 'Vorlage 7' },
    });
  });

  test('is taken back by "ask every time"', async () => {
    const rooms = await aCompany({ facts: { [one]: lea } });

    await visiting(rooms).send('/', { ...about, [fieldsOf(one).value]: '' });

    expect((await rooms.setUp.profile())?.facts).toEqual({});
  });

  test('is confirmed again by a tick, though the answer stays', async () => {
    const rooms = await aCompany({ facts: { [one]: lea } });

    await visiting(rooms).send('/', {
      ...about,
      by: 'Ben',
      [fieldsOf(one).value]: lea.value,
      [fieldsOf(one).again]: 'yes',
    });

    expect((await rooms.setUp.profile())?.facts[one]).toMatchObject({ by: 'Ben' });
  });

  test.for(['2026-11-22', '2028-12-01', 'soon'])(
    'is not confirmed until %s, and says which days are possible',
    async (until) => {
      const rooms = await aCompany();

      const { status, text } = await visiting(rooms, 'en').send('/', {
        ...about,
        until,
        [fieldsOf(one).value]: answerTo(one),
      });

      expect(status).toBe(400);
      expect(text).toContain('Name a day between today and two years from now.');
      expect((await rooms.setUp.profile())?.facts).toEqual({});
    },
  );

  test('says when there was nothing to change', async () => {
    const rooms = await aCompany();
    const { send, open } = visiting(rooms);

    const { location } = await send('/', about);

    expect(location).toBe('/company?saved=unchanged');
    expect(await open('/?saved=unchanged')).toContain('Es war nichts zu ändern');
  });

  test('is not overwritten by a page that is out of date', async () => {
    const rooms = await aCompany();
    const { version } = rooms.setUp.company();
    await rooms.setUp.save(aProfile({ staff: 99 }), 'Ben');

    const { status, text } = await visiting(rooms).send('/', { ...about, version });

    expect(status).toBe(400);
    expect(text).toContain('Inzwischen hat jemand anderes die Firma geändert.');
    expect(await rooms.setUp.profile()).toMatchObject({ staff: 99 });
  });

  describe('that is due', () => {
    const over = { value: answerTo(one), by: 'Lea', until: '2026-11-22' };
    const soon = { value: answerTo(two), by: 'Lea', until: '2026-12-01' };
    const late = { value: answerTo(facts[2]?.id ?? ''), by: 'Lea', until: '2027-06-30' };
    const all = { [one]: over, [two]: soon, [facts[2]?.id ?? '']: late };

    test('is listed, the most urgent first, with what it means', async () => {
      const page = await visiting(await aCompany({ facts: all })).open();

      expect(page).toContain('wird in jeder Prüfung gefragt');
      expect(page).toContain('abgelaufen seit dem 22. November 2026');
      expect(page.indexOf(`href="#company-${one}"`)).toBeLessThan(
        page.indexOf(`href="#company-${two}"`),
      );
      expect(page).not.toContain(`href="#company-${facts[2]?.id}"`);
    });

    test('is renewed by one button, and nothing else with it', async () => {
      const rooms = await aCompany({ facts: all });

      await visiting(rooms).send('/renew', { by: 'Ben', until: '2027-11-23' });

      expect((await rooms.setUp.profile())?.facts).toEqual({
        [one]: { ...over, by: 'Ben', until: '2027-11-23' },
        [two]: { ...soon, by: 'Ben', until: '2027-11-23' },
        [facts[2]?.id ?? '']: late,
      });
    });

    test('is not renewed by nobody', async () => {
      const rooms = await aCompany({ facts: all });

      const { status, text } = await visiting(rooms).send('/renew', { by: ' ', until: '' });

      expect(status).toBe(400);
      expect(text).toContain('href="#renew-by"');
      expect((await rooms.setUp.profile())?.facts).toEqual(all);
    });
  });
});

describe('roles', () => {
  const anna = {
    id: 'UANNA',
    name: 'Anna',
    role: { de: 'Marketing', en: 'Marketing' },
    language: 'de',
  } as const;

  test('are given by a form, and the person is listed with them', async () => {
    const rooms = someRooms([anna]);
    const { send, open } = visiting(rooms);
    expect(await open()).toContain('Noch hat niemand eine Rolle.');

    const { location } = await send('/roles', {
      person: ' uanna ',
      roles: ['lead', 'manager'],
      by: 'Lea',
    });

    expect(location).toMatch(/^\/company\?saved=EC-/);
    expect(await rooms.setUp.roles()).toEqual([{ person: 'UANNA', roles: ['lead', 'manager'] }]);
    const page = await open('/?person=UANNA');
    expect(page).toContain('Anna (UANNA)');
    expect(page).toMatch(/value="lead"\s+checked/);
  });

  test('are refused with what was typed when the person, the name or the last lead is amiss', async () => {
    const rooms = someRooms();
    const { send } = visiting(rooms);
    await send('/roles', { person: 'U0LEA', roles: ['lead'], by: 'Lea' });

    const person = await send('/roles', { person: 'lea@x.de', roles: ['deputy'], by: 'Lea' });
    const name = await send('/roles', { person: 'U0BEN', roles: ['deputy'], by: '' });
    const last = await send('/roles', { person: 'U0LEA', by: 'Lea' });

    expect(person.text).toContain('Mitglieds-ID kopieren');
    expect(person.text).toMatch(/value="deputy"\s+checked/);
    expect(name.text).toContain('Bitte sagen Sie, wer das ändert.');
    expect(last.text).toContain('Das ist die letzte Compliance-Leitung');
    expect([person, name, last].map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(await rooms.setUp.roles()).toEqual([{ person: 'U0LEA', roles: ['lead'] }]);
  });
});
