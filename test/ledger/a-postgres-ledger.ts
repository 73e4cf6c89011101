import { onTestFinished } from 'vitest';
import { postgresLedger } from '#ledger/postgres/ledger.ts';
import type { PostgresLedgerOptions } from '#ledger/postgres/ledger.ts';
import type { LedgerStore } from '#ledger/store.ts';
import { seeded } from './samples.ts';

const kek = 'ab'.repeat(32);
let opened = 0;
let logs = 0;

/** A name that no other log of these tests has. */
export function aLogName(): string {
  logs += 1;
  return `log${logs}`;
}

/** A ledger in PostgreSQL that is closed after the test. */
export async function aPostgresLedger(
  options: Partial<PostgresLedgerOptions> & Pick<PostgresLedgerOptions, 'address' | 'name'>,
): Promise<LedgerStore> {
  opened += 1;
  const random = seeded(`ledger ${opened}`);
  const ledger = await postgresLedger({ folder: '.', workspace: 'T1', random, kek, ...options });
  onTestFinished(() => ledger.close());
  return ledger;
}
