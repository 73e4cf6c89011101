import { parseArgs } from 'node:util';
import { readConfig } from '#config.ts';
import { batchCommand } from '#cli/batch-command.ts';
import { askCommand, checkCommand } from '#cli/check-command.ts';
import type { Command } from '#cli/command.ts';
import { exitStatus, statusOfProblem } from '#cli/exit-status.ts';
import { helpText } from '#cli/help.ts';
import { initCommand } from '#cli/init-command.ts';
import { knowledgeCommand } from '#cli/knowledge-command.ts';
import { logCommand } from '#cli/log-command.ts';
import { privacyCommand } from '#cli/privacy-command.ts';
import { slackCommand } from '#cli/slack-command.ts';
import { startCommand } from '#cli/start-command.ts';
import { processTerminal } from '#cli/terminal.ts';
import { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';

/** The commands of the terminal, in the order in which help shows them. */
export const commands: Readonly<Record<string, Command>> = {
  start: startCommand,
  init: initCommand,
  slack: slackCommand,
  ask: askCommand,
  check: checkCommand,
  batch: batchCommand,
  log: logCommand,
  privacy: privacyCommand,
  knowledge: knowledgeCommand,
};

/** Runs one command and sets the exit status; a problem becomes one message with a remedy. */
export async function run(words: readonly string[]): Promise<void> {
  const terminal = processTerminal();
  const fault = (error: unknown) => {
    terminal.err(
      `A fault in Leitplanke itself: ${error instanceof Error ? error.stack : String(error)}`,
    );
    return exitStatus.bug;
  };
  // Node itself would say 1, which means "not allowed".
  process.once('uncaughtException', (error) => process.exit(fault(error)));
  const asked = languageFlagIn(words);
  let language: Language = 'de';
  try {
    language = languageOf(asked.flag, process.env['LEITPLANKE_LANG']);
    process.exitCode = await dispatch(asked.rest, asked.flag, language, terminal);
  } catch (error) {
    if (error instanceof Problem) terminal.err(error.toldIn(language));
    process.exitCode = error instanceof Problem ? statusOfProblem(error.code) : fault(error);
  } finally {
    terminal.close();
  }
}

async function dispatch(
  [name = 'help', ...rest]: readonly string[],
  lang: string | undefined,
  language: Language,
  terminal: ReturnType<typeof processTerminal>,
): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.out(helpText(commands, rest[0], language));
    return exitStatus.done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw noSuchCommand(name);
  const { values, positionals } = parse(rest, {
    ...command.options,
    help: { type: 'boolean', short: 'h' },
  });
  if (values['help'] === true) {
    terminal.out(helpText(commands, name, language));
    return exitStatus.done;
  }
  const config = readConfig(process.env);
  return command.run({
    words: positionals,
    flags: { ...values, lang },
    config,
    language,
    terminal,
  });
}

function noSuchCommand(name: string): Problem {
  const names = Object.keys(commands).join(', ');
  return new Problem(
    'usage',
    { de: `„${name}“ ist kein Befehl.`, en: `"${name}" is not a command.` },
    {
      remedy: {
        de: `Befehle: ${names}. Mehr mit „leitplanke --help“.`,
        en: `Commands: ${names}. More with "leitplanke --help".`,
      },
    },
  );
}

function parse(
  args: readonly string[],
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options'],
) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: options ?? {},
      allowPositionals: true,
    });
    const flags: Record<string, string | boolean | undefined> = {};
    for (const [key, value] of Object.entries(values)) {
      if (!Array.isArray(value)) flags[key] = value;
    }
    return { values: flags, positionals };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const [, option] = /^Unknown option '([^']+)'/.exec(detail) ?? [];
    throw new Problem(
      'usage',
      option === undefined
        ? { de: `Die Optionen stimmen nicht: ${detail}`, en: detail }
        : {
            de: `Die Option ${option} gibt es hier nicht.`,
            en: `There is no option ${option} here.`,
          },
      {
        remedy: {
          de: 'Rufen Sie den Befehl mit --help auf.',
          en: 'Call the command with --help.',
        },
        cause: error,
      },
    );
  }
}

/** Takes `--lang` out wherever it stands: even a complaint about the rest is in that language. */
function languageFlagIn(words: readonly string[]): {
  readonly flag: string | undefined;
  readonly rest: readonly string[];
} {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  const at = words.slice(0, end).findLastIndex((word) => /^--lang(=|$)/.test(word));
  if (at === -1) return { flag: undefined, rest: words };
  const [, joined] = /^--lang=(.*)$/.exec(words[at] ?? '') ?? [];
  return {
    flag: joined ?? words[at + 1] ?? '',
    rest: words.toSpliced(at, joined === undefined ? 2 : 1),
  };
}

/** An unfit setting is told later, with all others. */
function languageOf(flag: string | undefined, configured: string | undefined): Language {
  if (flag === undefined) return Language.catch('de').parse(configured);
  const language = Language.safeParse(flag);
  if (language.success) return language.data;
  throw new Problem(
    'usage',
    {
      de: `„${flag}“ ist keine Sprache, die ich spreche.`,
      en: `"${flag}" is not a language I speak.`,
    },
    { remedy: '--lang de, --lang en' },
  );
}
