import { join } from 'node:path';
import type { Call, Command } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { Problem } from '#domain/problem.ts';
import { factBudget, factsMax, isWithinBudget } from '#knowledge/budget.ts';
import { caseFaults } from '#knowledge/cases.ts';
import { loadCompany } from '#knowledge/company.ts';
import { faultLine } from '#knowledge/fault.ts';
import { inspectKnowledge, loadKnowledge } from '#knowledge/load.ts';
import { handbook } from '#knowledge/handbook.ts';
import { systemClock } from '#clock.ts';

/** `knowledge check` and `knowledge print`: the rule base as a compliance lead sees it. */
export const knowledgeCommand: Command = {
  usage: 'knowledge check|print',
  summary: {
    de: 'Regelwerk prüfen oder als Handbuch ausgeben',
    en: 'check the rule base, or print it as a handbook',
  },
  help: {
    de: 'check  prüft Dateien, Verweise, Fälle und das Faktenbudget; Fehler mit Datei und Zeile\nprint  gibt das Handbuch als Markdown aus (Sprache mit --lang)',
    en: 'check  checks files, references, cases and the fact budget; faults with file and line\nprint  prints the handbook as Markdown (language by --lang)',
  },
  options: {},
  async run(call) {
    const [action, ...rest] = call.words;
    if (action === 'check' && rest.length === 0) return check(call);
    if (action === 'print' && rest.length === 0) return print(call);
    const typed = ['knowledge', ...call.words].join(' ');
    throw new Problem(
      'usage',
      { de: `„${typed}“ ist kein Befehl.`, en: `"${typed}" is not a command.` },
      { remedy: 'leitplanke knowledge check, leitplanke knowledge print' },
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
  const cases = rules.controls.reduce((sum, control) => sum + control.cases.length, 0);
  terminal.out(
    `${rules.facts.size} facts, ${rules.controls.length} controls, ${cases} cases, ` +
      `${rules.passages.size} passages, ${failed.length} faults, ` +
      `version ${knowledge?.version.slice(0, 12) ?? '-'}`,
  );
  return isWithin && failed.length === 0 ? exitStatus.done : exitStatus.config;
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

function print({ config, terminal, language }: Call): number {
  terminal.out(handbook(loadKnowledge(config.knowledgeFolder), language));
  return exitStatus.done;
}
