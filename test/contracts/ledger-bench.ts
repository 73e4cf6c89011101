import type { LedgerStore } from '#ledger/store.ts';

/** One log that several ledgers can be opened on, each as another process would. */
export type LedgerBench = { open(): LedgerStore | Promise<LedgerStore> };
