import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { FactCatalog } from '#domain/fact.ts';
import type { Knowledge, Route } from '#domain/knowledge.ts';
import { factsIn } from '#domain/condition.ts';
import { Profile, type Company } from '#domain/company.ts';
import { unknownIn } from '#domain/unfit-profile.ts';
import { knowledgeProblem, nearest, type Fault } from '#knowledge/fault.ts';
import { readYaml } from '#knowledge/read-file.ts';
import { RoutesFile } from '#knowledge/schemas.ts';

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
  const profile = readYaml(join(folder, 'profile.yaml'), 'profile.yaml', Profile);
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
    ...profileFaults(profile.value, knowledge.facts),
    ...routeFaults(found, knowledge.facts),
  );
  if (faults.length > 0) throw knowledgeProblem(faults, folder);
  const { name, language, markets, contact, facts } = profile.value;
  const content = JSON.stringify([profile.value, found]);
  const version = createHash('sha256').update(content).digest('hex');
  return { name, language, markets, contact, practice: facts, routes: found, version };
}

function profileFaults(profile: Profile, facts: FactCatalog): readonly Fault[] {
  return unknownIn(profile, facts).map(({ says, given, known }) => ({
    file: 'profile.yaml',
    message: says.en,
    suggestion: given === undefined ? undefined : nearest(given, known ?? []),
  }));
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
