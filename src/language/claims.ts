import type { FactCatalog } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import type { Favour } from '#domain/leaning.ts';
import type { Features } from '#language/features.ts';
import { Scorer, type Model, type Scores, type Topic } from '#language/model.ts';
import type { Span } from '#language/segment.ts';
import type { Unit } from '#language/units.ts';

/** What the trained model makes of one unit. */
export type Claim = Span & {
  readonly fact: string;
  readonly option: string;
  /** Log-odds that the unit says so. */
  readonly certainty: number;
  /** Log-odds that the unit speaks of the fact at all. */
  readonly about: number;
};

/** How much the sound of a unit adds to what its words say. */
const polarityShare = 0.3;

/** Parts of a list that one unit may name beside the surest one. */
const listSpread = 1;

/** Weaker guesses are not even worth a question. */
const aboutMin = -1;

/** Scraps fire easily: a heading is no statement. */
const scrapPenalty: Readonly<Record<number, number>> = { 1: 3, 2: 1.5 };

/** What a unit says, and the parts of lists that it may speak of. */
export type Heard = { readonly claims: readonly Claim[]; readonly hunches: readonly Claim[] };

/** Weaker hunches are noise. */
const hunchMin = -4;

/** Reads units with the trained model. */
export type Claims = {
  /** What a unit says. */
  readonly of: (unit: Unit, language: Language) => Heard;
  /** The facts that a label may name, the likeliest first. */
  readonly topicsOf: (label: Unit, language: Language) => readonly Pick<Claim, 'fact' | 'about'>[];
};

export function claimsWith(
  model: Model,
  features: Features,
  facts: FactCatalog,
  favour: Favour,
): Claims {
  const scorer = new Scorer(model);
  const judges = model.topics.map((topic) => judgeOf(topic, facts, favour));
  const scoresOf = (unit: Unit, language: Language) => {
    features(unit, language, scorer.add);
    return scorer.score();
  };
  return {
    of: (unit, language) => {
      const scores = scoresOf(unit, language);
      const { words } = unit.sentence;
      const start = words[unit.firstWord]?.start ?? 0;
      const end = words[unit.lastWord]?.end ?? start;
      const penalty = scrapPenalty[unit.lastWord - unit.firstWord + 1] ?? 0;
      const sound = scores.columns[model.polarity] ?? 0;
      const claims = judges.flatMap((judge, index) => {
        if (scores.open[index] !== 1) return [];
        return judge(scores, sound, penalty).map((claim) => ({ ...claim, start, end }));
      });
      const hunches = model.hunches.flatMap(({ fact, option, column }) => {
        const certainty = (scores.columns[column] ?? 0) - penalty;
        return certainty > hunchMin
          ? [{ fact, option, certainty, about: certainty, start, end }]
          : [];
      });
      return { claims, hunches };
    },
    topicsOf: (label, language) => {
      const { columns, open } = scoresOf(label, language);
      return model.topics
        .filter((_, index) => open[index] === 1)
        .map(({ fact, head }) => ({ fact, about: columns[head] ?? 0 }))
        .toSorted((one, other) => other.about - one.about);
    },
  };
}

type Judge = (scores: Scores, sound: number, penalty: number) => readonly Omit<Claim, keyof Span>[];

function judgeOf(topic: Topic, facts: FactCatalog, favour: Favour): Judge {
  const isList = facts.get(topic.fact)?.kind === 'choices';
  const sides = topic.options.map(({ option }) =>
    isList ? 0 : sideOf(favour(topic.fact, option)),
  );
  return ({ columns }, sound, penalty) => {
    const about = (columns[topic.head] ?? 0) - penalty;
    if (about < aboutMin) return [];
    const marks = topic.options.map(
      ({ column }, index) => (columns[column] ?? 0) + polarityShare * sound * (sides[index] ?? 0),
    );
    const shares = isList ? marks.map(chanceOf) : sharesOf(marks);
    const claims = topic.options.map(({ option }, index) => ({
      fact: topic.fact,
      option,
      about,
      certainty: oddsOf(chanceOf(about) * (shares[index] ?? 0)),
    }));
    const best = Math.max(...claims.map(({ certainty }) => certainty));
    return claims.filter(({ certainty }) => certainty >= (isList ? best - listSpread : best));
  };
}

/** 1 for a favourable answer, -1 for an unfavourable one, 0 between. */
export function sideOf(favour: number): -1 | 0 | 1 {
  if (favour >= 0.75) return 1;
  return favour <= 0.25 ? -1 : 0;
}

function sharesOf(marks: readonly number[]): readonly number[] {
  const highest = Math.max(...marks);
  const powers = marks.map((mark) => Math.exp(mark - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function oddsOf(chance: number): number {
  const bounded = Math.min(Math.max(chance, 1e-6), 1 - 1e-6);
  return Math.log(bounded / (1 - bounded));
}
