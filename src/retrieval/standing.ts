import type { Concept } from '#domain/concept.ts';
import type { Pack } from '#domain/knowledge.ts';
import type { Passage } from '#domain/passage.ts';

/** How much a passage counts for this question, whatever it says: the law before opinions on it, what holds before plans. */
export function standingOf(passage: Passage, seeks: ReadonlySet<Concept['seeks']>): number {
  return kindStanding(passage.kind, seeks.has('policy')) * statusStanding(passage.status, seeks.has('change'));
}

function kindStanding(kind: Passage['kind'], seeksPolicy: boolean): number {
  switch (kind) {
    case 'statute':
      return 1;
    case 'case':
      return 0.9;
    case 'guidance':
      return 0.85;
    case 'policy':
    case 'self-regulation':
      return seeksPolicy ? 1.2 : 0.6;
  }
}

function statusStanding(status: Passage['status'], seeksChange: boolean): number {
  switch (status) {
    case 'in force':
    case 'under appeal':
      return 1;
    case 'pending':
    case 'superseded':
      return seeksChange ? 1.2 : 0.6;
  }
}

/** Whether a pack speaks for one of the markets; without markets any pack does. */
export function speaksForAny({ markets }: Pack, asked: readonly string[]): boolean {
  return markets === 'all' || asked.length === 0 || asked.some((market) => markets.includes(market));
}
