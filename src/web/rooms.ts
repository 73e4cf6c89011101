import type { LogBook } from '#assistant/ledger.ts';
import type { Playground } from '#assistant/playground.ts';
import type { ExportFormat } from '#assistant/record-export.ts';
import type { SetUp } from '#assistant/set-up.ts';
import type { Clock } from '#assistant/house.ts';
import type { Feedbacks } from '#assistant/desk.ts';
import type { Knowledge } from '#domain/knowledge.ts';

/** What the pages show; there once the house is open. */
export type Rooms = {
  /** Not there where the assistant works in a real workspace. */
  readonly playground?: Playground | undefined;
  readonly book: LogBook;
  /** Puts on record that somebody took entries out; resolves when it is there. */
  readonly recordExport: (format: ExportFormat, first: number, last: number) => Promise<void>;
  readonly setUp: SetUp;
  readonly feedback: { readonly list: () => ReturnType<Feedbacks['list']> };
  readonly knowledge: Knowledge;
  readonly clock: Clock;
};

/** The rooms, as a page that is asked for finds them. */
export type OpenRooms = () => Rooms;
