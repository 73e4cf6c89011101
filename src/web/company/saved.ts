import type { Reference } from '#domain/reference.ts';
import type { Rooms } from '#web/rooms.ts';

/** What came of a change: where it is on record, that it is, or that there was nothing to change. */
export type Saved = Reference | 'saved' | 'unchanged';

/** Makes a change and finds its entry in the log. */
export async function changeOnRecord(
  { book }: Pick<Rooms, 'book'>,
  what: 'profile' | 'roles',
  change: () => Promise<void>,
): Promise<Saved> {
  const before = await book.head();
  await change();
  const after = await book.head();
  if (after.size === before.size) return 'unchanged';
  const entries = await book.read({ kind: 'config', limit: after.size - before.size });
  const own = entries.find(
    ({ index, entry }) =>
      index >= before.size && entry.kind === 'config' && entry.body.what === what,
  );
  return own?.entry.ref ?? 'saved';
}
