import { frameOf } from '#assistant/frame.ts';
import type { House } from '#assistant/house.ts';
import { onRecord } from '#assistant/on-record.ts';

/** Puts on record that somebody took entries out, before they leave; indexes are inclusive. */
export async function recordExport(
  body: { readonly format: 'jsonl' | 'csv'; readonly first: number; readonly last: number },
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
