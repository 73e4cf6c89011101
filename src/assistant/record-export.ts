import { frameOf } from '#assistant/frame.ts';
import type { House } from '#assistant/house.ts';
import { onRecord } from '#assistant/on-record.ts';

/** How entries leave: as the exact lines, or as a table without or with the texts in clear. */
export type ExportFormat = 'jsonl' | 'csv' | 'csv-with-texts';

/** Puts on record that somebody took entries out, before they leave; indexes are inclusive. */
export async function recordExport(
  body: { readonly format: ExportFormat; readonly first: number; readonly last: number },
  house: House,
): Promise<void> {
  const frame = frameOf(house, {
    op: house.newOperation(),
    at: house.clock.now().toISOString(),
    actor: 'web',
    place: 'web',
  });
  await onRecord({ ...frame, kind: 'export', body, private: {} }, house);
}
