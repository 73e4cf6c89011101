import type { BatchOut } from '#cli/machine.ts';
import { Verdict } from '#domain/assessment.ts';
import { covers, parseProvision } from '#domain/provision.ts';
import type { Gold } from './gold.ts';
import { share, upperBound } from './statistics.ts';

/** A gold line and what the product made of it. */
export type Scored = {
  readonly gold: Gold;
  readonly out: BatchOut | undefined;
  readonly error: string | undefined;
};

/** Verdicts of briefs: confusion, false clears with their bound, over-blocks, provisions, time. */
export function reportBriefs(scored: readonly Scored[], details: boolean): string {
  const judged = scored.filter(({ gold }) => gold.expected !== undefined);
  const verdict = ({ out }: Scored) => out?.verdict ?? null;
  const acceptable = judged.filter((one) => isAcceptable(one));
  const forbidden = scored.filter(({ gold }) => gold.never.includes('allowed'));
  const falseClears = forbidden.filter((one) => verdict(one) === 'allowed');
  const lawful = judged.filter(
    ({ gold }) => gold.expected === 'allowed' || gold.expected === 'allowed_with_conditions',
  );
  const overBlocks = lawful.filter((one) => verdict(one) === 'not_allowed' && !isAcceptable(one));
  const bound = (100 * upperBound(falseClears.length, forbidden.length)).toFixed(1);
  return [
    confusion(judged),
    `acceptable        ${share(acceptable.length, judged.length)}`,
    `exact             ${share(judged.filter((one) => verdict(one) === one.gold.expected).length, judged.length)}`,
    `false clears      ${share(falseClears.length, forbidden.length)}, 95 % bound ${bound} %`,
    `never-verdicts    ${share(scored.filter((one) => one.gold.never.includes(verdict(one) ?? 'needs_information') && verdict(one) !== null).length, scored.length)}`,
    `over-blocks       ${share(overBlocks.length, lawful.length)}`,
    provisionLine(scored),
    timeLine(scored),
    ...(details ? ['', ...scored.map(detailLine)] : []),
  ].join('\n');
}

/** Questions: gold provisions cited, out of scope declined, false refusals, time. */
export function reportQuestions(scored: readonly Scored[], details: boolean): string {
  const inScope = scored.filter(({ gold }) => gold.inScope && gold.attack === undefined);
  const outside = scored.filter(({ gold }) => !gold.inScope);
  const refused = (list: readonly Scored[]) => list.filter(({ out }) => out?.refused).length;
  const errors = scored.filter(({ error }) => error !== undefined);
  return [
    `declined outside  ${share(refused(outside), outside.length)}`,
    `false refusals    ${share(refused(inScope), inScope.length)}`,
    `not covered       ${share(inScope.filter(({ out }) => out && out.citations.length === 0 && !out.refused).length, inScope.length)}`,
    provisionLine(inScope),
    timeLine(scored),
    ...(errors.length > 0 ? [`refused by length ${errors.length}`] : []),
    ...(details ? ['', ...scored.map(detailLine)] : []),
  ].join('\n');
}

function isAcceptable({ gold, out }: Scored): boolean {
  return out?.verdict != null && gold.acceptable.includes(out.verdict);
}

function confusion(scored: readonly Scored[]): string {
  const columns = [...Verdict.options, null];
  const rows = Verdict.options.map((expected) => {
    const row = scored.filter(({ gold }) => gold.expected === expected);
    const counts = columns.map(
      (got) => row.filter(({ out }) => (out?.verdict ?? null) === got).length,
    );
    return `${columnName(expected)} ${counts.map((count) => String(count).padStart(18)).join('')}`;
  });
  return [`${'gold \\ got'.padStart(18)} ${columns.map(columnName).join('')}`, ...rows].join('\n');
}

function columnName(verdict: Verdict | null): string {
  return (verdict ?? 'none').replace('allowed_with_', 'with_').padStart(18);
}

/** Gold provisions found, by article and to the pinpoint; and how many of the cited ones are gold. */
function provisionLine(scored: readonly Scored[]): string {
  const relevant = scored.filter(({ gold }) => gold.provisions.length > 0);
  const hits = (fits: (cited: string, gold: string) => boolean) =>
    relevant.filter(({ gold, out }) =>
      out?.citations.some(({ provision }) => gold.provisions.some((one) => fits(provision, one))),
    ).length;
  const cited = relevant.flatMap(({ gold, out }) =>
    (out?.citations ?? []).map(({ provision }) =>
      [...gold.provisions, ...gold.alsoFine].some((one) => sameArticle(provision, one)),
    ),
  );
  return [
    `gold by article   ${share(hits(sameArticle), relevant.length)}`,
    `gold by pinpoint  ${share(hits(samePinpoint), relevant.length)}`,
    `precision         ${share(cited.filter(Boolean).length, cited.length)}`,
  ].join('\n');
}

function sameArticle(cited: string, gold: string): boolean {
  return articleOf(cited) === articleOf(gold);
}

/** One covers the other: a citation as precise as the gold, or more. */
function samePinpoint(cited: string, gold: string): boolean {
  const [one, other] = [parseProvision(cited), parseProvision(gold)];
  return one !== undefined && other !== undefined && covers(other, one);
}

/** The name without paragraphs and numbers: `GDPR Art. 6(1)(a)` is `GDPR Art. 6`. */
function articleOf(name: string): string {
  return name
    .replace(/\(.*$/, '')
    .replace(/ Nr\. .*$/, '')
    .trim();
}

function timeLine(scored: readonly Scored[]): string {
  const times = scored
    .flatMap(({ out }) => (out ? [out.ms] : []))
    .sort((one, other) => one - other);
  const at = (part: number) =>
    times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0;
  return `ms                p50 ${at(0.5)}, p99 ${at(0.99)}, max ${times.at(-1) ?? 0}`;
}

function detailLine({ gold, out, error }: Scored): string {
  if (!out) return `${gold.id} ERROR ${error ?? ''}`;
  const isRight =
    gold.expected === undefined ? '' : isAcceptable({ gold, out, error }) ? 'ok ' : 'NO ';
  const open = out.findings.filter(({ outcome }) => outcome === 'open' || outcome === 'breached');
  const facts = Object.entries(out.facts)
    .filter(([, fact]) => fact.origin === 'text')
    .map(([id, fact]) => `${id}=${String(fact.value)}`);
  return [
    `${isRight}${gold.id} ${gold.input.market ?? '-'} gold ${gold.expected ?? gold.provisions.join(', ')} got ${out.verdict ?? (out.refused ? 'refused' : 'answer')}`,
    `   read: ${facts.join('; ')}`,
    `   ${open.map(({ control, outcome, severity }) => `${outcome} ${severity} ${control}`).join('; ')}`,
    `   cites: ${out.citations.map(({ provision }) => provision).join('; ')}`,
    `   asks: ${out.questions.map(({ fact }) => fact).join(', ')}`,
  ].join('\n');
}
