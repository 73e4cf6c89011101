import { existsSync } from 'node:fs';
import type { Call } from '#cli/command.ts';
import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { ledgerPath } from '#cli/log/opened.ts';
import { words } from '#cli/log/words.ts';
import { systemClock } from '#clock.ts';
import type { Config } from '#config.ts';
import { Problem } from '#domain/problem.ts';
import { workspaceFolder } from '#house.ts';
import { backUp } from '#ledger/backup/back-up.ts';
import type { Manifest } from '#ledger/backup/manifest.ts';

const told = {
  de: (out: string, { size, deleteKeysBy }: Manifest) =>
    `Gesichert und geprüft: ${size} Einträge in ${out}.\n` +
    `Bewahren Sie ${out}/keys getrennt auf, und löschen Sie es spätestens am ${deleteKeysBy}: Diese Schlüssel öffnen auch Texte, die seither gelöscht wurden.`,
  en: (out: string, { size, deleteKeysBy }: Manifest) =>
    `Backed up and verified: ${size} entries in ${out}.\n` +
    `Keep ${out}/keys apart, and delete it by ${deleteKeysBy}: these keys also open texts that were erased since.`,
};

/** `log backup`: a verified copy, while the program runs. */
export const backup: LogAction = {
  usage: 'backup --out FOLDER [--json]',
  help: {
    de: 'sichert Protokoll, Schlüssel und Ablage im laufenden Betrieb und prüft die Kopie',
    en: 'backs up log, keys and desk while the program runs, and verifies the copy',
  },
  operands: [0, 0],
  async run(call) {
    const { config, language, terminal, flags } = call;
    const out = folderIn(call, 'out');
    refuseDatabase(config);
    if (!existsSync(ledgerPath(config))) {
      terminal.out(words[language].empty);
      return exitStatus.inputMissing;
    }
    const manifest = await backUp({
      folder: workspaceFolder(config),
      out,
      workspace: config.workspace,
      now: systemClock.now(),
    });
    terminal.out(flags['json'] === true ? JSON.stringify(manifest) : told[language](out, manifest));
    return exitStatus.done;
  },
};

/** A database has tools of its own for that, which know all of it. */
export function refuseDatabase({ databaseUrl }: Config): void {
  if (databaseUrl === undefined) return;
  throw new Problem(
    'usage',
    {
      de: 'Das Protokoll liegt in PostgreSQL; dieser Befehl sichert Dateien.',
      en: 'The log is in PostgreSQL; this command backs up files.',
    },
    {
      remedy: {
        de: 'Sichern Sie mit pg_dump und spielen Sie mit pg_restore ein; prüfen Sie danach mit „leitplanke log verify --anchors“.',
        en: 'Back up with pg_dump and restore with pg_restore; then check with "leitplanke log verify --anchors".',
      },
    },
  );
}

/** The folder that a flag names. */
export function folderIn({ flags }: Call, name: 'out' | 'from'): string {
  const folder = flags[name];
  if (typeof folder === 'string' && folder !== '') return folder;
  throw new Problem(
    'usage',
    { de: `--${name} braucht einen Ordner.`, en: `--${name} needs a folder.` },
    {
      remedy:
        name === 'out'
          ? 'leitplanke log backup --out backup-2026-11-23'
          : 'leitplanke log restore --from backup-2026-11-23',
    },
  );
}
