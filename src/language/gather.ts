import type { Fact, FactDefinition, Option } from '#domain/fact.ts';
import type { Favour } from '#domain/leaning.ts';
import type { Readings } from '#domain/settle.ts';
import type { Standing } from '#language/polarity.ts';

/** Something that was found in a sentence, by a pattern or by the trained model. */
export type Found = {
  readonly fact: string;
  readonly option: string;
  readonly standing: Standing;
  /** Only a weak word. */
  readonly isCue: boolean;
  /** Log-odds; a pattern of the lexicon counts as certain. */
  readonly certainty: number;
  /** The words it was read from. */
  readonly quote: string;
  /** The sentence tries to steer, so nothing helpful in it is believed. */
  readonly isSteering: boolean;
  /** The sentence asks, so nothing helpful in it is a statement. */
  readonly isAsked: boolean;
};

/** What comes of everything that was found. */
export type Gathered = { readonly facts: Readings; readonly touched: readonly string[] };

export type Circumstances = {
  readonly isCampaign: boolean;
  /** Something in the text could not be read at all, so no list is complete. */
  readonly hasUnreadable: boolean;
};

/** Of two answers that are nearly as certain, none is believed. */
const margin = 1;

/** Makes facts of what was found; where the text says two things, the fact is only touched. */
export function gather(
  definitions: Iterable<FactDefinition>,
  found: readonly Found[],
  favour: Favour,
  circumstances: Circumstances,
): Gathered {
  const byFact = Map.groupBy(found, (one) => one.fact);
  const facts: Record<string, Fact> = {};
  const touched: string[] = [];
  for (const definition of definitions) {
    const own = byFact.get(definition.id) ?? [];
    const fact =
      definition.kind === 'choices'
        ? severalOf(definition, own, favour, circumstances)
        : oneOf(definition, own, favour);
    if (fact) facts[definition.id] = fact;
    else if (own.some(({ standing }) => standing !== 'denied' || definition.kind !== 'choices')) {
      touched.push(definition.id);
    }
  }
  return { facts, touched };
}

/** The parts of a list that the text names; what it may mean beside them stays unclear. */
function severalOf(
  definition: FactDefinition,
  found: readonly Found[],
  favour: Favour,
  { isCampaign, hasUnreadable }: Circumstances,
): Fact | undefined {
  // Whoever asks about a country means it: naming one more market adds rules, it does not help.
  const isMeant = (one: Found) => definition.role === 'markets' && !one.isSteering;
  const stated = found.filter(
    (one) => one.standing === 'stated' && (isMeant(one) || counts(one, favour)),
  );
  const listed = definition.options.filter(
    ({ id, exclusive }) => !exclusive && stated.some((one) => one.option === id),
  );
  // A helpful part that was overheard hides nothing, so it need not keep the list open.
  const mayMatter = ({ id, exclusive }: Option) =>
    !exclusive && (listed.length === 0 || favour(definition.id, id) <= 0.5);
  // "No profiles" outweighs a weak word for them elsewhere.
  const isRuledOut = ({ id }: Option) =>
    found.some((one) => one.option === id && one.standing === 'denied');
  const isHinted = (option: Option) =>
    found.some(
      (one) =>
        one.option === option.id && one.standing !== 'denied' && !(one.isCue && isRuledOut(option)),
    );
  const isOpen = (option: Option) => mayMatter(option) && (hasUnreadable || isHinted(option));
  const unclear = definition.options
    .filter((option) => !listed.includes(option) && isOpen(option))
    .map(({ id }) => id);
  const open = unclear.length > 0 ? { unclear } : {};
  if (listed.length > 0) {
    const quote = stated.find((one) => one.option === listed[0]?.id)?.quote ?? '';
    return { value: listed.map(({ id }) => id), origin: 'text', confirmed: false, ...open, quote };
  }
  const nothing = definition.options.find(({ exclusive }) => exclusive);
  if (!nothing || !isCampaign) return undefined;
  return { value: [nothing.id], origin: 'text', confirmed: false, ...open };
}

/** A single answer, if nothing else that speaks of it comes near. */
function oneOf(
  definition: FactDefinition,
  found: readonly Found[],
  favour: Favour,
): Fact | undefined {
  const stated = found
    .filter((one) => one.standing === 'stated' && counts(one, favour))
    .toSorted((one, other) => other.certainty - one.certainty);
  const [best] = stated;
  if (!best) return undefined;
  const helps = favour(definition.id, best.option) > 0.5;
  if (helps && definition.alwaysAsk) return undefined;
  const rivals = found.filter((one) => one.option !== best.option && one.standing !== 'denied');
  const isContested = rivals.some((rival) => {
    if (helps) return rival.certainty > 0;
    const isNicer = favour(definition.id, rival.option) > favour(definition.id, best.option);
    return isNicer && rival.standing === 'stated' && rival.certainty > best.certainty - margin;
  });
  const isDenied =
    helps && found.some((one) => one.option === best.option && one.standing === 'denied');
  if (isContested || isDenied) return undefined;
  return { value: best.option, origin: 'text', confirmed: false, quote: best.quote };
}

/** Who steers is not believed where it would help, and a question states nothing that helps. */
function counts({ fact, option, isSteering, isAsked }: Found, favour: Favour): boolean {
  return favour(fact, option) <= 0.5 || !(isSteering || isAsked);
}
