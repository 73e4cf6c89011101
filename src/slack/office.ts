import type { Desk } from '#assistant/desk.ts';
import type { House } from '#assistant/house.ts';
import { turns, type Turns } from '#slack/turns.ts';

/** What listeners work with. */
export type Office = {
  /** The house as it stands now; taken once for each thing that is dealt with. */
  readonly house: () => House;
  readonly desk: Desk;
  readonly turns: Turns;
  /** Tells the operator what went wrong; never hears what people wrote. */
  readonly report: (line: string) => void;
};

/** Furnishes an office. */
export function officeOf(house: () => House, desk: Desk, report: (line: string) => void): Office {
  return { house, desk, turns: turns(), report };
}
