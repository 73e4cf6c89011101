import type { Rooms } from '#web/rooms.ts';

/** Makes a change and resolves to its reference in the log, to `saved`, or to `unchanged` where nothing was to be changed. */
export async function changeOnRecord(
  { book }: Pick<Rooms, 'book'>,
  what: 'profile' | 'roles',
  change: () => Promise<void>,
): Promise<string> {
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
