import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { Call, Command } from '#cli/command.ts';
import type { Config } from '#config.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { Market } from '#cli/machine.ts';
import { systemClock } from '#clock.ts';
import type { FactDefinition } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Bilingual, Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';
import { companyFolder, recordConfig, sampleFolder, workspaceFolder } from '#house.ts';
import { loadCompany } from '#knowledge/company.ts';
import { loadKnowledge } from '#knowledge/load.ts';
import { ProfileFile } from '#knowledge/schemas.ts';

const words = {
  de: {
    name: 'Wie heißt die Firma? ',
    seat: 'In welchem Land ist ihr Sitz (z. B. DE)? ',
    staff: 'Wie viele Beschäftigte hat sie? ',
    markets: `In welchen Märkten werben Sie (mit Komma; ${Market.options.join(' ')})? `,
    contact: 'Wen sollen Ihre Leute fragen, wenn ich nicht weiterweiß (Name oder Adresse)? ',
    practice:
      'Jetzt zur ständigen Praxis: Was hier bestätigt ist, wird nicht bei jeder Kampagne gefragt.\nNummer = so ist es, Eingabe = lieber jedes Mal fragen.',
    by: 'Wer bestätigt diese Angaben (Name)? ',
    number: 'Nummer: ',
    done: (path: string) => `Eingerichtet: ${path}`,
  },
  en: {
    name: 'What is the company called? ',
    seat: 'In which country is its seat (e.g. DE)? ',
    staff: 'How many staff does it have? ',
    markets: `In which markets do you advertise (with commas; ${Market.options.join(' ')})? `,
    contact: 'Whom should staff ask when I cannot help (name or address)? ',
    practice:
      'Now to standing practice: what is confirmed here is not asked for every campaign.\nNumber = this is how it is, Enter = rather ask every time.',
    by: 'Who confirms this (name)? ',
    number: 'Number: ',
    done: (path: string) => `Set up: ${path}`,
  },
} as const;

/** What each detail has to be. */
const expected: Readonly<Record<string, Bilingual>> = {
  name: { de: '--name: der Name der Firma', en: '--name: the name of the company' },
  seat: {
    de: '--seat: das Land des Sitzes, zum Beispiel DE',
    en: '--seat: the country of the seat, such as DE',
  },
  staff: { de: '--staff: eine ganze Zahl ab 1', en: '--staff: a whole number from 1' },
  markets: {
    de: `--markets: einer oder mehrere (mit Komma) von ${Market.options.join(' ')}`,
    en: `--markets: one or more (with commas) of ${Market.options.join(' ')}`,
  },
};

/** Standing practice has to be confirmed again after a year. */
const confirmedDays = 365;

