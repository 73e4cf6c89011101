import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#config.ts';
import type { Profile } from '#domain/company.ts';
import { Problem } from '#domain/problem.ts';
import { profileText } from '#knowledge/profile-file.ts';

/** Where the company of the workspace stands, once it was set up. */
export function companyFolder(config: Config): string {
  return join(config.dataFolder, 'workspaces', config.workspace, 'company');
}

/** The sample company that stands in until a company has been set up. */
export function sampleFolder(config: Config): string {
  return join(config.knowledgeFolder, 'company', 'muster');
}

/** A company that is written but does not hold yet. */
export type Draft = {
  readonly folder: string;
  /** Makes it hold; the profile before it stays beside it, named after the time. */
  readonly putInPlace: (at: Date) => void;
  readonly remove: () => void;
};

/** What a company consists of; the profile last, because with it the company counts as set up. */
const files = ['routes.yaml', 'profile.yaml'] as const;

/** Writes a profile beside the one that holds; who releases what stays as it was. */
export function draftCompany(profile: Profile, config: Config): Draft {
  const folder = companyFolder(config);
  const path = join(folder, 'profile.yaml');
  return writing(folder, () => {
    mkdirSync(folder, { recursive: true });
    const draft = mkdtempSync(join(folder, 'draft-'));
    const own = join(folder, 'routes.yaml');
    const routes = existsSync(own) ? own : join(sampleFolder(config), 'routes.yaml');
    copyFileSync(routes, join(draft, 'routes.yaml'));
    writeFileSync(join(draft, 'profile.yaml'), profileText(profile, folder), { flush: true });
    return {
      folder: draft,
      putInPlace: (at) =>
        writing(folder, () => {
          if (existsSync(path)) copyFileSync(path, join(folder, `profile.${stampOf(at)}.yaml`));
          for (const file of files) renameSync(join(draft, file), join(folder, file));
        }),
      remove: () => rmSync(draft, { recursive: true, force: true }),
    };
  });
}

function stampOf(at: Date): string {
  return at.toISOString().replaceAll(/[:.]/g, '-');
}

function writing<T>(folder: string, step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw new Problem(
      'config.invalid',
      {
        de: `Die Firma lässt sich nicht speichern: In ${folder} lässt sich nicht schreiben.`,
        en: `The company cannot be saved: ${folder} cannot be written.`,
      },
      {
        remedy: {
          de: 'Machen Sie den Ordner beschreibbar und schaffen Sie Platz; es gilt, was vorher galt.',
          en: 'Make the folder writable and free some space; what held before still holds.',
        },
        cause,
      },
    );
  }
}
