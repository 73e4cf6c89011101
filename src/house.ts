import { createRequire } from 'node:module';
import { existsSync, mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Clock, House, Reader } from '#assistant/house.ts';
import type { Desk } from '#assistant/desk.ts';
import { keepKnowledge, type Archive } from '#assistant/keep-knowledge.ts';
import type { Ledger } from '#assistant/ledger.ts';
import { systemClock } from '#clock.ts';
import { companyFolder, sampleFolder } from '#company-folder.ts';
import type { Config } from '#config.ts';
import type { Company } from '#domain/company.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { Problem } from '#domain/problem.ts';
import { operationOf } from '#domain/reference.ts';
import { postgresDesk } from '#desk/postgres/desk.ts';
import { sqliteDesk } from '#desk/sqlite.ts';
import { bundleOf } from '#knowledge/bundle.ts';
import { loadCompany, nobody } from '#knowledge/company.ts';
import { loadKnowledge } from '#knowledge/load.ts';
import { embeddedReader } from '#language/embedded-reader.ts';
import { embeddedWriter } from '#language/embedded-writer.ts';
import { anchorFile } from '#ledger/anchors/anchor-file.ts';
import { anchoredLedger } from '#ledger/anchors/anchored-ledger.ts';
import { isThereALog, postgresLedger, verifyPostgres } from '#ledger/postgres/ledger.ts';
import { sqliteLedger } from '#ledger/sqlite.ts';
import type { LedgerStore } from '#ledger/store.ts';
import type { Trusted, Verification } from '#ledger/verification.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { placeOf } from '#postgres/database.ts';
import { embeddedLibrary } from '#retrieval/embedded-library.ts';

/** What differs from one run to the next. */
export type Fittings = {
  /** A profile folder, `none`, or nothing for the company of the workspace. */
  readonly profile?: string | undefined;
  readonly ledger?: Ledger | undefined;
  /** Keeps the knowledge base, so that decisions made with it can be reckoned anew. */
  readonly archive?: Archive | undefined;
  readonly clock?: Clock | undefined;
  /** Hears what takes long at a first start. */
  readonly progress?: ((message: string) => void) | undefined;
};

/** Picks the adapters and puts the house together; every choice of the program is made here. */
export async function buildHouse(config: Config, fittings: Fittings = {}): Promise<House> {
  const knowledge = loadKnowledge(config.knowledgeFolder);
  const company = companyFor(config, fittings.profile, knowledge);
  // What a person has to mend is told before the reader begins to learn.
  const { ledger, archive } = await logFor(config, fittings);
  const foundations = foundationsOf(config, { knowledge, company, ledger, clock: fittings.clock });
  if (archive) await keepKnowledge(knowledge.version, () => bundleOf(knowledge), archive);
  return {
    ...foundations,
    reader: await readerFor(config, knowledge, fittings.progress),
    library: embeddedLibrary(knowledge, knowledge.concepts),
    writer: embeddedWriter(knowledge),
  };
}

async function logFor(
  config: Config,
  fittings: Fittings,
): Promise<Pick<Fittings, 'archive'> & { ledger: Ledger }> {
  if (fittings.ledger) return { ledger: fittings.ledger, archive: fittings.archive };
  const ledger = await openAnchoredLedger(config, fittings);
  return { ledger, archive: ledger };
}

/** What a house rests on: enough to put something on record, without the parts that take long to learn. */
export type Foundations = Omit<House, 'reader' | 'library' | 'writer'>;

/** Adds to a log what every entry in it says. */
export function foundationsOf(
  config: Config,
  parts: Pick<House, 'knowledge' | 'company' | 'ledger'> & Pick<Fittings, 'clock'>,
): Foundations {
  return {
    ...parts,
    clock: parts.clock ?? systemClock,
    newOperation: () => operationOf(randomBytes(16)),
    workspace: config.workspace,
    engine: { code: codeVersion(), node: process.versions.node },
  };
}

async function readerFor(
  config: Config,
  knowledge: Knowledge,
  progress: Fittings['progress'],
): Promise<Reader> {
  return embeddedReader(knowledge, {
    words: knowledge.readingWords,
    cacheFolder: join(config.dataFolder, 'cache'),
    progress: progress ?? (() => undefined),
  });
}

/** Whether the sample company stands in, because nobody has set up the own one. */
export function isSampleCompany(config: Config): boolean {
  return !existsSync(join(companyFolder(config), 'profile.yaml'));
}

