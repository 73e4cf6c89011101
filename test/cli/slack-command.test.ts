import { describe, expect, test } from 'vitest';
import { slackCommand } from '#cli/slack-command.ts';
import { readConfig } from '#config.ts';
import type { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';
import { botScopes, manifest } from '#slack/manifest.ts';
import { aSocketServer } from '../slack/a-socket-server.ts';

type Environment = Readonly<Record<string, string>>;

/** Runs the command in this environment; gives the exit status and what it shows. */
async function run(word: string, environment: Environment, language: Language = 'en') {
  const shown: string[] = [];
  const terminal = {
    out: (line: string) => void shown.push(line),
    err: () => undefined,
    isInteractive: false,
    hasColor: false,
    ask: async () => '',
    readIn: async () => '',
  };
  const config = readConfig(environment);
  const status = await slackCommand.run({ words: [word], flags: {}, config, language, terminal });
  return { status, shown: shown.join('\n') };
}

/** The settings that lead to a server. */
async function settingsFor(given: Parameters<typeof aSocketServer>[0] = {}) {
  const { tokens, ...server } = await aSocketServer(given);
  const settings = {
    SLACK_BOT_TOKEN: tokens.botToken,
    SLACK_APP_TOKEN: tokens.appToken,
    SLACK_API_URL: tokens.apiUrl,
  };
  return { ...server, settings };
}

describe('who brings the assistant into Slack', () => {
  test('gets the manifest to paste', async () => {
    const { status, shown } = await run('manifest', {});

    expect(JSON.parse(shown)).toEqual(manifest);
    expect(status).toBe(0);
  });

  test('is told that both tokens work', async () => {
    const { settings, lines } = await settingsFor();

    const { status, shown } = await run('check', settings);

    expect(shown.match(/✔/g)).toHaveLength(3);
    expect(shown).toContain('@leitplanke in the workspace "local"');
    expect(status).toBe(0);
    expect(lines()).toBe(0);
  });

  test('is told which scopes the app lacks', async () => {
    const scopes = botScopes.filter((scope) => scope !== 'im:history');
    const { settings } = await settingsFor({ scopes });

    const { status, shown } = await run('check', settings, 'de');

    expect(shown).toContain('✘ Der App fehlen Berechtigungen: im:history\n→ ');
    expect(status).toBe(78);
  });

  test('is told which token Slack refuses, and that the other works', async () => {
    const { settings, refuse } = await settingsFor();
    refuse('apps.connections.open', 'not_allowed_token_type');

    const { status, shown } = await run('check', settings);

    expect(shown).toContain('✔ SLACK_BOT_TOKEN works');
    expect(shown).toContain('✘ Slack refuses SLACK_APP_TOKEN: not_allowed_token_type.\n→ ');
    expect(status).toBe(69);
  });

  test('is told where something in between answers for Slack', async () => {
    const { settings, refuse } = await settingsFor();
    refuse('auth.test', '<html>Please sign in to the network</html>');

    const { shown } = await run('check', settings);

    expect(shown).toContain('✘ Slack cannot be reached');
  });

  test('is told that nothing is set up', async () => {
    await expect(run('check', {})).rejects.toMatchObject({ code: 'config.invalid' });
  });
});

describe('the settings refuse', () => {
  test.for<[string, Environment, string]>([
    ['the bot token alone', { SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN'],
    ['the app token alone', { SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
    [
      'a token of a person in place of that of the bot',
      { SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' },
      'SLACK_BOT_TOKEN',
    ],
    [
      'the two tokens in each other’s place',
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      'SLACK_BOT_TOKEN',
    ],
    ['to send the tokens in clear', { SLACK_API_URL: 'http://example.com/api/' }, 'SLACK_API_URL'],
  ])('%s', ([, environment, name]) => {
    const problem = problemOf(() => readConfig(environment));

    expect(problem?.code).toBe('config.invalid');
    for (const language of ['de', 'en'] as const) {
      expect(problem?.toldIn(language)).toContain(name);
      expect(problem?.toldIn(language)).not.toMatch(/xox[bp]-1|xapp-1/);
    }
  });

  test('nothing where the tokens are set but empty', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ' }).slack).toBeUndefined();
  });
});

function problemOf(attempt: () => unknown): Problem | undefined {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  return undefined;
}
