import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { lineOf } from '#cli/log/list.ts';
import { withLedger } from '#cli/log/opened.ts';
import { words } from '#cli/log/words.ts';
import { Problem } from '#domain/problem.ts';
import { readReference } from '#domain/reference.ts';

/** `log show`: one entry with its texts. */
export const show: LogAction = {
  usage: 'show REF [--json]',
  help: {
    de: 'ein Eintrag mit seinem Text, z. B. log show EC-2026-7K3M-9QXZ',
    en: 'one entry with its text, e.g. log show EC-2026-7K3M-9QXZ',
  },
  operands: [1, 1],
  async run(call, [typed = '']) {
    const { terminal, flags, language } = call;
    return withLedger(call, async (ledger) => {
      const reference = readReference(typed);
      const [stored] = reference ? await ledger.read({ reference, limit: 1 }) : [];
      if (!stored) throw noSuchEntry(typed);
      if (flags['json'] === true) {
        terminal.out(stored.line);
        return exitStatus.done;
      }
      terminal.out(lineOf(stored));
      terminal.out(JSON.stringify(stored.entry.body, null, 2));
      const opened = Object.entries(await ledger.open(stored.entry));
      const texts = opened.filter(([name]) => name !== 'salt');
      if (texts.length === 0) terminal.out(words[language].erased);
      for (const [name, text] of texts) terminal.out(`\n${name}:\n${text}`);
      return exitStatus.done;
    });
  },
};

/** What to say where a reference leads nowhere. */
export function noSuchEntry(typed: string): Problem {
  return new Problem(
    'input.missing',
    { de: `Einen Eintrag ${typed} gibt es nicht.`, en: `There is no entry ${typed}.` },
    {
      remedy: {
        de: '„leitplanke log list“ zeigt die Aktenzeichen.',
        en: '"leitplanke log list" shows the references.',
      },
    },
  );
}
