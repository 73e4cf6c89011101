import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import type { Terminal } from '#cli/command.ts';

/** The terminal of this process. */
export function processTerminal(): Terminal & { close: () => void } {
  const lines: { current?: Interface; closed?: Promise<string> } = {};
  // Whoever reads only the first lines (`| head`) has seen enough; the work and its status stay.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', unlessClosed);
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    isInteractive: process.stdin.isTTY && process.stdout.isTTY,
    hasColor: process.stdout.isTTY && !process.env['NO_COLOR'],
    async ask(question) {
      lines.current ??= createInterface({ input: process.stdin, output: process.stdout });
      lines.closed ??= once(lines.current, 'close').then(() => '');
      // Who ends the input (Ctrl+D) has nothing to add: each further question is skipped.
      const answered = lines.current.question(question).catch(() => '');
      return (await Promise.race([answered, lines.closed])).trim();
    },
    readIn: () => text(process.stdin),
    close: () => lines.current?.close(),
  };
}

function unlessClosed(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
}
