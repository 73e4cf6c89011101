import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { PlaygroundPerson } from '#assistant/playground.ts';
import { sampleCompany, workspaceFolder } from '#house.ts';
import { logBookOf } from '#ledger/log-book.ts';
import { sqliteLedger } from '#ledger/sqlite.ts';
import { fileSetUp } from '#set-up.ts';
import { siteFor } from '#web/site.ts';
import type { Rooms } from '#web/rooms.ts';
import { aConfig } from '../a-set-up.ts';
import { aHouse, knowledge } from '../samples.ts';
import { aDesk } from '../slack/a-workspace.ts';

/** The rooms of a site whose company is kept in a folder of its own, with a real log. */
export function someRooms(persons: readonly PlaygroundPerson[] = []): Rooms {
  const config = aConfig();
  const { workspace } = config;
  const ledger = sqliteLedger({ folder: workspaceFolder(config), workspace, random: randomBytes });
  onTestFinished(() => ledger.close());
  const house = aHouse({ ledger, company: sampleCompany(config, knowledge) });
  const desk = aDesk(house);
  return {
    book: logBookOf(ledger),
    recordExport: async () => undefined,
    setUp: fileSetUp({ config, knowledge, house, desk }),
    feedback: { list: async () => [] },
    knowledge,
    clock: house.clock,
    ...(persons.length === 0 ? {} : { playground: aPlayground(persons) }),
  };
}

/** The site around these rooms, as it is before anybody came through its door. */
export function aSite(rooms: Rooms): ReturnType<typeof siteFor> {
  return siteFor(() => rooms, { token: 'start-token', report: () => undefined });
}

function aPlayground(persons: readonly PlaygroundPerson[]): Rooms['playground'] {
  return {
    persons,
    samples: [],
    look: () => undefined,
    home: () => undefined,
    act: async () => ({ ok: false, why: 'no-such-place' }),
    traffic: () => [],
  };
}
