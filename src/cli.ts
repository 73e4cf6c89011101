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
import { startCommand } from '#cli/start-command.ts';
import { processTerminal } from '#cli/terminal.ts';
import { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';

/** The commands of the terminal, in the order in which help shows them. */
export const commands: Readonly<Record<string, Command>> = {
  start: startCommand,
  init: initCommand,
  ask: askCommand,
  check: checkCommand,
  batch: batchCommand,
  log: logCommand,
  knowledge: knowledgeCommand,
};

/** Runs one command and sets the exit status; a problem becomes one message with a remedy. */
export async function run(words: readonly string[]): Promise<void> {
  const terminal = processTerminal();
  try {
    process.exitCode = await dispatch(words, terminal);
  } catch (error) {
    if (error instanceof Problem) {
      terminal.err(`${error.message}\n→ ${error.remedy}`);
      process.exitCode = statusOfProblem(error.code);
    } else {
      terminal.err(`A fault in Leitplanke itself: ${error instanceof Error ? error.stack : String(error)}`);
      process.exitCode = exitStatus.bug;
    }
  } finally {
    terminal.close();
  }
}

async function dispatch(
  [name = 'help', ...rest]: readonly string[],
  terminal: ReturnType<typeof processTerminal>,
): Promise<number> {
  const config = readConfig(process.env);
  const command = commands[name];
  const common = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = parse(rest, { ...command?.options, ...common });
  const language = languageOf(values['lang'], config.language);
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.out(helpText(commands, positionals[0], language));
    return exitStatus.done;
  }
  if (!command) {
    throw new Problem('usage', `"${name}" is not a command.`, {
      remedy: `Commands: ${Object.keys(commands).join(', ')}. Try "leitplanke --help".`,
    });
  }
  if (values['help'] === true) {
    terminal.out(helpText(commands, name, language));
    return exitStatus.done;
  }
  return command.run({ words: positionals, flags: values, config, language, terminal });
}

function parse(args: readonly string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options']) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: options ?? {}, allowPositionals: true });
    const flags: Record<string, string | boolean | undefined> = {};
    for (const [key, value] of Object.entries(values)) {
      if (!Array.isArray(value)) flags[key] = value;
    }
    return { values: flags, positionals };
  } catch (error) {
    throw new Problem('usage', error instanceof Error ? error.message : String(error), {
      remedy: 'Try the command with --help.',
      cause: error,
    });
  }
}

function languageOf(flag: string | boolean | undefined, configured: Language | undefined): Language {
  if (flag === undefined) return configured ?? 'de';
  const language = Language.safeParse(flag);
  if (language.success) return language.data;
  throw new Problem('usage', `"${String(flag)}" is not a language.`, { remedy: 'Use --lang de or --lang en.' });
}
