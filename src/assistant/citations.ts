import type { Case, Section } from '#domain/answer.ts';
import { factsIn } from '#domain/condition.ts';
import { isValidOn, type Control, type Finding } from '#domain/control.ts';
import type { Facts } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Passage } from '#domain/passage.ts';

/** An answer names at most this many sources: the ones that carry it. */
export const citationsMax = 5;

/** The passages that the findings rest on, the gravest first; one of each finding before a second of any. */
export function pinnedPassages(
  knowledge: Knowledge,
  { assessment, asOf, facts }: Case,
): readonly Passage[] {
  const cited = assessment.findings
    .filter((finding) => finding.outcome !== 'not-applicable')
    .flatMap((finding) => {
      const control = knowledge.controls.find((one) => one.id === finding.control);
      if (!control) return [];
      return [{ rank: weightOf(finding, control, knowledge, facts), cites: control.cites }];
    });
  const ordered = cited
    .flatMap(({ rank, cites }) => cites.map((id, index) => ({ id, order: rank + index * 1.5 })))
    .sort((one, other) => one.order - other.order);
  return [...new Set(ordered.map(({ id }) => id))].flatMap((id) => {
    const passage = knowledge.passages.get(id);
    return passage && isValidOn(passage.valid, asOf) ? [passage] : [];
  });
}

/**
 * How far from the front a finding stands: the gravest first, law before policy, and what rests on
 * the campaign before what rests on the profile alone.
 */
export function weightOf(
  finding: Finding,
  control: Control,
  knowledge: Knowledge,
  facts: Facts,
): number {
  const isPolicy = knowledge.passages.get(control.cites[0] ?? '')?.kind === 'policy';
  const needed = control.requires ? factsIn(control.requires) : [];
  const isAssumed = needed.length > 0 && needed.every((id) => facts[id]?.origin === 'profile');
  return rankOf(finding) + (isPolicy ? 0.7 : 0) + (isAssumed ? 1.2 : 0);
}

function rankOf({ severity, outcome }: Finding): number {
  if (severity === 'blocker' && outcome === 'breached') return 0;
  if (severity === 'blocker' && outcome === 'open') return 2;
  if (severity === 'condition' && outcome === 'breached') return 3;
  if (severity === 'review' && outcome === 'open') return 4;
  if (severity === 'condition' && outcome === 'open') return 5;
  return severity === 'blocker' ? 6 : 6.5;
}

/**
 * Keeps what is true to its sources: a sentence whose citation is not among the passages is dropped,
 * and a section without a sentence goes with it.
 */
export function keepTrueCitations(
  sections: readonly Section[],
  passages: readonly Passage[],
): readonly Section[] {
  const known = new Set(passages.map((passage) => passage.id));
  return sections
    .map((section) => ({
      ...section,
      sentences: section.sentences.filter(({ cites }) => cites.every((id) => known.has(id))),
    }))
    .filter((section) => section.sentences.length > 0);
}

/**
 * Keeps at most five sources: the first of each sentence from the top down, then second ones.
 * What is said first is the gravest, so it never goes without.
 */
export function withFewSources(sections: readonly Section[]): readonly Section[] {
  const sentences = sections.flatMap((section) => section.sentences);
  const depth = Math.max(0, ...sentences.map(({ cites }) => cites.length));
  const wanted = Array.from({ length: depth }, (_, rank) =>
    sentences.flatMap(({ cites }) => cites.slice(rank, rank + 1)),
  ).flat();
  const named = new Set([...new Set(wanted)].slice(0, citationsMax));
  return sections.map((section) => ({
    ...section,
    sentences: section.sentences.map(({ text, cites }) => ({
      text,
      cites: cites.filter((id) => named.has(id)),
    })),
  }));
}

/** The passages an answer cites, in order of first mention. */
export function citedPassages(
  sections: readonly Section[],
  passages: readonly Passage[],
): readonly Passage[] {
  const cited = sections.flatMap(({ sentences }) => sentences.flatMap(({ cites }) => cites));
  return [...new Set(cited)].flatMap((id) => passages.find((passage) => passage.id === id) ?? []);
}
