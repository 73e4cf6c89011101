import type { House } from '#assistant/house.ts';
import type { Notice } from '#domain/answer.ts';
import { marketsOf, type Assessment } from '#domain/assessment.ts';
import { assess, isValidOn } from '#domain/control.ts';
import type { Facts } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import {
  covers,
  existsProvision,
  findProvisions,
  formatProvision,
  parseProvision,
} from '#domain/provision.ts';
import type { Reading } from '#domain/reading.ts';
import { charactersMax, type Request } from '#domain/request.ts';

/** A rule that starts within this many days after the launch is announced. */
const aheadDays = 180;

/** How laws are called for short: `TabakerzG`, `UWG`. */
const shortName = /\p{Lu}\p{L}*\p{Lu}\p{L}*/gu;

/** What the asker should know beside the verdict. */
export function noticesFor(
  request: Request,
  reading: Reading,
  facts: Facts,
  asOf: string,
  assessment: Assessment,
  house: House,
): readonly Notice[] {
  const { knowledge } = house;
  const markets = marketsOf(knowledge, facts);
  const covered = markets.filter((market) => !assessment.uncovered.includes(market));
  const unionOnly = covered.filter((market) => isUnionOnly(knowledge, market));
  return [
    ...(request.trustText ? [{ kind: 'trusted-text', about: request.kind } as const] : []),
    ...(reading.steering.length > 0
      ? [{ kind: 'steering', about: String(reading.steering.length) } as const]
      : []),
    ...assessment.uncovered.map((market) => ({ kind: 'uncovered', about: market }) as const),
    ...assessment.gaps.map(
      ({ pack, topic }) => ({ kind: 'not-covered', about: `${pack}/${topic}` }) as const,
    ),
    ...sourcesWithoutPassage(request, knowledge).map(
      (id) => ({ kind: 'no-source', about: id }) as const,
    ),
    ...(house.company.isSample ? [{ kind: 'sample-company', about: request.kind } as const] : []),
    ...unionOnly.map((market) => ({ kind: 'union-only', about: market }) as const),
    ...rulesAhead(facts, asOf, markets, house).map((id) => ({ kind: 'ahead', about: id }) as const),
  ];
}

/** Whether a covered market has no pack but one for many: then its own law has not been looked at. */
function isUnionOnly(knowledge: Knowledge, market: string): boolean {
  const covering = [...knowledge.packs.values()].filter((pack) => pack.covers.includes(market));
  return covering.every((pack) => pack.markets.length > pack.covers.length);
}

/** The laws and courts that a question cites and of which nothing near the place is in the base. */
function sourcesWithoutPassage(request: Request, knowledge: Knowledge): readonly string[] {
  if (request.kind !== 'question') return [];
  const text = request.text.slice(0, charactersMax.question);
  const laws = (text.match(shortName) ?? []).flatMap((word) => parseProvision(word) ?? []);
  const named = [...findProvisions(text), ...laws];
  if (named.length === 0) return [];
  const known = (law: string) =>
    [...knowledge.passages.values()]
      .filter(({ provision }) => provision.startsWith(law))
      .flatMap(({ provision }) => parseProvision(provision) ?? []);
  const unknown = named.filter((one) => {
    if (existsProvision(one) === false) return false;
    const near = known(formatProvision({ ...one, parts: [] }, 'en'));
    return near.every((other) => !covers(one, other) && !covers(other, one));
  });
  return [...new Set(unknown.map(({ instrument }) => instrument))];
}

/** Controls that start after the launch, soon, and would not be met as things stand. */
function rulesAhead(
  facts: Facts,
  asOf: string,
  markets: readonly string[],
  { knowledge }: House,
): readonly string[] {
  const horizon = new Date(Date.parse(asOf) + aheadDays * 86_400_000).toISOString().slice(0, 10);
  return knowledge.controls
    .filter((control) => control.status === 'in-force' && !isValidOn(control.valid, asOf))
    .filter(({ valid }) => valid.from !== undefined && valid.from > asOf && valid.from <= horizon)
    .filter((control) => {
      const pack = knowledge.packs.get(control.pack);
      return pack?.markets === 'all' || markets.some((market) => pack?.markets.includes(market));
    })
    .filter((control) => {
      const finding = assess(control, facts);
      return finding.applies && finding.outcome !== 'met';
    })
    .map((control) => control.id);
}
