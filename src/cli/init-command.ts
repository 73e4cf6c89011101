import { join } from 'node:path';
import type { SetUp } from '#assistant/set-up.ts';
import type { Call, Command } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { answerFor, askPractice, leadFor, listFor } from '#cli/init-questions.ts';
import { renew } from '#cli/init-renew.ts';
import { words } from '#cli/init-words.ts';
import { withSetUp } from '#cli/workspace-set-up.ts';
import { companyFolder } from '#company-folder.ts';
import type { Profile } from '#domain/company.ts';
import { factInRole } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { Problem } from '#domain/problem.ts';
import { isSampleCompany } from '#house.ts';
import { loadKnowledge } from '#knowledge/load.ts';

/** `init`: sets up the company of the workspace, and renews what it has confirmed. */
export const initCommand: Command = {
  usage: [
    'init [--name NAME --seat DE --staff 45 --markets DE,AT --contact WHO] [--tools A,B] [--lead U024BE7LH] [--force]',
    'init --renew [all] [--by NAME] [--until DAY]',
  ].join('\n       leitplanke '),
  summary: {
    de: 'die eigene Firma einrichten, Bestätigungen erneuern',
    en: 'set up your company, renew confirmations',
  },
  help: {
    de: [
      'Fragt auf einem Terminal nach allem, was fehlt, auch nach der ständigen Praxis.',
      '--tools  KI-Werkzeuge in Gebrauch',
      '--lead   die erste Compliance-Leitung: Mitglieds-ID in Slack',
      '--force  ein vorhandenes Profil ersetzen (das alte bleibt als profile.<Zeit>.yaml liegen)',
      '--renew  durchgehen, was abgelaufen ist oder bald abläuft; mit „all“ alles davon bestätigen',
      '--by     wer bestätigt',
      '--until  bis wann das gilt, JJJJ-MM-TT: ein Jahr, wenn nichts gesagt ist, höchstens zwei',
      'Dasselbe geht auf der Seite „Firma“ (leitplanke start).',
    ].join('\n'),
    en: [
      'On a terminal it asks for whatever is missing, standing practice included.',
      '--tools  AI tools in use',
      '--lead   the first compliance lead: Slack member ID',
      '--force  replace a profile (the old one stays as profile.<time>.yaml)',
      '--renew  walk through what has run out or soon will; with "all" confirm all of it',
      '--by     who confirms',
      '--until  until when that counts, YYYY-MM-DD: a year unless told, two at most',
      'The page "Company" does the same (leitplanke start).',
    ].join('\n'),
  },
  options: {
    name: { type: 'string' },
    seat: { type: 'string' },
    staff: { type: 'string' },
    markets: { type: 'string' },
    contact: { type: 'string' },
    tools: { type: 'string' },
    lead: { type: 'string' },
    by: { type: 'string' },
    until: { type: 'string' },
    renew: { type: 'boolean' },
    force: { type: 'boolean' },
  },
  async run(call) {
    const { config, flags } = call;
    const knowledge = loadKnowledge(config.knowledgeFolder);
    const isRenewal = flags['renew'] === true;
    if (!isRenewal) refuseToOverwrite(call);
    return withSetUp(config, knowledge, (setUp) =>
      isRenewal ? renew(call, knowledge, setUp) : setUpCompany(call, knowledge, setUp),
    );
  },
};

async function setUpCompany(call: Call, knowledge: Knowledge, setUp: SetUp): Promise<number> {
  const { config, flags, terminal, language } = call;
  const word = words[language];
  const profile = await askProfile(call, knowledge);
  const people = await setUp.roles();
  const hasLead = people.some(({ roles }) => roles.includes('lead'));
  const lead = hasLead && flags['lead'] === undefined ? undefined : await leadFor(call);
  const by = flags['by'] ?? Object.values(profile.facts).at(0)?.by;
  const actor = typeof by === 'string' && by !== '' ? by : 'terminal';
  await setUp.save(profile, actor);
  terminal.out(word.done(join(companyFolder(config), 'profile.yaml')));
  if (lead !== undefined) {
    const held = people.find(({ person }) => person === lead)?.roles ?? [];
    await setUp.assign(lead, [...new Set([...held, 'lead' as const])], actor);
    terminal.out(word.leadSet(lead));
  }
  return exitStatus.done;
}

async function askProfile(call: Call, knowledge: Knowledge): Promise<Profile> {
  const { language } = call;
  const word = words[language];
  const known = factInRole(knowledge.facts, 'markets')?.options.map(({ id }) => id) ?? [];
  const about = {
    name: await answerFor(call, 'name', word.name),
    seat: await answerFor(call, 'seat', word.seat),
    staff: Number(await answerFor(call, 'staff', word.staff)),
    markets: (await answerFor(call, 'markets', word.markets(known.join(' '))))
      .split(',')
      .map((one) => one.trim()),
    contact: await answerFor(call, 'contact', word.contact),
    tools: await listFor(call, 'tools', word.tools),
  };
  return { ...about, language, facts: await askPractice(call, knowledge, about.markets) };
}

function refuseToOverwrite({ config, flags }: Call): void {
  if (isSampleCompany(config) || flags['force'] === true) return;
  const path = join(companyFolder(config), 'profile.yaml');
  throw new Problem(
    'usage',
    {
      de: `Die Firma ist schon eingerichtet: ${path}`,
      en: `The company is set up already: ${path}`,
    },
    {
      remedy: {
        de: 'Ändern Sie sie auf der Seite „Firma“ oder in dieser Datei, erneuern Sie Fälliges mit --renew, oder beginnen Sie mit --force neu.',
        en: 'Change it on the page "Company" or in that file, renew what is due with --renew, or start over with --force.',
      },
    },
  );
}
