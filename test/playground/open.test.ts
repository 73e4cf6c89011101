import { describe, expect, onTestFinished, test } from 'vitest';
import type { PersonWithRoles, Role } from '#assistant/desk.ts';
import type { SetUp } from '#assistant/set-up.ts';
import { openPlayground } from '#playground/open.ts';
import { aHouse, muster } from '../samples.ts';
import { aDesk } from '../slack/a-workspace.ts';

/** A set-up that keeps roles in memory, and who gave them. */
function aSetUp(present: readonly PersonWithRoles[] = []) {
  const roles = new Map(present.map((one) => [one.person, one.roles]));
  const given: string[] = [];
  const setUp: SetUp = {
    profile: async () => undefined,
    company: () => muster,
    save: async () => undefined,
    roles: async () => [...roles].map(([person, theirs]) => ({ person, roles: theirs })),
    async assign(person: string, theirs: readonly Role[], by: string) {
      roles.set(person, theirs);
      given.push(by);
    },
  };
  return { setUp, given };
}

async function open(setUp: SetUp) {
  const house = aHouse();
  const reports: string[] = [];
  const opened = await openPlayground(
    () => house,
    aDesk(house),
    setUp,
    (line) => void reports.push(line),
  );
  onTestFinished(() => opened.slack.stop());
  return { ...opened, reports };
}

describe('an open playground', () => {
  test('has somebody who judges cases, and somebody who releases', async () => {
    const { setUp, given } = aSetUp();

    await open(setUp);

    expect(await setUp.roles()).toEqual([
      { person: 'ULEA', roles: ['lead'] },
      { person: 'UBEN', roles: ['manager'] },
    ]);
    expect(given).toEqual(['playground', 'playground']);
  });

  test('leaves roles as they were set up', async () => {
    const present = [{ person: 'UBEN', roles: ['lead'] }] as const;
    const { setUp } = aSetUp(present);

    await open(setUp);

    expect(await setUp.roles()).toEqual(present);
  });

  test('has the real assistant in it', async () => {
    const { playground, reports } = await open(aSetUp().setUp);

    const text = 'Guten Morgen';
    const done = await playground.act('UANNA', { kind: 'say', place: 'DUANNA', text });

    const scene = playground.look('UANNA', 'DUANNA', done.ok ? done.thread : undefined);
    expect(scene?.thread?.messages.map(({ by }) => by)).toEqual(['Anna', 'leitplanke']);
    expect(reports).toEqual([]);
  });
});
