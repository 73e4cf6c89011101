import { z } from 'zod';
import {
  ControlFile,
  FactsFile,
  PacksFile,
  PassageHead,
  PatternsFile,
  ProfileFile,
  RoutesFile,
} from '#knowledge/schemas.ts';

/** The JSON Schemas of the knowledge files, for completion in an editor; by file name. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  const files = {
    'control.json': ControlFile,
    'facts.json': FactsFile,
    'packs.json': PacksFile,
    'passage.json': PassageHead,
    'patterns.json': PatternsFile,
    'profile.json': ProfileFile,
    'routes.json': RoutesFile,
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`,
    ]),
  );
}
