import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, parseDocument, stringify, type YAMLMap } from 'yaml';
import { Profile } from '#domain/company.ts';
import { knowledgeProblem } from '#knowledge/fault.ts';
import { parseYaml, readYaml } from '#knowledge/read-file.ts';

const name = 'profile.yaml';

/** The profile in a company folder; nothing where there is none. */
export function readProfile(folder: string): Profile | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const read = readYaml(path, name, Profile);
  if (read.ok) return read.value;
  throw knowledgeProblem(read.faults, folder);
}

/** The profile as the text of a file; comments of the file in that folder stay beside what they explain. */
export function profileText(profile: Profile, folder: string): string {
  const plain = Profile.parse(JSON.parse(JSON.stringify(profile)));
  const path = join(folder, name);
  const kept = existsSync(path) ? changed(readFileSync(path, 'utf8'), plain) : undefined;
  return kept ?? stringify(plain, { lineWidth: 100 });
}

/** The text with only what differs replaced; nothing where that does not come out right. */
function changed(text: string, profile: Profile): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  bringTo(document.contents, profile, (node) => (isNode(node) ? node.toJS(document) : node));
  const after = document.toString({ lineWidth: 100 });
  const read = parseYaml(after, name, Profile);
  return read.ok && isDeepStrictEqual(read.value, profile) ? after : undefined;
}

function bringTo(map: YAMLMap, wanted: object, plain: (node: unknown) => unknown): void {
  const values = new Map<string, unknown>(Object.entries(wanted));
  const gone = map.items
    .map(({ key }) => String(isScalar(key) ? key.value : key))
    .filter((key) => !values.has(key));
  for (const key of gone) map.delete(key);
  for (const [key, value] of values) {
    const node = map.get(key, true);
    if (isMap(node) && typeof value === 'object' && value !== null) bringTo(node, value, plain);
    else if (!isDeepStrictEqual(plain(node), value)) map.set(key, value);
  }
}
