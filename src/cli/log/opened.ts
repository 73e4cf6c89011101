import { join } from 'node:path';
import type { Ledger } from '#assistant/ledger.ts';
import type { Call } from '#cli/command.ts';
import type { Config } from '#config.ts';
import { hasLedger, openLedger, workspaceFolder } from '#house.ts';

/** Reading opens what is there; it never makes a new log where one was expected. */
export async function withLedger(
  { config }: Call,
  work: (ledger: Pick<Ledger, 'read' | 'open'>) => Promise<number>,
): Promise<number> {
  if (!(await hasLedger(config))) return work({ read: async () => [], open: async () => ({}) });
  const ledger = await openLedger(config);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** Where the log of the workspace lies. */
export function ledgerPath(config: Config): string {
  return join(workspaceFolder(config), 'ledger.db');
}
