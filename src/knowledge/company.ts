import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { factInRole, type FactCatalog } from '#domain/fact.ts';
import type { Knowledge, Route } from '#domain/knowledge.ts';
import { factsIn } from '#domain/condition.ts';
import type { Company } from '#domain/company.ts';
import { knowledgeProblem, nearest, type Fault } from '#knowledge/fault.ts';
import { readYaml } from '#knowledge/read-file.ts';
import { ProfileFile, RoutesFile } from '#knowledge/schemas.ts';

/** A company that has said nothing about itself: every standing fact is unknown. */
export const nobody: Company = {
  name: '',
  language: 'de',
  markets: [],
  practice: {},
  routes: [],
  version: createHash('sha256').update('').digest('hex'),
};

/** Loads a company folder (`profile.yaml`, `routes.yaml`) and checks it against the vocabulary. */
export function loadCompany(folder: string, knowledge: Knowledge): Company {
  const profile = readYaml(join(folder, 'profile.yaml'), 'profile.yaml', ProfileFile);
  const routesPath = join(folder, 'routes.yaml');
  const routes = existsSync(routesPath)
    ? readYaml(routesPath, 'routes.yaml', RoutesFile)
    : undefined;
  const faults = [profile, ...(routes ? [routes] : [])].flatMap((read) =>
    read.ok ? [] : read.faults,
  );
  if (!profile.ok) throw knowledgeProblem(faults, folder);

  const found = routes?.ok ? routes.value : [];
  faults.push(
    ...marketFaults(profile.value, knowledge.facts),
    ...practiceFaults(profile.value, knowledge.facts),
    ...routeFaults(found, knowledge.facts),
  );
  if (faults.length > 0) throw knowledgeProblem(faults, folder);
  const { name, language, markets, contact, facts } = profile.value;
  const content = JSON.stringify([profile.value, found]);
  const version = createHash('sha256').update(content).digest('hex');
  return { name, language, markets, contact, practice: facts, routes: found, version };
}

function marketFaults({ markets }: ProfileFile, facts: FactCatalog): readonly Fault[] {
  const known = factInRole(facts, 'markets')?.options.map((option) => option.id) ?? [];
  return markets
    .filter((market) => !known.includes(market))
    .map((market) => ({
      file: 'profile.yaml',
      message: `unknown market "${market}"; known are ${known.join(' ')}`,
    }));
}

function practiceFaults(profile: ProfileFile, facts: FactCatalog): readonly Fault[] {
  return Object.entries(profile.facts).flatMap(([id, entry]): readonly Fault[] => {
    const file = 'profile.yaml';
    const fact = facts.get(id);
    if (!fact)
      return [{ file, message: `unknown fact "${id}"`, suggestion: nearest(id, facts.keys()) }];
    if (!fact.standing)
      return [{ file, message: `"${id}" is about one campaign, not standing practice` }];
    const known = fact.options.map((option) => option.id);
    return [entry.value]
      .flat()
      .filter((value) => !known.includes(value))
      .map((value) => ({
        file,
        message: `"${id}" has no option "${value}"`,
        suggestion: nearest(value, known),
      }));
  });
}

function routeFaults(routes: readonly Route[], facts: FactCatalog): readonly Fault[] {
  return routes
    .flatMap((route) => factsIn(route.when))
    .filter((id) => !facts.has(id))
    .map((id) => ({
      file: 'routes.yaml',
      message: `unknown fact "${id}"`,
      suggestion: nearest(id, facts.keys()),
    }));
}
