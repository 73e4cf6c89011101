import { readFileSync } from 'node:fs';

import { z } from 'zod';

import { findProvisions, formatProvision, parseProvision } from '#domain/provision.ts';

// Prints what each entry of a dossier cites, by canonical name: the main provision first.
// Most entries spell it well enough to be read; the others are mended once, in the file beside.

const Entries = z.array(z.object({ id: z.string(), instrument: z.string(), pinpoint: z.string() }));
type Entry = z.infer<typeof Entries>[number];

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Usage: node scripts/provisions-from-dossier.ts <provisions.json>');
  process.exit(64);
}

const entries = Entries.parse(JSON.parse(readFileSync(path, 'utf8')));
const mended = readMended(new URL('provisions-mended.txt', import.meta.url));
const lines = entries.map((entry) => ({ id: entry.id, names: namesIn(entry) }));
console.log(lines.map(({ id, names }) => `${id}\t${names.join('; ')}`).join('\n'));

const unnamed = lines.filter(({ names }) => names.length === 0).map(({ id }) => id);
const ids = new Set(entries.map(({ id }) => id));
const misspelt = [...mended.values()].flat().filter((name) => !isCanonical(name));
const stray = [...mended.keys()].filter((id) => !ids.has(id));
for (const id of unnamed) console.error(`${id}: no provision could be read; mend it.`);
for (const name of misspelt) console.error(`"${name}" is not a canonical name.`);
for (const id of stray) console.error(`${id} is mended, but not in the dossier.`);
if (unnamed.length + misspelt.length + stray.length > 0) process.exitCode = 65;

function namesIn({ id, instrument, pinpoint }: Entry): readonly string[] {
  const read = () =>
    findProvisions(`${instrument} ${pinpoint}`).map((found) => formatProvision(found, 'en'));
  return mended.get(id) ?? read();
}

function readMended(file: URL): ReadonlyMap<string, readonly string[]> {
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n');
  return new Map(
    rows.map((row) => {
      const [id = '', names = ''] = row.split('\t');
      return [id, names.split('; ')];
    }),
  );
}

function isCanonical(name: string): boolean {
  const found = parseProvision(name);
  return found !== undefined && formatProvision(found, 'en') === name;
}
