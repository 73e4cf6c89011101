import { exitStatus } from '#cli/exit-status.ts';
import type { LogAction } from '#cli/log/action.ts';
import { logPlace, migrateDatabase } from '#house.ts';

const told = {
  de: {
    done: (place: string) => `Auf dem neuesten Stand: ${place}.`,
    files: 'Dateien brauchen das nicht.',
  },
  en: { done: (place: string) => `Up to date: ${place}.`, files: 'Files do not need this.' },
} as const;

/** `log migrate`: the tables of an older version, once somebody has a backup. */
export const migrate: LogAction = {
  usage: 'migrate',
  help: {
    de: 'bringt die Tabellen in PostgreSQL auf den neuesten Stand; vorher sichern (pg_dump), zurück geht es nicht',
    en: 'brings the tables in PostgreSQL up to date; back up first (pg_dump), there is no way back',
  },
  operands: [0, 0],
  async run({ config, language, terminal }) {
    const isDone = await migrateDatabase(config);
    terminal.out(isDone ? told[language].done(logPlace(config)) : told[language].files);
    return exitStatus.done;
  },
};
