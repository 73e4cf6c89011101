import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Desk } from '#assistant/desk.ts';
import type { House } from '#assistant/house.ts';
import type { SetUp } from '#assistant/set-up.ts';
import { companyFolder } from '#company-folder.ts';
import { readConfig, type Config } from '#config.ts';
import type { Company, Profile } from '#domain/company.ts';
import { sampleCompany } from '#house.ts';
import { fileSetUp } from '#set-up.ts';
import { aDesk } from './slack/a-workspace.ts';
import { aHouse, knowledge, recordingLedger } from './samples.ts';

/** What a made-up company puts on file. */
export function aProfile(more: Partial<Profile> = {}): Profile {
  return {
    name: 'Probe GmbH',
    seat: 'DE',
    staff: 12,
    markets: ['DE'],
    language: 'de',
    contact: 'Ida',
    tools: [],
    facts: {},
    ...more,
  };
}

/** A set-up in a folder of its own, with what it has written and who has heard of it. */
export type SettingUp = {
  readonly setUp: SetUp;
  readonly config: Config;
  readonly folder: string;
  readonly house: House;
  readonly desk: Desk;
  readonly ledger: ReturnType<typeof recordingLedger>;
  readonly changes: readonly Company[];
};

/** Settings whose data is in a folder of its own. */
export function aConfig(): Config {
  const data = mkdtempSync(join(tmpdir(), 'set-up-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  return readConfig({ LEITPLANKE_DATA: data, LEITPLANKE_WORKSPACE: 'T1' });
}

export function aSetUp(fittings: Partial<House> = {}, config: Config = aConfig()): SettingUp {
  const ledger = recordingLedger();
  const house = aHouse({ ledger, company: sampleCompany(config, knowledge), ...fittings });
  const desk = aDesk(house);
  const changes: Company[] = [];
  const changed = (company: Company) => void changes.push(company);
  const setUp = fileSetUp({ config, knowledge, house, desk, changed });
  return { setUp, config, folder: companyFolder(config), house, desk, ledger, changes };
}
