import { frameOf, type Framing } from '#assistant/frame.ts';
import type { House } from '#assistant/house.ts';
import { onRecord } from '#assistant/on-record.ts';

/**
 * How entries leave: as the exact lines, as a table without or with the texts in clear, as a bundle
 * or a single proof for a stranger to verify, or as all that is held about one person.
 */
export type ExportFormat = 'jsonl' | 'csv' | 'csv-with-texts' | 'bundle' | 'proof' | 'person';

/** Puts on record that somebody took entries out, before they leave; indexes are inclusive. */
export async function recordExport(
  body: { readonly format: ExportFormat; readonly first: number; readonly last: number },
  house: Framing & Pick<House, 'ledger' | 'clock' | 'newOperation'>,
  place: 'web' | 'terminal' = 'web',
): Promise<void> {
  const frame = frameOf(house, {
    op: house.newOperation(),
    at: house.clock.now().toISOString(),
    actor: place,
    place,
  });
  await onRecord({ ...frame, kind: 'export', body, private: {} }, house);
}
