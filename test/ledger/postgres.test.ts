import { afterAll, beforeAll } from 'vitest';
import { aPostgres } from '../a-postgres.ts';
import type { Postgres } from '../a-postgres.ts';
import { ledgerContract } from '../contracts/ledger.ts';
import { aLogName, aPostgresLedger } from './a-postgres-ledger.ts';

let server: Postgres;
let address: string;

beforeAll(async () => {
  server = await aPostgres();
  address = await server.aDatabase();
});
afterAll(() => server.stop());

ledgerContract('PostgreSQL', () => {
  const name = aLogName();
  return { open: () => aPostgresLedger({ address, name }) };
});
