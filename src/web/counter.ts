import type { Counter } from '#assistant/counter.ts';

/** What the page puts through: a counter, and how the house is. */
export type OpenCounter = Counter & {
  /** Version of the knowledge and number of entries in the log. */
  health(): Promise<{ readonly knowledge: string; readonly ledger: number }>;
};
