import type { Call } from '#cli/command.ts';
import { Problem } from '#domain/problem.ts';
import { hasLedger, openAnchoredLedger } from '#house.ts';
import type { LedgerStore } from '#ledger/store.ts';

/** Works with the log of the workspace; where there is none, none is made. */
export async function openedLedger<T>(
  { config }: Pick<Call, 'config'>,
  work: (ledger: LedgerStore) => Promise<T>,
): Promise<T> {
  if (!(await hasLedger(config))) throw noLog();
  const ledger = await openAnchoredLedger(config);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

function noLog(): Problem {
  return new Problem(
    'input.missing',
    { de: 'Das Protokoll ist leer.', en: 'The log is empty.' },
    {
      remedy: {
        de: 'Es beginnt mit der ersten Frage. LEITPLANKE_DATA und LEITPLANKE_WORKSPACE sagen, wo es liegt.',
        en: 'It begins with the first question. LEITPLANKE_DATA and LEITPLANKE_WORKSPACE say where it lies.',
      },
    },
  );
}
