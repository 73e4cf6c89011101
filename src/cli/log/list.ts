import type { Call } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { withLedger } from '#cli/log/opened.ts';
import { words } from '#cli/log/words.ts';
import type { StoredEntry } from '#domain/entry.ts';
import { Problem } from '#domain/problem.ts';

/** `log list`: the newest entries. */
export const list: LogAction = {
  usage: 'list [--limit 20] [--json]',
  help: { de: 'die neuesten Einträge (--limit)', en: 'the newest entries (--limit)' },
  operands: [0, 0],
  async run(call) {
    const { terminal, flags, language } = call;
    const limit = limitIn(call);
    return withLedger(call, async (ledger) => {
      const entries = await ledger.read({ limit });
      if (entries.length === 0) terminal.out(words[language].empty);
      for (const stored of entries) {
        terminal.out(flags['json'] === true ? stored.line : lineOf(stored));
      }
      return exitStatus.done;
    });
  },
};

/** An entry in one line. */
export function lineOf({ index, entry }: StoredEntry): string {
  const verdict = entry.kind === 'decision' ? (entry.body.verdict ?? '-') : '-';
  const when = entry.at.slice(0, 16).replace('T', ' ');
  return [String(index).padStart(5), when, entry.ref, entry.kind.padEnd(8), verdict].join('  ');
}

function limitIn({ flags }: Call): number {
  const limit = Number(flags['limit'] ?? 20);
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new Problem(
    'usage',
    { de: '--limit braucht eine ganze Zahl über 0.', en: '--limit needs a whole number above 0.' },
    { remedy: 'leitplanke log list --limit 50' },
  );
}
