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
  LEITPLANKE_ANCHORS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'folder for signed checkpoints of the log, best on another disk; default: `anchors` in the data folder',
    ),
  LEITPLANKE_DATABASE_URL: z
    .string()
    .trim()
    .regex(/^postgres(?:ql)?:\/\//, 'an address that begins with postgres://')
    .optional()
    .describe('PostgreSQL for log and desk, `postgres://…`; default: files in the data folder'),
  SLACK_BOT_TOKEN: z
    .string()
    .trim()
    .optional()
    .describe('token of the Slack app (`xoxb-…`); with it the assistant is in your Slack'),
  SLACK_APP_TOKEN: z
    .string()
    .trim()
    .optional()
    .describe('app-level token of the Slack app (`xapp-…`); goes with the one above'),
  SLACK_API_URL: z
    .string()
    // The tokens go there: in clear to nobody but this machine.
    .regex(
      /^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/])/,
      'an address that begins with https://',
    )
    .optional()
    .describe("address of the Web API, if it is not Slack's own"),
});

export type Config = {
  readonly dataFolder: string;
  readonly knowledgeFolder: string;
  readonly port: number;
  readonly language?: Language | undefined;
  readonly workspace: string;
  readonly kek?: string | undefined;
  /** Where checkpoints of the log are kept; beside the workspaces unless given. */
  readonly anchorsFolder?: string | undefined;
  /** The PostgreSQL database for log and desk; files in the data folder unless given. */
  readonly databaseUrl?: string | undefined;
  /** The line to a real workspace; absent where people use the playground. */
  readonly slack?: SlackSettings | undefined;
};

/** What it takes to connect to Slack. */
export type SlackSettings = {
  readonly botToken: string;
  readonly appToken: string;
  /** Slack's own unless given. */
  readonly apiUrl?: string | undefined;
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
    anchorsFolder: data.LEITPLANKE_ANCHORS && resolve(data.LEITPLANKE_ANCHORS),
    databaseUrl: data.LEITPLANKE_DATABASE_URL,
    slack: slackIn(data),
  };
}

/** Both tokens or neither: with one alone nothing can be heard, or nothing said. */
function slackIn(data: z.infer<typeof Environment>): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl } = data;
  if (!botToken && !appToken) return undefined;
  if (!botToken?.startsWith('xoxb-')) throw unfitToken('SLACK_BOT_TOKEN', botToken);
  if (!appToken?.startsWith('xapp-')) throw unfitToken('SLACK_APP_TOKEN', appToken);
  return { botToken, appToken, apiUrl };
}

const tokens = {
  SLACK_BOT_TOKEN: {
    prefix: 'xoxb-',
    de: 'api.slack.com/apps → Ihre App → „OAuth & Permissions“ → „Bot User OAuth Token“',
    en: 'api.slack.com/apps → your app → "OAuth & Permissions" → "Bot User OAuth Token"',
  },
  SLACK_APP_TOKEN: {
    prefix: 'xapp-',
    de: 'api.slack.com/apps → Ihre App → „Basic Information“ → „App-Level Tokens“, mit der Berechtigung connections:write',
    en: 'api.slack.com/apps → your app → "Basic Information" → "App-Level Tokens", with the scope connections:write',
  },
} as const;

/** Names the variable, never what stands in it. */
function unfitToken(name: keyof typeof tokens, value: string | undefined): Problem {
  const { prefix, de, en } = tokens[name];
  return new Problem(
    'config.invalid',
    value
      ? { de: `${name} beginnt nicht mit ${prefix}.`, en: `${name} does not begin with ${prefix}.` }
      : {
          de: `Für Slack fehlt ${name} (beginnt mit ${prefix}).`,
          en: `Slack needs ${name} as well (it begins with ${prefix}).`,
        },
    {
      remedy: {
        de: `Dort finden Sie es: ${de}. Ohne Slack entfernen Sie beide Tokens aus der Umgebung.`,
        en: `You find it at ${en}. To run without Slack, unset both tokens.`,
      },
    },
  );
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
