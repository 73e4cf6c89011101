import { join } from 'node:path';
import type { Call } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import { words } from '#cli/knowledge-words.ts';
import { systemClock } from '#clock.ts';
import type { Config } from '#config.ts';
import type { Campaign } from '#domain/impact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { factsOf } from '#domain/logged-facts.ts';
import { verdictNames } from '#domain/verdict-words.ts';
import { hasLedger, openLedger } from '#house.ts';
import { patternCampaigns } from '#knowledge/budget.ts';
import { loadCompany } from '#knowledge/company.ts';
import { differenceBetween, type Changes, type Difference } from '#knowledge/diff.ts';
import { loadKnowledge } from '#knowledge/load.ts';

/** `knowledge diff A B`: what changed between two folders, and which campaigns come out otherwise. */
export async function diff(
  { config, terminal, language, flags }: Call,
  [before, after]: readonly [string, string],
): Promise<number> {
  const [old, young] = [loadKnowledge(before), loadKnowledge(after)];
  const company = loadCompany(join(after, 'company', 'muster'), young);
  const patterns = patternCampaigns(after, young, company, systemClock.today());
  const campaigns = [...patterns, ...(await loggedCampaigns(config))];
  const found = differenceBetween(old, young, campaigns);
  if (flags['json'] === true) {
    terminal.out(JSON.stringify(found));
    return exitStatus.done;
  }

  const word = words[language];
  const lines = (['controls', 'facts', 'passages', 'packs'] as const).flatMap((part) =>
    changeLines(word.parts[part], found[part], word),
  );
  terminal.out(lines.length === 0 ? word.noDifference : lines.join('\n'));
  terminal.out(`\n${word.impact(found.impact.length, campaigns.length)}`);
  for (const one of found.impact) terminal.out(impactLine(one, young, language));
  return exitStatus.done;
}

function changeLines(
  name: string,
  { added, removed, changed }: Changes,
  word: (typeof words)['de' | 'en'],
): readonly string[] {
  const lines = [
    ...added.map((id) => `  + ${id} (${word.added})`),
    ...removed.map((id) => `  - ${id} (${word.removed})`),
    ...changed.map(({ id, parts }) => `  ~ ${id} (${word.changed}: ${parts.join(', ')})`),
  ];
  return lines.length === 0 ? [] : [`${name}:`, ...lines];
}

function impactLine(
  { campaign, before, after, controls }: Difference['impact'][number],
  { controls: all }: Knowledge,
  language: Call['language'],
): string {
  const titles = controls.map((id) => all.find((one) => one.id === id)?.title[language] ?? id);
  const names = verdictNames[language];
  return `  ${campaign}: ${names[before]} → ${names[after]} (${titles.join('; ')})`;
}

/** The decisions of this workspace, from the facts that they were made from. */
async function loggedCampaigns(config: Config): Promise<readonly Campaign[]> {
  if (!(await hasLedger(config))) return [];
  const ledger = await openLedger(config);
  try {
    const campaigns: Campaign[] = [];
    for (let before: number | undefined; ;) {
      const page = await ledger.read({ kind: 'decision', before, limit: pageSize });
      for (const { entry } of page) {
        if (entry.kind !== 'decision') continue;
        campaigns.push({ id: entry.ref, facts: factsOf(entry.body), asOf: entry.body.asOf });
      }
      before = page.at(-1)?.index;
      if (page.length < pageSize) return campaigns;
    }
  } finally {
    await ledger.close();
  }
}

const pageSize = 500;
