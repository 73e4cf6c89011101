import type { Call, Command } from '#cli/command.ts';
import { exitStatus, statusOfProblem } from '#cli/exit-status.ts';
import { Problem } from '#domain/problem.ts';
import { botScopes, manifest } from '#slack/manifest.ts';
import { tryTokens, type Bot } from '#slack/try-tokens.ts';

const words = {
  de: {
    paste:
      'Einfügen unter api.slack.com/apps → „Create New App“ → „From a manifest“; bei einer bestehenden App unter „App Manifest“.',
    bot: ({ workspace, name }: Bot) =>
      `SLACK_BOT_TOKEN gilt: @${name} im Workspace „${workspace}“.`,
    scopes: `Die App hat alle ${botScopes.length} Berechtigungen, die sie braucht.`,
    missing: (scopes: string) =>
      `Der App fehlen Berechtigungen: ${scopes}\n→ Fügen Sie unter „App Manifest“ die Ausgabe von „leitplanke slack manifest“ ein, und installieren Sie die App neu.`,
    app: 'SLACK_APP_TOKEN gilt: Socket Mode ist eingeschaltet.',
    unset: 'Slack ist nicht eingerichtet: SLACK_BOT_TOKEN und SLACK_APP_TOKEN fehlen.',
    create:
      'Legen Sie die App mit der Ausgabe von „leitplanke slack manifest“ an, und setzen Sie beide Variablen (README, „Settings“).',
  },
  en: {
    paste:
      'Paste it at api.slack.com/apps → "Create New App" → "From a manifest"; with an app that is there already at "App Manifest".',
    bot: ({ workspace, name }: Bot) =>
      `SLACK_BOT_TOKEN works: @${name} in the workspace "${workspace}".`,
    scopes: `The app has all ${botScopes.length} scopes that it needs.`,
    missing: (scopes: string) =>
      `The app lacks scopes: ${scopes}\n→ Paste the output of "leitplanke slack manifest" at "App Manifest", and install the app again.`,
    app: 'SLACK_APP_TOKEN works: Socket Mode is on.',
    unset: 'Slack is not set up: SLACK_BOT_TOKEN and SLACK_APP_TOKEN are missing.',
    create:
      'Create the app with the output of "leitplanke slack manifest", and set both variables (README, "Settings").',
  },
} as const;

/** `slack manifest|check`: what an administrator needs to bring the assistant into Slack. */
export const slackCommand: Command = {
  usage: 'slack manifest|check',
  summary: {
    de: 'mit Slack verbinden: App-Manifest ausgeben, Tokens prüfen',
    en: 'connect to Slack: print the app manifest, try the tokens',
  },
  help: {
    de: 'manifest  gibt das Manifest aus, mit dem die Slack-App angelegt wird\ncheck     probiert SLACK_BOT_TOKEN und SLACK_APP_TOKEN; Endstatus 69, wenn Slack eines ablehnt\n          oder nicht erreichbar ist, 78, wenn Tokens oder Berechtigungen fehlen',
    en: 'manifest  prints the manifest from which the Slack app is created\ncheck     tries SLACK_BOT_TOKEN and SLACK_APP_TOKEN; exit status 69 if Slack refuses one or cannot\n          be reached, 78 if tokens or scopes are missing',
  },
  options: {},
  async run(call) {
    const [action, ...rest] = call.words;
    if (action === 'manifest' && rest.length === 0) return print(call);
    if (action === 'check' && rest.length === 0) return check(call);
    const typed = ['slack', ...call.words].join(' ');
    throw new Problem(
      'usage',
      { de: `„${typed}“ ist kein Befehl.`, en: `"${typed}" is not a command.` },
      { remedy: 'leitplanke slack manifest, leitplanke slack check' },
    );
  },
};

function print({ terminal, language }: Call): number {
  terminal.out(JSON.stringify(manifest, null, 2));
  terminal.err(words[language].paste);
  return exitStatus.done;
}

async function check({ config, terminal, language }: Call): Promise<number> {
  if (!config.slack) throw notSetUp();
  const word = words[language];
  const yes = (text: string) => terminal.out(`✔ ${text}`);
  const no = (text: string) => terminal.out(`✘ ${text}`);
  const { bot, app } = await tryTokens(config.slack);
  const problems = [bot, app].filter((found) => found instanceof Problem);
  const missing = bot instanceof Problem ? undefined : bot.missingScopes;

  if (!(bot instanceof Problem)) yes(word.bot(bot));
  if (missing?.length === 0) yes(word.scopes);
  else if (missing) no(word.missing(missing.join(', ')));
  if (!(app instanceof Problem)) yes(word.app);
  // Where Slack cannot be reached, both tokens fail for the same reason.
  for (const told of new Set(problems.map((problem) => problem.toldIn(language)))) no(told);

  const [problem] = problems;
  if (problem) return statusOfProblem(problem.code);
  return missing && missing.length > 0 ? exitStatus.config : exitStatus.done;
}

function notSetUp(): Problem {
  return new Problem(
    'config.invalid',
    { de: words.de.unset, en: words.en.unset },
    { remedy: { de: words.de.create, en: words.en.create } },
  );
}
