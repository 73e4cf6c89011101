import type { House, Reader } from '#assistant/house.ts';
import type { NewEntry } from '#domain/entry.ts';

/** What an entry says of the house that wrote it. */
export type Framing = Pick<House, 'workspace' | 'engine' | 'knowledge' | 'company'> & {
  readonly reader: Pick<Reader, 'name'>;
};

/** What every entry says: who did it, when and where, and with which versions of everything. */
export function frameOf(
  house: Framing,
  { op, at, actor, place }: Pick<NewEntry, 'op' | 'at' | 'actor' | 'place'>,
): Pick<NewEntry, 'op' | 'at' | 'actor' | 'place' | 'workspace' | 'engine'> {
  return {
    op,
    at,
    actor,
    place,
    workspace: house.workspace,
    engine: {
      ...house.engine,
      knowledge: house.knowledge.version,
      profile: house.company.version,
      reader: house.reader.name,
    },
  };
}