/** The folder of a workspace: company, ledger and desk of one tenant, nothing else. */
export function workspaceFolder(config: Config): string {
  const folder = join(config.dataFolder, 'workspaces', config.workspace);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new Problem(
      'log.unavailable',
      {
        de: `In den Datenordner ${config.dataFolder} lässt sich nicht schreiben.`,
        en: `The data folder ${config.dataFolder} cannot be written.`,
      },
      {
        remedy: {
          de: 'Machen Sie ihn beschreibbar, oder nennen Sie mit LEITPLANKE_DATA einen anderen.',
          en: 'Make it writable, or name another one with LEITPLANKE_DATA.',
        },
        cause,
      },
    );
  }
  return folder;
}

/** Opens the decision log of the workspace. */
export async function openLedger(config: Config): Promise<LedgerStore> {
  const options = ledgerOptions(config);
  const { databaseUrl: address } = config;
  return address === undefined ? sqliteLedger(options) : postgresLedger({ ...options, address });
}

function ledgerOptions(config: Config) {
  return {
    folder: workspaceFolder(config),
    workspace: config.workspace,
    random: (size: number) => randomBytes(size),
    ...(config.kek === undefined ? {} : { kek: config.kek }),
  };
}

/** Brings tables of an older version up to date, for somebody who has a backup; false where there are files. */
export async function migrateDatabase(config: Config): Promise<boolean> {
  const { databaseUrl: address } = config;
  if (address === undefined) return false;
  const hasBackup = true;
  await (await postgresLedger({ ...ledgerOptions(config), address, hasBackup })).close();
  await (await postgresDesk({ address, now: () => systemClock.now(), hasBackup })).close();
  return true;
}

/** True where the decision log of the workspace has begun. */
export async function hasLedger(config: Config): Promise<boolean> {
  const { databaseUrl: address, workspace } = config;
  if (address !== undefined) return isThereALog({ address, workspace });
  return existsSync(join(workspaceFolder(config), 'ledger.db'));
}

/** Recomputes the decision log from what is stored, even where it no longer opens. */
export async function verifyLog(config: Config, trusted: Trusted = {}): Promise<Verification> {
  const { databaseUrl: address, workspace } = config;
  return address === undefined
    ? verifyLedger(join(workspaceFolder(config), 'ledger.db'), trusted)
    : verifyPostgres({ address, workspace }, trusted);
}

/** Where the decision log of the workspace is kept, for people: a file or a database. */
export function logPlace(config: Config): string {
  const { databaseUrl } = config;
  if (databaseUrl !== undefined) return `PostgreSQL ${placeOf(databaseUrl)}`;
  return join(workspaceFolder(config), 'ledger.db');
}

/** Opens the decision log for writing: its checkpoints are kept away from it too. */
export async function openAnchoredLedger(
  config: Config,
  { clock = systemClock, progress }: Pick<Fittings, 'clock' | 'progress'> = {},
): Promise<LedgerStore> {
  return anchoredLedger(await openLedger(config), {
    anchors: [anchorFile(anchorPath(config))],
    now: () => clock.now(),
    report: (problem) => progress?.(problem.toldIn(config.language ?? 'de')),
  });
}

/** Where the checkpoints of the workspace are kept: never in the folder that holds its log. */
export function anchorPath(config: Config): string {
  const folder = config.anchorsFolder ?? join(config.dataFolder, 'anchors');
  return join(folder, `${config.workspace}.txt`);
}

/** The company that a check reckons with: of a folder, none, or that of the workspace. */
export function companyFor(
  config: Config,
  profile: string | undefined,
  knowledge: Knowledge,
): Company {
  if (profile === 'none') return nobody;
  if (profile !== undefined) {
    if (existsSync(join(profile, 'profile.yaml'))) return loadCompany(profile, knowledge);
    throw new Problem(
      'input.missing',
      {
        de: `In ${profile} gibt es keine profile.yaml.`,
        en: `There is no profile.yaml in ${profile}.`,
      },
      {
        remedy: {
          de: 'Nennen Sie den Ordner einer Firma (Muster: knowledge/company/muster), oder „none“.',
          en: 'Name the folder of a company (see knowledge/company/muster), or "none".',
        },
      },
    );
  }
  return isSampleCompany(config)
    ? sampleCompany(config, knowledge)
    : loadCompany(companyFolder(config), knowledge);
}

/** The made-up company that stands in until one has been set up. */
export function sampleCompany(config: Config, knowledge: Knowledge): Company {
  return { ...loadCompany(sampleFolder(config), knowledge), isSample: true };
}

function codeVersion(): string {
  const read: unknown = createRequire(import.meta.url)('../package.json');
  return typeof read === 'object' && read !== null && 'version' in read
    ? String(read.version)
    : '0';
}

/** Opens the desk of the workspace. */
export async function openDesk(config: Config, clock: Clock = systemClock): Promise<Desk> {
  const now = () => clock.now();
  const { databaseUrl: address } = config;
  return address === undefined
    ? sqliteDesk({ folder: workspaceFolder(config), now })
    : postgresDesk({ address, now });
}
