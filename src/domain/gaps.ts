import { evaluate } from '#domain/evaluate.ts';
import type { Facts } from '#domain/fact.ts';
import type { Knowledge, Pack, Topic } from '#domain/knowledge.ts';

/** A topic of a campaign that a pack does not cover, and the markets for which that counts. */
export type Gap = {
  readonly topic: string;
  readonly pack: string;
  readonly markets: readonly string[];
};

/**
 * What nobody has looked at: the topics that a text mentions, or that its facts touch, and that the
 * packs of its markets leave out. Where a pack and the one it builds on both do, the nearer is named.
 */
export function gapsIn(
  { packs }: Pick<Knowledge, 'packs'>,
  mentioned: readonly string[],
  facts: Facts,
  markets: readonly string[],
): readonly Gap[] {
  const left = [...packs.values()].flatMap((pack) => pack.notCovered);
  const touched = left.filter((topic) => mentioned.includes(topic.id) || touches(topic, facts));
  return [...new Set(touched.map(({ id }) => id))].flatMap((topic) => {
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

function touches({ when }: Topic, facts: Facts): boolean {
  if (!when) return false;
  const truth = evaluate(when, facts, false);
  return truth.known && truth.value;
}

/** Whether a pack speaks for a market. */
export function speaksFor(pack: Pack | undefined, market: string): boolean {
  return pack !== undefined && (pack.markets === 'all' || pack.markets.includes(market));
}
