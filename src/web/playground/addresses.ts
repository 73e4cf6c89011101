import type { Scene } from '#assistant/playground.ts';

/** Where a page of the playground is. */
export type Spot = {
  readonly person: string;
  readonly place: string;
  readonly thread?: string | undefined;
};

/** Where a scene plays. */
export function spotOf({ person, place, thread }: Scene): Spot {
  return { person: person.id, place: place.id, thread: thread?.root };
}

/** The address of a place as a person sees it, perhaps with a thread. */
export function addressOf({ person, place, thread }: Spot): string {
  const path = `/as/${encodeURIComponent(person)}/in/${encodeURIComponent(place)}`;
  return thread === undefined ? path : `${path}?thread=${encodeURIComponent(thread)}`;
}

/** Where a person's acts are sent to. */
export function actAddress(person: string): string {
  return `/as/${encodeURIComponent(person)}/act`;
}
