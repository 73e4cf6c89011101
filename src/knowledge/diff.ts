import { isDeepStrictEqual } from 'node:util';
import { impactOf, type Campaign, type Impact } from '#domain/impact.ts';
import type { Knowledge } from '#domain/knowledge.ts';

/** What has changed among things that have an id. */
export type Changes = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** With the parts that differ. */
  readonly changed: readonly { readonly id: string; readonly parts: readonly string[] }[];
};

/** What tells two knowledge bases apart. */
export type Difference = {
  readonly facts: Changes;
  readonly controls: Changes;
  readonly passages: Changes;
  readonly packs: Changes;
  /** Campaigns that come out otherwise. */
  readonly impact: readonly Impact[];
};

/** Compares two knowledge bases: what was written otherwise, and which campaigns it touches. */
export function differenceBetween(
  before: Knowledge,
  after: Knowledge,
  campaigns: readonly Campaign[],
): Difference {
  return {
    facts: changesBetween(before.facts, after.facts),
    controls: changesBetween(controlsOf(before), controlsOf(after)),
    passages: changesBetween(before.passages, after.passages),
    packs: changesBetween(before.packs, after.packs),
    impact: impactOf(campaigns, before, after),
  };
}

function controlsOf({ controls }: Knowledge): ReadonlyMap<string, object> {
  return new Map(controls.map((one) => [one.id, one]));
}

function changesBetween(
  before: ReadonlyMap<string, object>,
  after: ReadonlyMap<string, object>,
): Changes {
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...before].flatMap(([id, was]) => {
      const is = after.get(id);
      const parts = is ? partsThatDiffer(was, is) : [];
      return parts.length > 0 ? [{ id, parts }] : [];
    }),
  };
}

function partsThatDiffer(one: object, other: object): readonly string[] {
  const [was, is] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (part) => !isDeepStrictEqual(was.get(part), is.get(part)),
  );
}
