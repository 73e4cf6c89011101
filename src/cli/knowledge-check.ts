import { join } from 'node:path';
import type { Call } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { words } from '#cli/knowledge-words.ts';
import { systemClock } from '#clock.ts';
import type { Company } from '#domain/company.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { factBudget, factsMax, isWithinBudget } from '#knowledge/budget.ts';
import { caseFaults } from '#knowledge/cases.ts';
import { loadCompany } from '#knowledge/company.ts';
import { faultLine } from '#knowledge/fault.ts';
import { differencesIn, loadFlips } from '#knowledge/flips.ts';
import { inspectKnowledge, loadKnowledge } from '#knowledge/load.ts';
import { upkeepOf } from '#knowledge/upkeep.ts';

/** `knowledge check`: faults with file and line, cases, budget and flips; then what wants a look. */
export function check(call: Call): number {
  const { config, terminal } = call;
  const { rules, faults } = inspectKnowledge(config.knowledgeFolder);
  const failed = [...faults, ...rules.controls.flatMap(caseFaults)];
  for (const fault of failed) terminal.err(faultLine(fault));

  const more = faults.length === 0 ? checkSound(call) : undefined;
  const cases = rules.controls.reduce((sum, control) => sum + control.cases.length, 0);
  terminal.out(
    `${rules.facts.size} facts, ${rules.controls.length} controls, ${cases} cases, ` +
      `${rules.passages.size} passages, ${more?.flips ?? 0} flips, ` +
      `${failed.length + (more?.faults ?? 0)} faults, ` +
      `version ${more?.version.slice(0, 12) ?? '-'}`,
  );
  const isSound = failed.length === 0 && more?.faults === 0 && more.isWithinBudget;
  return isSound ? exitStatus.done : exitStatus.config;
}

/** What only a base without faults can be asked. */
function checkSound(call: Call) {
  const folder = call.config.knowledgeFolder;
  const knowledge = loadKnowledge(folder);
  const company = loadCompany(join(folder, 'company', 'muster'), knowledge);
  const isWithin = checkBudget(call, knowledge, company);
  const { rows: flips, faults } = checkFlips(call, knowledge, company);
  tellUpkeep(call, knowledge, company);
  return { isWithinBudget: isWithin, flips, faults, version: knowledge.version };
}

function checkBudget(
  { config, terminal, language }: Call,
  knowledge: Knowledge,
  company: Company,
): boolean {
  const costs = factBudget(config.knowledgeFolder, knowledge, company, systemClock.today());
  for (const cost of costs) {
    const mark = isWithinBudget(cost) ? 'ok ' : 'BAD';
    terminal.out(
      `${mark} ${cost.facts}/${factsMax} ${cost.verdict.padEnd(23)} ${cost.title[language]}`,
    );
    if (!isWithinBudget(cost)) terminal.err(`    ${cost.obstacles.join('\n    ')}`);
  }
  return costs.every(isWithinBudget);
}

function checkFlips({ config, terminal }: Call, knowledge: Knowledge, company: Company) {
  const flips = loadFlips(config.knowledgeFolder, knowledge);
  const wrong = flips.flatMap((flip) =>
    differencesIn(flip, knowledge, company, systemClock.today()).map(
      (difference) => `flips.yaml: ${flip.id}: ${difference}`,
    ),
  );
  for (const line of wrong) terminal.err(line);
  return { rows: flips.length, faults: wrong.length };
}

/** Nothing here is a fault, and none of it changes the exit status. */
function tellUpkeep(
  { terminal, language, flags }: Call,
  knowledge: Knowledge,
  company: Company,
): void {
  const word = words[language];
  const { unusedFacts, overdue, unverified, ahead, byPack } = upkeepOf(
    knowledge,
    company.routes,
    systemClock.today(),
  );
  for (const { pack, controls, passages } of byPack) {
    terminal.out(`${pack.padEnd(7)} ${word.counts(controls, passages)}`);
  }
  if (unusedFacts.length > 0) terminal.out(word.unused(unusedFacts.join(', ')));
  const [oldest] = overdue;
  if (oldest) terminal.out(word.overdue(overdue.length, `${oldest.id} (${oldest.checked})`));
  if (flags['all'] === true) {
    for (const id of unverified.no) terminal.out(`  ${id}: verified no`);
    for (const id of unverified.partly) terminal.out(`  ${id}: verified partly`);
  }
  terminal.out(word.unverified(unverified.no.length, unverified.partly.length));
  for (const { id, from } of ahead) terminal.out(word.ahead(`${id} (${from})`));
}
