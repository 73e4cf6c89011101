import { LogLevel, type Logger } from '@slack/bolt';

/** Hands warnings and errors of the Slack library to one place; its chatter, which may quote people, is dropped. */
export function loggerTo(write: (line: string) => void): Logger {
  const say =
    (level: LogLevel) =>
    (...parts: readonly unknown[]) =>
      write(`slack ${level}: ${parts.map(lineOf).join(' ')}`);
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: say(LogLevel.WARN),
    error: say(LogLevel.ERROR),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

function lineOf(part: unknown): string {
  return part instanceof Error ? `${part.name}: ${part.message}` : String(part);
}
