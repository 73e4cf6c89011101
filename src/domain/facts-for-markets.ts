import { factsIn } from '#domain/condition.ts';
import type { Rules } from '#domain/knowledge.ts';

/** The facts that some control of these markets looks at, by itself or because one follows from another. */
export function factsForMarkets(
  { facts, packs, controls }: Pick<Rules, 'facts' | 'packs' | 'controls'>,
  markets: readonly string[],
): ReadonlySet<string> {
  const speaking = controls.filter(({ pack, status }) => {
    const of = packs.get(pack)?.markets ?? [];
    return status !== 'retired' && (of === 'all' || of.some((market) => markets.includes(market)));
  });
  const found = new Set(
    speaking
      .flatMap(({ when, unless, requires }) => [when, unless, requires])
      .flatMap((condition) => (condition ? factsIn(condition) : [])),
  );
  // A set that grows while it is walked through: parents of parents are visited too.
  for (const id of found) {
    for (const { when } of facts.get(id)?.derive ?? [])
      for (const parent of factsIn(when)) found.add(parent);
  }
  return found;
}
