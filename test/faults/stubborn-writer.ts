import { randomBytes } from 'node:crypto';
import { Problem } from '#domain/problem.ts';
import { sqliteLedger } from '#ledger/sqlite.ts';
import { anAnswer } from '../contracts/entries.ts';

// Appends to the ledger in a folder and prints each operation that is on record. Where an append
// fails it goes on with the next, as a server would whose users ask again.
const [folder = '', count = '0'] = process.argv.slice(2);
const ledger = sqliteLedger({ folder, workspace: 'T1', random: randomBytes });
void ledger.failed?.then(() => process.stderr.write('stopped\n'));

for (let number = 0; number < Number(count); number++) {
  const entry = anAnswer({ private: { message: 'x'.repeat((number * 997) % 5000) } });
  try {
    await ledger.append(entry);
    process.stdout.write(`${entry.op}\n`);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    process.stderr.write(`refused ${cause.code}: ${cause.message}\n`);
  }
}
await ledger.close();
