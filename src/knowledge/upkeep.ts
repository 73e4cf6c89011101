import { factsIn } from '#domain/condition.ts';
import { conditionsOf } from '#domain/completions.ts';
import type { Knowledge, Route } from '#domain/knowledge.ts';

/** What somebody who keeps the base should look at; none of it is a fault. */
export type Upkeep = {
  /** Facts that no control, derivation, core condition or route looks at, and that play no role. */
  readonly unusedFacts: readonly string[];
  /** Passages that no control cites; they still answer questions. */
  readonly uncited: number;
  /** Controls and passages that nobody has compared with the law for longer than a year, the longest first. */
  readonly overdue: readonly { readonly id: string; readonly checked: string }[];
  /** Passages whose content nobody could verify, or only in part. */
  readonly unverified: { readonly no: readonly string[]; readonly partly: readonly string[] };
  /** Controls and passages that hold from a day to come, the next first. */
  readonly ahead: readonly { readonly id: string; readonly from: string }[];
  readonly byPack: readonly {
    readonly pack: string;
    readonly controls: number;
    readonly passages: number;
  }[];
};

const checkedDays = 365;

/** Looks through a base that is sound. `today` is an ISO day. */
export function upkeepOf(knowledge: Knowledge, routes: readonly Route[], today: string): Upkeep {
  const { controls, facts } = knowledge;
  const passages = [...knowledge.passages.values()];
  const dated = [...controls, ...passages];
  const oldest = new Date(Date.parse(today) - checkedDays * 86_400_000).toISOString().slice(0, 10);
  const used = new Set([
    ...controls.flatMap(conditionsOf).flatMap(factsIn),
    ...routes.flatMap(({ when }) => factsIn(when)),
    ...[...facts.values()].flatMap(({ core, derive }) =>
      [...(core ? [core] : []), ...derive.map(({ when }) => when)].flatMap(factsIn),
    ),
  ]);
  const cited = new Set(controls.flatMap(({ cites }) => cites));
  const verifiedAs = (mark: 'no' | 'partly') =>
    passages.filter(({ verified }) => verified === mark).map(({ id }) => id);
  return {
    unusedFacts: [...facts.values()]
      .filter(({ id, role }) => role === undefined && !used.has(id))
      .map(({ id }) => id),
    uncited: passages.filter(({ id }) => !cited.has(id)).length,
    overdue: dated
      .filter(({ checked }) => checked < oldest)
      .map(({ id, checked }) => ({ id, checked }))
      .sort((one, other) => one.checked.localeCompare(other.checked)),
    unverified: { no: verifiedAs('no'), partly: verifiedAs('partly') },
    ahead: dated
      .flatMap(({ id, valid }) =>
        valid.from && valid.from > today ? [{ id, from: valid.from }] : [],
      )
      .sort((one, other) => one.from.localeCompare(other.from)),
    byPack: [...knowledge.packs.keys()].map((pack) => ({
      pack,
      controls: controls.filter((one) => one.pack === pack).length,
      passages: passages.filter(({ id }) => id.startsWith(`${pack}/`)).length,
    })),
  };
}
