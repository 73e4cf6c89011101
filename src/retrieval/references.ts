import type { Passage } from '#domain/passage.ts';
import { covers, findProvisions, parseProvision, type Provision } from '#domain/provision.ts';

/** How exactly a passage is what a question refers to by name; 0 if it is not. */
export type Naming = (passage: Passage) => number;

const exactly = 3;
const partOfIt = 2;
const around = 1;

/** Knows the provisions of all passages. */
export function referenceFinder(passages: readonly Passage[]): (question: string) => Naming {
  const provisions = new Map(passages.map(({ id, provision }) => [id, parseProvision(provision)]));
  return (question) => {
    const named = findProvisions(question).filter(({ parts }) => parts.length > 0);
    return ({ id }) => {
      const provision = provisions.get(id);
      return provision ? Math.max(0, ...named.map((one) => nearness(one, provision))) : 0;
    };
  };
}

function nearness(named: Provision, provision: Provision): number {
  const within = covers(named, provision);
  const beyond = covers(provision, named);
  if (within && beyond) return exactly;
  if (within) return partOfIt;
  return beyond && provision.parts.length > 0 ? around : 0;
}