/** `init`: sets up the company of the workspace. */
export const initCommand: Command = {
  usage: 'init [--name NAME --seat DE --staff 45 --markets DE,AT --contact WHO] [--force]',
  summary: { de: 'die eigene Firma einrichten', en: 'set up your company' },
  help: {
    de: 'Fragt auf einem Terminal nach allem, was fehlt, auch nach der ständigen Praxis.\n--force  ein vorhandenes Profil ersetzen (das alte bleibt als profile.<Zeit>.yaml liegen)',
    en: 'On a terminal it asks for whatever is missing, standing practice included.\n--force  replace a profile (the old one stays as profile.<time>.yaml)',
  },
  options: {
    name: { type: 'string' },
    seat: { type: 'string' },
    staff: { type: 'string' },
    markets: { type: 'string' },
    contact: { type: 'string' },
    force: { type: 'boolean' },
  },
  async run(call) {
    const { config, terminal, language, flags } = call;
    const knowledge = loadKnowledge(config.knowledgeFolder);
    const folder = companyFolder(config);
    const path = join(folder, 'profile.yaml');
    if (existsSync(path) && flags['force'] !== true) {
      throw new Problem(
        'usage',
        {
          de: `Die Firma ist schon eingerichtet: ${path}`,
          en: `The company is set up already: ${path}`,
        },
        {
          remedy: {
            de: 'Ändern Sie diese Datei, oder beginnen Sie mit --force neu.',
            en: 'Edit that file, or start over with --force.',
          },
        },
      );
    }
    const profile = await askProfile(call, knowledge);
    const before = versionIn(folder, knowledge);
    const draft = draftOf(profile, config);
    try {
      // On record before it holds; what cannot be recorded leaves the old profile in place.
      const after = loadCompany(draft, knowledge).version;
      await recordConfig(config, { what: 'profile', from: before, to: after });
      if (existsSync(path)) keepOld(path);
      for (const file of files) renameSync(join(draft, file), join(folder, file));
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    terminal.out(words[language].done(path));
    return exitStatus.done;
  },
};

async function askProfile(call: Call, knowledge: Knowledge): Promise<ProfileFile> {
  const { language } = call;
  const word = words[language];
  const profile = {
    name: await answerFor(call, 'name', word.name),
    seat: await answerFor(call, 'seat', word.seat),
    staff: Number(await answerFor(call, 'staff', word.staff)),
    markets: (await answerFor(call, 'markets', word.markets)).split(',').map((one) => one.trim()),
    contact: await answerFor(call, 'contact', word.contact),
    language,
    tools: [],
    facts: await askPractice(call, knowledge),
  };
  const read = ProfileFile.extend({ markets: z.array(Market).min(1) }).safeParse(profile);
  if (read.success) return read.data;
  const unfit = [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
  const list = (spoken: Language) =>
    unfit.map((field) => `\n  ${expected[field]?.[spoken] ?? field}`).join('');
  throw new Problem(
    'input.invalid',
    {
      de: `Diese Angaben passen nicht:${list('de')}`,
      en: `These details do not fit:${list('en')}`,
    },
    {
      remedy: {
        de: 'Rufen Sie init noch einmal auf; geschrieben ist nichts.',
        en: 'Call init again; nothing was written.',
      },
    },
  );
}

async function answerFor(
  { flags, terminal }: Call,
  flag: string,
  question: string,
): Promise<string> {
  const given = flags[flag];
  if (typeof given === 'string') return given;
  if (terminal.isInteractive) return terminal.ask(question);
  throw new Problem(
    'usage',
    { de: `--${flag} fehlt.`, en: `--${flag} is missing.` },
    {
      remedy: {
        de: 'Geben Sie --name --seat --staff --markets --contact an, oder rufen Sie init auf einem Terminal auf.',
        en: 'Give all of --name --seat --staff --markets --contact, or run init on a terminal.',
      },
    },
  );
}

async function askPractice(call: Call, knowledge: Knowledge): Promise<ProfileFile['facts']> {
  const { terminal, language } = call;
  if (!terminal.isInteractive) return {};
  const word = words[language];
  terminal.out(`\n${word.practice}`);
  const settled: Record<string, string> = {};
  for (const fact of knowledge.facts.values()) {
    if (!fact.standing) continue;
    const value = await choose(fact, call);
    if (value !== undefined) settled[fact.id] = value;
  }
  if (Object.keys(settled).length === 0) return {};
  const by = await terminal.ask(word.by);
  const until = new Date(systemClock.now().getTime() + confirmedDays * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return Object.fromEntries(
    Object.entries(settled).map(([id, value]) => [id, { value, by, until }]),
  );
}

async function choose(
  fact: FactDefinition,
  { terminal, language }: Call,
): Promise<string | undefined> {
  terminal.out(`\n${fact.ask[language]}`);
  for (const [index, option] of fact.options.entries())
    terminal.out(`  ${index + 1}  ${option.label[language]}`);
  return fact.options[Number(await terminal.ask(words[language].number)) - 1]?.id;
}

/** What a company consists of; the profile last, because with it the company counts as set up. */
const files = ['routes.yaml', 'profile.yaml'] as const;

/** The new company in a folder beside the old one; who releases what stays as it was. */
function draftOf(profile: ProfileFile, config: Config): string {
  workspaceFolder(config);
  const folder = companyFolder(config);
  const draft = `${folder}.new`;
  mkdirSync(folder, { recursive: true });
  mkdirSync(draft, { recursive: true });
  const own = join(folder, 'routes.yaml');
  const routes = existsSync(own) ? own : join(sampleFolder(config), 'routes.yaml');
  copyFileSync(routes, join(draft, 'routes.yaml'));
  writeFileSync(join(draft, 'profile.yaml'), stringify(profile, { lineWidth: 100 }));
  return draft;
}

/** The version of the company so far; null where there is none that can be read. */
function versionIn(folder: string, knowledge: Knowledge): string | null {
  if (!existsSync(join(folder, 'profile.yaml'))) return null;
  try {
    return loadCompany(folder, knowledge).version;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** The old profile stays beside the new one: nothing that a person confirmed is lost. */
function keepOld(path: string): void {
  const stamp = systemClock.now().toISOString().replaceAll(/[:.]/g, '-');
  copyFileSync(path, path.replace(/\.yaml$/, `.${stamp}.yaml`));
}
