import { randomBytes } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { postgresLedger } from '#ledger/postgres/ledger.ts';
import { anAnswer } from '../contracts/entries.ts';

// Appends to the ledger in a database and prints each operation that is on record. While the server
// is away it tries the same operation again, as the assistant does when somebody asks again.
const [address = '', name = '', count = '0'] = process.argv.slice(2);
const options = { address, name, folder: '.', workspace: 'T1', kek: 'ab'.repeat(32) };
const ledger = await insist(() => postgresLedger({ ...options, random: randomBytes }));

for (let number = 0; number < Number(count); number++) {
  const entry = anAnswer({ actor: `U${number % 3}` });
  await insist(() => ledger.append(entry));
  process.stdout.write(`${entry.op}\n`);
}
await ledger.close();

async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      const isAway = cause instanceof Error && 'code' in cause && cause.code === 'log.unavailable';
      if (!isAway) throw cause;
      await after(50);
    }
  }
}
