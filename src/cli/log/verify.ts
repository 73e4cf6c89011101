import { existsSync } from 'node:fs';
import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { ledgerPath } from '#cli/log/opened.ts';
import { words } from '#cli/log/words.ts';
import { Problem } from '#domain/problem.ts';
import { verifyLedger } from '#ledger/verify.ts';

/** `log verify`: from the file alone, so that a log which no longer opens is still examined. */
export const verify: LogAction = {
  usage: 'verify [--json]',
  help: {
    de: 'rechnet alles aus der Datei nach; Endstatus 69, wenn etwas nicht stimmt',
    en: 'recomputes everything from the file; exit status 69 if anything is wrong',
  },
  operands: [0, 0],
  async run({ config, terminal, language, flags }) {
    const path = ledgerPath(config);
    if (!existsSync(path)) {
      terminal.out(words[language].empty);
      return exitStatus.done;
    }
    const found = await verifyLedger(path);
    if (flags['json'] === true) terminal.out(JSON.stringify(found));
    if (!found.ok) {
      const places = found.problems.map(({ index, ref, what }) =>
        [index, ref, what].filter((one) => one !== undefined).join('  '),
      );
      throw new Problem('log.damaged', [words[language].broken, ...places].join('\n  '), {
        remedy: words[language].restore,
      });
    }
    if (flags['json'] !== true) {
      terminal.out(
        `${words[language].intact(found.size)}\n  root ${found.root}\n  key  ${found.vkey}`,
      );
    }
    return exitStatus.done;
  },
};
