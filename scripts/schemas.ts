import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { BatchError, BatchIn, BatchOut } from '#cli/machine.ts';
import { jsonSchemas } from '#knowledge/json-schemas.ts';

/** Writes the JSON Schemas of the knowledge files and of the machine interface. */
mkdirSync('knowledge/schemas', { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) {
  writeFileSync(`knowledge/schemas/${name}`, text);
}

mkdirSync('docs/schemas', { recursive: true });
const machine = {
  'batch-in.json': BatchIn,
  'batch-out.json': BatchOut,
  'batch-error.json': BatchError,
};
for (const [name, schema] of Object.entries(machine)) {
  writeFileSync(`docs/schemas/${name}`, `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`);
}
