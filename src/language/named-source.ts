import type { Passage } from '#domain/passage.ts';
import { covers, findProvisions, parseProvision } from '#domain/provision.ts';

const lookedAt = 4_000;

/** Whether a text names a place in the law that the base carries, the law as a whole not being enough. */
export function namedSourceIn(passages: ReadonlyMap<string, Passage>): (text: string) => boolean {
  const carried = [...passages.values()].flatMap(
    ({ provision }) => parseProvision(provision) ?? [],
  );
  return (text) =>
    findProvisions(text.slice(0, lookedAt))
      .filter(({ parts }) => parts.length > 0)
      .some((named) => carried.some((one) => covers(named, one) || covers(one, named)));
}
