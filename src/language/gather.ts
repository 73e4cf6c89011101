import type { Fact, FactDefinition } from '#domain/fact.ts';
import type { Leanings } from '#domain/leaning.ts';
import type { Readings } from '#domain/settle.ts';
import type { Hit } from '#language/scene.ts';

/** Something read, with its words and whether the sentence tried to steer. */
export type Found = Hit & { readonly quote: string; readonly isSteering: boolean; readonly isAsked: boolean };

/** What comes of everything that was found. */
export type Gathered = { readonly facts: Readings; readonly touched: readonly string[] };

export type Circumstances = {
  readonly isCampaign: boolean;
  /** Something in the text could not be read at all, so no list is complete. */
  readonly hasUnreadable: boolean;
};

/** Makes facts of what was found; where the text says two things, the fact is only touched. */
export function gather(
  definitions: Iterable<FactDefinition>,
  found: readonly Found[],
  leanings: Leanings,
  circumstances: Circumstances,
): Gathered {
  const byFact = Map.groupBy(found, (hit) => hit.fact);
  const facts: Record<string, Fact> = {};
  const touched: string[] = [];
  for (const definition of definitions) {
    const hits = byFact.get(definition.id) ?? [];
    const fact =
      definition.kind === 'choices'
        ? severalOf(definition, hits, leanings, circumstances)
        : oneOf(definition, hits, leanings);
    if (fact) facts[definition.id] = fact;
    else if (hits.length > 0) touched.push(definition.id);
  }
  return { facts, touched };
}

/** The parts of a list that the text names; what it may mean beside them stays unclear. */
function severalOf(
  definition: FactDefinition,
  hits: readonly Found[],
  leanings: Leanings,
  { isCampaign, hasUnreadable }: Circumstances,
): Fact | undefined {
  const counting = hits.filter((hit) => hit.standing === 'stated' && !hit.isCue && counts(hit, leanings));
  const stated = definition.options.filter(({ id }) => counting.some((hit) => hit.option === id));
  const named = stated.filter((option) => !option.exclusive || stated.length === 1);
  const listed = new Set(named.map(({ id }) => id));
  const unclear = definition.options
    .filter(({ id, exclusive }) => !exclusive && !listed.has(id))
    .filter(({ id }) => hasUnreadable || hits.some((hit) => hit.option === id && isOpen(hit)))
    .map(({ id }) => id);
  const base = { origin: 'text', confirmed: false } as const;
  const open = unclear.length > 0 ? { unclear } : {};
  if (named.length > 0) {
    const quote = counting.find((hit) => listed.has(hit.option))?.quote;
    return { ...base, value: [...listed], ...open, ...(quote ? { quote } : {}) };
  }
  const nothing = definition.options.find((option) => option.exclusive);
  return nothing && isCampaign ? { ...base, value: [nothing.id], ...open } : undefined;
}

/** Neither there nor said not to be there. */
function isOpen(hit: Found): boolean {
  return hit.isCue ? hit.standing !== 'denied' : hit.standing === 'doubtful' || hit.isSteering;
}

/** A single answer, if everything that speaks of it says the same. */
function oneOf(definition: FactDefinition, hits: readonly Found[], leanings: Leanings): Fact | undefined {
  const stated = hits.filter((hit) => hit.standing === 'stated' && !hit.isCue && counts(hit, leanings));
  const [first] = stated;
  if (!first || stated.some((hit) => hit.option !== first.option)) return undefined;
  const { lifts } = leanings(definition.id, first.option);
  if (lifts && (definition.alwaysAsk || hits.length > stated.length)) return undefined;
  return { value: first.option, origin: 'text', confirmed: false, quote: first.quote };
}

/** Who steers is not believed where it would help, and a question states nothing that helps. */
function counts(hit: Found, leanings: Leanings): boolean {
  const { lifts, burdens } = leanings(hit.fact, hit.option);
  return burdens || !lifts || !(hit.isSteering || hit.isAsked);
}
