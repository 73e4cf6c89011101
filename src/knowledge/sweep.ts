import { assessCampaign, type MarketFinding } from '#domain/assessment.ts';
import { completionsBut, conditionsOf, countCompletions, opennessOf } from '#domain/completions.ts';
import { factsIn } from '#domain/condition.ts';
import { assess, type Control, type Outcome } from '#domain/control.ts';
import { factInRole, saidByPerson, type FactDefinition, type Facts } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { factsGiven } from '#knowledge/given.ts';

/** What a walk through random campaigns has found. */
export type Sweep = {
  readonly campaigns: number;
  /** Outcomes that a worked example of a control expects, and that no campaign of its market reached. */
  readonly unreached: readonly { readonly control: string; readonly outcome: Outcome }[];
  /** Pairs that one campaign cannot both satisfy, whatever is answered to what they require. */
  readonly contradictions: readonly string[];
  /** Pairs whose answers are too many to try them all. */
  readonly untried: readonly string[];
};

export type Walk = {
  readonly campaigns: number;
  readonly seed: number;
  /** ISO day. */
  readonly asOf: string;
};

/**
 * Assesses random campaigns, each begun from a worked example and strewn with other facts, and looks
 * for outcomes that cannot be reached and for rules that cannot be kept together.
 */
export function sweep(knowledge: Knowledge, { campaigns, seed, asOf }: Walk): Sweep {
  const random = randomFrom(seed);
  const examples = knowledge.controls
    .filter(({ status }) => status === 'in-force')
    .flatMap((control) =>
      control.cases.map((one) => ({ control, given: one.given, expect: one.expect })),
    );
  const reached = new Set<string>();
  const pairs = new Map<string, Kept>();
  for (let index = 0; index < campaigns; index += 1) {
    const example = examples[index % examples.length];
    if (!example) break;
    const { control, given } = example;
    const read = new Set(conditionsOf(control).flatMap(factsIn));
    const others = [...knowledge.facts.values()].filter(({ id }) => !read.has(id));
    const facts = {
      ...strewn(others, random),
      ...marketsFor(control, knowledge, random),
      ...factsGiven(given),
    };
    const day =
      control.valid.from !== undefined && control.valid.from > asOf ? control.valid.from : asOf;
    const { findings } = assessCampaign(knowledge, facts, day);
    for (const finding of findings) reached.add(`${finding.control} ${finding.outcome}`);
    for (const pair of pairsIn(findings, knowledge)) noteWhetherKept(pair, facts, knowledge, pairs);
  }
  return {
    campaigns,
    unreached: examples
      .map(({ control, expect }) => ({ control: control.id, outcome: expect }))
      .filter(({ control, outcome }) => !reached.has(`${control} ${outcome}`)),
    contradictions: namesOf(pairs, 'no'),
    untried: namesOf(pairs, 'untried'),
  };
}

type Kept = 'yes' | 'no' | 'untried';
type Pair = readonly [Control, Control];

/** Above this many ways to answer, a pair is not tried. */
const completionsMax = 5_000;

/** Rules that apply in one market and require something of the same fact, unless both are met anyway. */
function pairsIn(findings: readonly MarketFinding[], knowledge: Knowledge): readonly Pair[] {
  const applying = findings
    .filter(({ applies, severity }) => applies && severity !== 'advice')
    .flatMap(({ control: id, markets, outcome }) => {
      const control = knowledge.controls.find((one) => one.id === id);
      if (!control?.requires) return [];
      return [{ control, markets, isMet: outcome === 'met', needs: factsIn(control.requires) }];
    });
  return applying.flatMap((one, index) =>
    applying
      .slice(index + 1)
      .filter(({ isMet }) => !(isMet && one.isMet))
      .filter(({ markets }) => markets.some((market) => one.markets.includes(market)))
      .filter(({ needs }) => needs.some((fact) => one.needs.includes(fact)))
      .map((other) => [one.control, other.control] as const),
  );
}

/** Looks once for each pair and each standing of the facts that neither of them requires anything of. */
function noteWhetherKept(
  pair: Pair,
  facts: Facts,
  knowledge: Knowledge,
  pairs: Map<string, Kept>,
): void {
  const needed = new Set(pair.flatMap(({ requires }) => (requires ? factsIn(requires) : [])));
  const fixed = [...new Set(pair.flatMap(conditionsOf).flatMap(factsIn))].filter(
    (id) => !needed.has(id),
  );
  const standing = fixed.map((id) => `${id}=${String(facts[id]?.value)}`).join(' ');
  const key = `${pair.map(({ id }) => id).join(' and ')} where ${standing}`;
  if (!pairs.has(key)) pairs.set(key, keptTogether(pair, facts, needed, knowledge));
}

function keptTogether(
  pair: Pair,
  facts: Facts,
  needed: ReadonlySet<string>,
  knowledge: Knowledge,
): Kept {
  const open = { ...facts, ...Object.fromEntries([...needed].map((id) => [id, undefined])) };
  const requirements = pair.map((control) => ({
    ...control,
    when: control.requires ?? control.when,
    unless: undefined,
  }));
  const openness = opennessOf(knowledge.facts, requirements, open);
  if (countCompletions(openness) > completionsMax) return 'untried';
  const isKept = completionsBut('', openness, open).some((completed) =>
    pair.every((control) => ['met', 'not-applicable'].includes(assess(control, completed).outcome)),
  );
  return isKept ? 'yes' : 'no';
}

/** Other facts of a campaign, about every second one known. */
function strewn(definitions: readonly FactDefinition[], random: () => number): Facts {
  return Object.fromEntries(
    definitions.flatMap(({ id, kind, options }) => {
      if (random() < 0.5) return [];
      const [option] = oneOf(options, random);
      if (kind === 'number') return [[id, saidByPerson(Math.floor(random() * 200_000))] as const];
      if (!option) return [];
      return [[id, saidByPerson(kind === 'choices' ? [option.id] : option.id)] as const];
    }),
  );
}

/** One of the markets that a control speaks for, sometimes with another beside it. */
function marketsFor(control: Control, knowledge: Knowledge, random: () => number): Facts {
  const definition = factInRole(knowledge.facts, 'markets');
  if (!definition) return {};
  const all = definition.options.map(({ id }) => id);
  const served = knowledge.packs.get(control.pack)?.markets ?? 'all';
  const own = oneOf(served === 'all' ? all : served, random);
  const other = random() < 0.3 ? oneOf(all, random) : [];
  return { [definition.id]: saidByPerson([...new Set([...own, ...other])]) };
}

function oneOf<T>(list: readonly T[], random: () => number): readonly T[] {
  return list.slice(Math.floor(random() * list.length)).slice(0, 1);
}

function namesOf(pairs: ReadonlyMap<string, Kept>, wanted: Kept): readonly string[] {
  return [...pairs].flatMap(([name, kept]) => (kept === wanted ? [name] : []));
}

/** The same numbers for the same seed: xorshift, https://www.jstatsoft.org/article/view/v008i14 */
function randomFrom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}
