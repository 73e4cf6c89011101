import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#config.ts';
import { workspaceFolder } from '#house.ts';

/** The persons on legal hold: one id a line in `legal-hold.txt`; what follows a `#` is a remark. */
export function personsOnHold(config: Config): ReadonlySet<string> {
  const path = join(workspaceFolder(config), 'legal-hold.txt');
  if (!existsSync(path)) return new Set();
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return new Set(lines.map((line) => line.replace(/#.*/, '').trim()).filter((id) => id !== ''));
}

/** The files of the company in which an id still stands, such as who confirmed a standing practice. */
export function companyFilesNaming(person: string, config: Config): readonly string[] {
  const folder = join(workspaceFolder(config), 'company');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).includes(person));
}
