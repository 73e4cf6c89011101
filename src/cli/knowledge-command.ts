import { join } from 'node:path';
import type { Call, Command } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { Problem } from '#domain/problem.ts';
import { factBudget, factsMax, isWithinBudget } from '#knowledge/budget.ts';
import { caseFaults } from '#knowledge/cases.ts';
import { loadCompany } from '#knowledge/company.ts';
import { faultLine } from '#knowledge/fault.ts';
import { flipPage } from '#knowledge/flip-page.ts';
import { differencesIn, loadFlips } from '#knowledge/flips.ts';
import { inspectKnowledge, loadKnowledge } from '#knowledge/load.ts';
import { handbook } from '#knowledge/handbook.ts';
import { systemClock } from '#clock.ts';

/** `knowledge check` and `knowledge print`: the rule base as a compliance lead sees it. */
export const knowledgeCommand: Command = {
  usage: 'knowledge check|print [flips]',
  summary: {
    de: 'Regelwerk prüfen oder als Handbuch ausgeben',
    en: 'check the rule base, or print it as a handbook',
  },
  help: {
    de: 'check  prüft Dateien, Verweise, Fälle und das Faktenbudget; Fehler mit Datei und Zeile\nprint  gibt das Handbuch als Markdown aus (Sprache mit --lang)\nprint flips  gibt aus, wo dieselben Angaben in zwei Ländern anders ausgehen',
    en: 'check  checks files, references, cases and the fact budget; faults with file and line\nprint  prints the handbook as Markdown (language by --lang)\nprint flips  prints where the same facts end differently in two countries',
  },
  options: {},
  async run(call) {
    const [action, ...rest] = call.words;
    if (action === 'check' && rest.length === 0) return check(call);
    if (action === 'print' && rest.length === 0) return print(call);
    if (action === 'print' && rest.join(' ') === 'flips') return printFlips(call);
    const typed = ['knowledge', ...call.words].join(' ');
    throw new Problem(
      'usage',
      { de: `„${typed}“ ist kein Befehl.`, en: `"${typed}" is not a command.` },
      { remedy: 'leitplanke knowledge check, leitplanke knowledge print [flips]' },
    );
  },
};

function check(call: Call): number {
  const { config, terminal } = call;
  const { rules, faults } = inspectKnowledge(config.knowledgeFolder);
  const failed = [...faults, ...rules.controls.flatMap(caseFaults)];
  for (const fault of failed) terminal.err(faultLine(fault));

  const knowledge = faults.length === 0 ? loadKnowledge(config.knowledgeFolder) : undefined;
  const isWithin = knowledge !== undefined && checkBudget(call, knowledge);
  const flips = knowledge === undefined ? undefined : checkFlips(call, knowledge);
  const cases = rules.controls.reduce((sum, control) => sum + control.cases.length, 0);
  terminal.out(
    `${rules.facts.size} facts, ${rules.controls.length} controls, ${cases} cases, ` +
      `${rules.passages.size} passages, ${flips?.rows ?? 0} flips, ` +
      `${failed.length + (flips?.faults ?? 0)} faults, ` +
      `version ${knowledge?.version.slice(0, 12) ?? '-'}`,
  );
  const isSound = isWithin && failed.length === 0 && flips?.faults === 0;
  return isSound ? exitStatus.done : exitStatus.config;
}

function checkBudget({ config, terminal, language }: Call, knowledge: Knowledge): boolean {
  const folder = config.knowledgeFolder;
  const company = loadCompany(join(folder, 'company', 'muster'), knowledge);
  const costs = factBudget(folder, knowledge, company, systemClock.today());
  for (const cost of costs) {
    const mark = isWithinBudget(cost) ? 'ok ' : 'BAD';
    terminal.out(
      `${mark} ${cost.facts}/${factsMax} ${cost.verdict.padEnd(23)} ${cost.title[language]}`,
    );
    if (!isWithinBudget(cost)) terminal.err(`    ${cost.obstacles.join('\n    ')}`);
  }
  return costs.every(isWithinBudget);
}

function checkFlips({ config, terminal }: Call, knowledge: Knowledge) {
  const company = loadCompany(join(config.knowledgeFolder, 'company', 'muster'), knowledge);
  const flips = loadFlips(config.knowledgeFolder, knowledge);
  const wrong = flips.flatMap((flip) =>
    differencesIn(flip, knowledge, company, systemClock.today()).map(
      (difference) => `flips.yaml: ${flip.id}: ${difference}`,
    ),
  );
  for (const line of wrong) terminal.err(line);
  return { rows: flips.length, faults: wrong.length };
}

function printFlips({ config, terminal, language }: Call): number {
  const knowledge = loadKnowledge(config.knowledgeFolder);
  terminal.out(flipPage(loadFlips(config.knowledgeFolder, knowledge), knowledge, language));
  return exitStatus.done;
}

function print({ config, terminal, language }: Call): number {
  terminal.out(handbook(loadKnowledge(config.knowledgeFolder), language));
  return exitStatus.done;
}
