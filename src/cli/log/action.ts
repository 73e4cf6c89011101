import type { Call } from '#cli/command.ts';
import type { Bilingual } from '#domain/language.ts';

/** One thing that `log` does. */
export type LogAction = {
  /** What follows `log`, with its operands. */
  readonly usage: string;
  readonly help: Bilingual;
  /** How many operands it takes. */
  readonly operands: readonly [least: number, most: number];
  /** Resolves to the exit status. */
  readonly run: (call: Call, operands: readonly string[]) => Promise<number>;
};
