import type { Material } from '#assistant/house.ts';
import type { Sentence } from '#domain/answer.ts';
import {
  isBetter,
  marketsOf,
  verdictOf,
  type MarketFinding,
  type Verdict,
} from '#domain/assessment.ts';
import type { Control } from '#domain/control.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import { verdictNames } from '#domain/verdict-words.ts';
import { listIn, wording } from '#language/wording.ts';

/** A finding with its control. */
export type Told = { readonly finding: MarketFinding; readonly control: Control };

/** Where markets differ: for each group of stricter ones, that it is stricter than the best, and why. */
export function marketSentences(
  material: Material,
  told: readonly Told[],
  knowledge: Knowledge,
  citesOf: (control: Control) => readonly string[],
): readonly Sentence[] {
  const { assessment, language } = material;
  const groups = [...Map.groupBy(Object.entries(assessment.verdicts), ([, verdict]) => verdict)]
    .map(([verdict, entries]) => ({ verdict, markets: entries.map(([market]) => market) }))
    .toSorted((one, other) => (isBetter(one.verdict, other.verdict) ? -1 : 1));
  const [best, ...others] = groups;
  if (!best) return [];
  const { differs, because, notLookedAt } = wording[language];
  return others.map(({ verdict, markets }) => {
    const reasons = reasonsFor(markets, verdict, material, told, knowledge);
    return {
      text: differs(
        `${verdictNames[language][best.verdict]} ${placesIn(best.markets, knowledge, language)}`,
        `${verdictNames[language][verdict]} ${placesIn(markets, knowledge, language)}`,
        reasons.length > 0 ? because(reasons.map(({ text }) => text).join('; ')) : notLookedAt,
      ),
      cites: reasons.flatMap(({ control }) => citesOf(control).slice(0, 1)),
    };
  });
}

/** A text, after the names of the markets it holds in, where the campaign has others too. */
export function withMarkets(
  text: string,
  { markets }: MarketFinding,
  { facts, language }: Material,
  knowledge: Knowledge,
): string {
  const all = marketsOf(knowledge, facts);
  if (markets.length === 0 || all.every((market) => markets.includes(market))) return text;
  const names = markets.map((market) => marketName(market, knowledge, language));
  return `${names.join(', ')}: ${text}`;
}

/** A market as people call it. */
export function marketName(market: string, knowledge: Knowledge, language: Language): string {
  return optionOf(market, knowledge)?.label[language] ?? market;
}

type Reason = { readonly text: string; readonly control: Control };

/** The gravest finding by which each market is as strict as it is, one for several where it speaks for them. */
function reasonsFor(
  markets: readonly string[],
  verdict: Verdict,
  material: Material,
  told: readonly Told[],
  knowledge: Knowledge,
): readonly Reason[] {
  const { language } = material;
  const byMarket = markets.map((market) => {
    const decides = told.find(
      ({ finding }) => finding.markets.includes(market) && verdictOf([finding], false) === verdict,
    );
    return { market, control: decides?.control };
  });
  return [...Map.groupBy(byMarket, ({ control }) => control)].flatMap(([control, group]) => {
    if (!control) return [];
    const names = group.map(({ market }) => marketName(market, knowledge, language)).join(', ');
    const whose = group.length < markets.length ? ` (${names})` : '';
    return [{ text: `${control.title[language]}${whose}`, control }];
  });
}

function placesIn(markets: readonly string[], knowledge: Knowledge, language: Language): string {
  const places = markets.map((market) => {
    const option = optionOf(market, knowledge);
    return option?.in?.[language] ?? `in ${option?.label[language] ?? market}`;
  });
  return listIn[language](places);
}

function optionOf(market: string, { facts }: Knowledge) {
  const fact = [...facts.values()].find((one) => one.role === 'markets');
  return fact?.options.find((option) => option.id === market);
}
