import type { LogAction } from '#cli/log/action.ts';
import type { Config } from '#config.ts';
import type { Language } from '#domain/language.ts';

/** Runs one action of `log` as the terminal does, and gives what it wrote. */
export async function runs(
  action: LogAction,
  config: Config,
  options: {
    readonly flags?: Readonly<Record<string, string | boolean>>;
    readonly words?: readonly string[];
    readonly language?: Language;
  } = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const { flags = {}, words = [], language = 'en' } = options;
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  const terminal = {
    out: write,
    err: write,
    isInteractive: false,
    hasColor: false,
    ask: async () => '',
    readIn: async () => '',
  };
  const status = await action.run({ words: [], flags, config, language, terminal }, words);
  return { status, text: lines.join('\n') };
}
