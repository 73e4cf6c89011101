import { z } from 'zod';
import { Profile } from '#domain/company.ts';
import {
  ControlFile,
  FactsFile,
  FlipsFile,
  PacksFile,
  PassageHead,
  PatternsFile,
  TopicsFile,
  RoutesFile,
} from '#knowledge/schemas.ts';

/** The JSON Schemas of the knowledge files, for completion in an editor; by file name. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  const files = {
    'control.json': ControlFile,
    'facts.json': FactsFile,
    'flips.json': FlipsFile,
    'packs.json': PacksFile,
    'topics.json': TopicsFile,
    'passage.json': PassageHead,
    'patterns.json': PatternsFile,
    'profile.json': Profile,
    'routes.json': RoutesFile,
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`,
    ]),
  );
}
