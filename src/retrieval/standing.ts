import type { Concept } from '#domain/concept.ts';
import type { Knowledge, Pack } from '#domain/knowledge.ts';
import type { Passage } from '#domain/passage.ts';

/** How much a passage counts for a question, whatever it says. */
export type Standing = (passage: Passage, seeks: ReadonlySet<Concept['seeks']>) => number;

const elsewhere = 0.1;
const atHome = 1.1;
const replaced = 0.75;

/** The law of the markets before that of others, the law before opinions on it, and what holds before plans. */
export function standingIn(knowledge: Knowledge, markets: readonly string[]): Standing {
  const aside = markets.map((market) => replacedIn(knowledge, market));
  return (passage, seeks) => {
    const pack = knowledge.packs.get(passage.pack);
    return (
      (pack && speaksForAny(pack, markets) ? 1 : elsewhere) *
      (pack && markets.some((market) => pack.covers.includes(market)) ? atHome : 1) *
      (aside.length > 0 && aside.every((ids) => ids.has(passage.id)) ? replaced : 1) *
      kindStanding(passage.kind, seeks.has('policy')) *
      statusStanding(passage.status, seeks.has('change'))
    );
  };
}

/** Whether a pack speaks for one of the markets; where none is named, any pack does. */
export function speaksForAny(pack: Pack, markets: readonly string[]): boolean {
  return markets.length === 0 || markets.some((market) => speaksFor(pack, market));
}

function speaksFor({ markets }: Pack, market: string): boolean {
  return markets === 'all' || markets.includes(market);
}

/** Passages on which only controls rest that others replace in a market, such as a directive beside its national law. */
function replacedIn({ controls, packs }: Knowledge, market: string): ReadonlySet<string> {
  const speaking = controls.filter(({ status, pack }) => {
    const own = packs.get(pack);
    return status === 'in-force' && own !== undefined && speaksFor(own, market);
  });
  const names = new Set(speaking.flatMap(({ replaces }) => replaces));
  const cited = (isReplaced: boolean) =>
    new Set(
      speaking.filter(({ id }) => names.has(id) === isReplaced).flatMap(({ cites }) => cites),
    );
  return cited(true).difference(cited(false));
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
