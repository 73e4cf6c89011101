import type { Desk } from '#assistant/desk.ts';

/** One desk that several processes can sit at; `clock.at` is the time that it reads. */
export type DeskBench = { open(): Desk | Promise<Desk>; readonly clock: { at: string } };

export const op = '7K3M9QXZ000000000000000000';
