import type { Knowledge, Pack } from '#domain/knowledge.ts';

/** A topic of a campaign that a pack does not cover, and the markets for which that counts. */
export type Gap = {
  readonly topic: string;
  readonly pack: string;
  readonly markets: readonly string[];
};

/**
 * What nobody has looked at: the topics that a text mentions and that the packs of its markets leave
 * out. Where a pack and the one it builds on both leave a topic out, the nearer one is named.
 */
export function gapsIn(
  { packs }: Pick<Knowledge, 'packs'>,
  topics: readonly string[],
  markets: readonly string[],
): readonly Gap[] {
  return topics.flatMap((topic) => {
    const leaving = [...packs.values()].filter((pack) =>
      pack.notCovered.some(({ id }) => id === topic),
    );
    return leaving.flatMap((pack): readonly Gap[] => {
      const own = markets.filter(
        (market) =>
          speaksFor(pack, market) &&
          !leaving.some((other) => other.buildsOn.includes(pack.id) && speaksFor(other, market)),
      );
      return own.length > 0 ? [{ topic, pack: pack.id, markets: own }] : [];
    });
  });
}

/** Whether a pack speaks for a market. */
export function speaksFor(pack: Pack | undefined, market: string): boolean {
  return pack !== undefined && (pack.markets === 'all' || pack.markets.includes(market));
}
