import { randomBytes } from 'node:crypto';
import { operationOf } from '#domain/reference.ts';
import { sqliteLedger } from '#ledger/sqlite.ts';

// Appends to the ledger in a folder and prints each operation that is on record, until it is told
// to stop or is killed.
const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const ledger = sqliteLedger({ folder, workspace: 'T1', random: randomBytes });

for (let number = 0; number < Number(count); number++) {
  const op = operationOf(randomBytes(16));
  await ledger.append({
    op,
    at: '2026-11-23T10:00:00.000Z',
    workspace: 'T1',
    actor: `U${number % 5}`,
    place: 'batch',
    engine: { code: '1', node: '26', knowledge: 'a'.repeat(64), profile: null, reader: 'r' },
    kind: 'error',
    body: { code: name },
    private: { text: 'x'.repeat((number * 997) % 5000) },
  });
  process.stdout.write(`${op}\n`);
}
await ledger.close();
