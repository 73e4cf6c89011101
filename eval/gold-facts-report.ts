import type { BatchOut } from '#cli/machine.ts';
import { reportBriefs, type Scored } from './report.ts';
import { share } from './statistics.ts';

/** Each brief with what stands in its way, then how the rules do over all of them. */
export function reportRules(scored: readonly Scored[], details: boolean): string {
  const lawful = scored.filter(
    ({ gold }) => gold.expected === 'allowed' || gold.expected === 'allowed_with_conditions',
  );
  const allowed = scored.filter(({ gold }) => gold.expected === 'allowed');
  const refused = scored.filter(({ out }) => out?.verdict === 'not_allowed');
  const helped = refused.filter(({ out }) => (out?.wayToYes.length ?? 0) > 0);
  return [
    ...scored.map((one) => briefLines(one, details)),
    '',
    reportBriefs(scored, false),
    `plain allowed     ${share(lawful.filter(isPlain).length, lawful.length)} of lawful, ${share(allowed.filter(isPlain).length, allowed.length)} of gold "allowed"`,
    `open conditions   median ${median(lawful.map(openConditions))} of lawful briefs`,
    `way to yes        ${share(helped.length, refused.length)} of not allowed`,
  ].join('\n');
}

function isPlain({ out }: Scored): boolean {
  return out?.verdict === 'allowed';
}

function briefLines({ gold, out }: Scored, details: boolean): string {
  const verdict = out?.verdict ?? 'needs_information';
  const mark = gold.acceptable.includes(verdict) ? 'ok' : 'NO';
  const head = `${mark} ${gold.id} ${gold.input.market ?? '-'} gold ${gold.expected ?? '-'} got ${verdict}`;
  const standing = (out?.findings ?? [])
    .filter(({ outcome }) => outcome === 'open' || outcome === 'breached')
    .map(({ control, severity, outcome }) => `${control} (${outcome} ${severity})`);
  if (!details) return [head, ...standing.map((one) => `     ${one}`)].join('\n');
  return [
    head,
    ...standing.map((one) => `     ${one}`),
    `     gold: ${gold.provisions.join('; ')}`,
    `     cited: ${(out?.citations ?? []).map(({ provision }) => provision).join('; ')}`,
    `     asks: ${(out?.questions ?? []).map(({ fact }) => fact).join(', ')}`,
    ...(out?.wayToYes ?? []).map((way) => `     way: ${stepsOf(way)} -> ${way.verdict}`),
  ].join('\n');
}

function stepsOf({ changes }: BatchOut['wayToYes'][number]): string {
  return changes.map(({ fact, value }) => `${fact}=${String(value)}`).join(' & ');
}

/** What is left to do: open or breached conditions and points that a person has to look at. */
function openConditions({ out }: Scored): number {
  return (out?.findings ?? []).filter(
    ({ severity, outcome }) =>
      (severity === 'condition' || severity === 'review') &&
      (outcome === 'open' || outcome === 'breached'),
  ).length;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
