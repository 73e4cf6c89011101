import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';

/** The settings of the program; read from the environment here and nowhere else. */
const Environment = z.object({
  LEITPLANKE_DATA: z
    .string()
    .min(1)
    .default('data')
    .describe('folder for log, desk, keys and the company'),
  LEITPLANKE_KNOWLEDGE: z.string().min(1).optional().describe('folder of the knowledge base'),
  LEITPLANKE_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(7077)
    .describe('port of the page'),
  LEITPLANKE_LANG: Language.optional().describe('language of the terminal: de or en'),
  LEITPLANKE_WORKSPACE: z
    .string()
    // Names a folder: nothing that could lead out of the data folder.
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'letters, digits, _ and - only, at most 64')
    .default('local')
    .describe('name of the workspace in the log'),
  LEITPLANKE_KEK: z
    .string()
    .optional()
    .describe('key that wraps all other keys, 32 bytes in hex; default: a file'),
  SLACK_BOT_TOKEN: z
    .string()
    .optional()
    .describe('not used yet: the real Slack comes with the next version'),
});

export type Config = {
  readonly dataFolder: string;
  readonly knowledgeFolder: string;
  readonly port: number;
  readonly language?: Language | undefined;
  readonly workspace: string;
  readonly kek?: string | undefined;
  readonly hasSlackToken: boolean;
};

const ownKnowledge = fileURLToPath(new URL('../knowledge', import.meta.url));

/** Reads and checks the environment. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    const list = lines.map((line) => `\n  ${line}`).join('');
    throw new Problem(
      'config.invalid',
      { de: `Die Einstellungen stimmen nicht.${list}`, en: `The settings are not right.${list}` },
      {
        remedy: {
          de: 'Berichtigen oder entfernen Sie diese Umgebungsvariablen (README, „Settings“).',
          en: 'Correct or unset these environment variables (README, "Settings").',
        },
      },
    );
  }
  const { data } = read;
  return {
    dataFolder: resolve(data.LEITPLANKE_DATA),
    knowledgeFolder: data.LEITPLANKE_KNOWLEDGE ? resolve(data.LEITPLANKE_KNOWLEDGE) : ownKnowledge,
    port: data.LEITPLANKE_PORT,
    language: data.LEITPLANKE_LANG,
    workspace: data.LEITPLANKE_WORKSPACE,
    kek: data.LEITPLANKE_KEK,
    hasSlackToken: data.SLACK_BOT_TOKEN !== undefined,
  };
}

/** Each setting with its default and meaning, for the README. */
export function settingsTable(): readonly {
  readonly name: string;
  readonly preset: string;
  readonly meaning: string;
}[] {
  const defaults = z.record(z.string(), z.unknown()).parse(Environment.parse({}));
  return Object.entries(Environment.shape).map(([name, schema]) => ({
    name,
    preset: name in defaults ? `\`${JSON.stringify(defaults[name]).replaceAll('"', '')}\`` : '',
    meaning: schema.description ?? '',
  }));
}
