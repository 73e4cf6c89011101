import { createPrivateKey } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stoppedClock } from '#clock.ts';
import { readConfig } from '#config.ts';
import { openAnchoredLedger, workspaceFolder } from '#house.ts';
import { aDecision } from '../../contracts/entries.ts';
import { aFolder } from '../../ledger/samples.ts';

/** A workspace whose log was opened for each of the sizes; each time left an anchor and a copy. */
export async function aWorkspace(sizes: readonly number[] = [4, 10, 16]) {
  const config = readConfig({ LEITPLANKE_DATA: aFolder() });
  const folder = workspaceFolder(config);
  const copies: string[] = [];
  let vkey = '';
  let size = 0;
  for (const goal of sizes) {
    const clock = stoppedClock(`2026-11-23T${10 + copies.length}:00:00.000Z`);
    const ledger = await openAnchoredLedger(config, { clock });
    vkey = ledger.vkey;
    for (; size < goal; size++) await ledger.append(aDecision({ workspace: 'local' }));
    await ledger.close();
    const copy = join(config.dataFolder, `copy-${goal}.db`);
    copyFileSync(join(folder, 'ledger.db'), copy);
    copies.push(copy);
  }
  const key = createPrivateKey(readFileSync(join(folder, 'signing-key.pem')));
  return { config, folder, path: join(folder, 'ledger.db'), copies, vkey, key };
}
export type Workspace = Awaited<ReturnType<typeof aWorkspace>>;
