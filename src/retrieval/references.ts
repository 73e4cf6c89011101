import type { Passage } from '#domain/passage.ts';
import { covers, findProvisions, parseProvision, type Provision } from '#domain/provision.ts';
import { barePlaces } from '#retrieval/bare-places.ts';

/** How exactly a passage is what a question names; 0 if it is not named at all. */
export type Nearness = (passage: Passage) => number;

const exact = 3;
const partOfIt = 2;
const around = 1;

/**
 * Prepares the provisions of all passages, to be found by the references in a question. A place
 * without its law means the law at home: `Art. 6 I f` has namesakes across the border.
 */
export function referenceFinder(
  passages: readonly Passage[],
): (question: string, isAtHome: (passage: Passage) => boolean) => Nearness {
  const provisions = new Map(
    passages.flatMap(({ id, provision }) => {
      const parsed = parseProvision(provision);
      return parsed ? [[id, parsed] as const] : [];
    }),
  );
  return (question, isAtHome) => {
    const atHome = passages.filter(isAtHome).flatMap(({ id }) => provisions.get(id) ?? []);
    const named = [...findProvisions(question), ...barePlaces(question, atHome)];
    return ({ id }) => {
      const provision = provisions.get(id);
      return provision ? Math.max(0, ...named.map((one) => nearness(one, provision))) : 0;
    };
  };
}

// A law as a whole says what a question is about, not which of its passages is meant.
function nearness(named: Provision, provision: Provision): number {
  if (named.parts.length === 0 && provision.parts.length > 0) return 0;
  const within = covers(named, provision);
  const beyond = covers(provision, named);
  if (within && beyond) return exact;
  if (within) return partOfIt;
  return beyond && provision.parts.length > 0 ? around : 0;
}
