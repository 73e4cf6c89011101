import { assessCampaign, isBetter, type Assessment, type Verdict } from '#domain/assessment.ts';
import { conditionsOf } from '#domain/completions.ts';
import { testsOf } from '#domain/condition.ts';
import { assess, type Control } from '#domain/control.ts';
import { valuesOf, type Facts, type FactDefinition, type FactValue } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Bilingual } from '#domain/language.ts';

/** One thing to do, and the fact it changes. */
export type Change = { readonly fact: string; readonly value: FactValue; readonly do: Bilingual };

/** Changes that together lift the verdict; proven by applying them and assessing again. */
export type Way = { readonly changes: readonly Change[]; readonly verdict: Verdict };

const waysMax = 5;
const changesMax = 3;

/**
 * The smallest changes to the plan that lift the verdict, best result first;
 * mending comes before leaving a channel, an element or a market out.
 */
export function waysToYes(
  knowledge: Knowledge,
  facts: Facts,
  asOf: string,
  assessment: Assessment,
): readonly Way[] {
  const breached = breachedControls(knowledge, assessment);
  if (breached.length === 0) return [];

  const mends = breached.map((control) => mendsOf(knowledge, facts, control));
  const sets = combine(mends);
  const ways = sets.flatMap((changes): readonly Way[] => {
    const { verdict } = assessCampaign(knowledge, applyChanges(facts, changes), asOf);
    return isBetter(verdict, assessment.verdict) ? [{ changes, verdict }] : [];
  });
  return withoutDetours(ways)
    .sort((one, other) => rank(knowledge, one) - rank(knowledge, other))
    .slice(0, waysMax);
}

/** The facts after somebody has done what the changes say. */
export function applyChanges(facts: Facts, changes: readonly Change[]): Facts {
  return changes.reduce<Facts>((changed, { fact, value }) => {
    const kind = typeof value === 'object' ? { complete: changed[fact]?.complete ?? false } : {};
    return { ...changed, [fact]: { value, origin: 'person', confirmed: true, ...kind } };
  }, facts);
}

/** Blockers first; breached conditions only where nothing blocks. */
function breachedControls(knowledge: Knowledge, assessment: Assessment): readonly Control[] {
  const breached = assessment.findings.filter((finding) => finding.outcome === 'breached');
  const blockers = breached.filter((finding) => finding.severity === 'blocker');
  const decisive =
    blockers.length > 0 ? blockers : breached.filter((one) => one.severity === 'condition');
  const ids = new Set(decisive.map((finding) => finding.control));
  return knowledge.controls.filter((control) => ids.has(control.id));
}

/** The smallest sets of changes (one or two) after which a control no longer stands in the way. */
function mendsOf(
  knowledge: Knowledge,
  facts: Facts,
  control: Control,
): readonly (readonly Change[])[] {
  const single = changesFor(knowledge, facts, control);
  const lifts = (changes: readonly Change[]) =>
    assess(control, applyChanges(facts, changes)).outcome !== 'breached';

  const one = single.filter((change) => lifts([change])).map((change) => [change]);
  const rest = single.filter((change) => !lifts([change]));
  const two = rest.flatMap((first, index) =>
    rest
      .slice(index + 1)
      .filter((second) => second.fact !== first.fact && lifts([first, second]))
      .map((second) => [first, second]),
  );
  return [...one, ...two].slice(0, 12);
}

function changesFor(knowledge: Knowledge, facts: Facts, control: Control): readonly Change[] {
  const ids = [
    ...new Set(
      conditionsOf(control)
        .flatMap(testsOf)
        .map((test) => test.fact),
    ),
  ];
  const markets = [...knowledge.facts.values()].filter((fact) => fact.role === 'markets');
  const definitions = [...ids.flatMap((id) => knowledge.facts.get(id) ?? []), ...markets];
  return definitions.filter((fact) => fact.changeable).flatMap((fact) => changesOf(fact, facts));
}

/** What one could do about one fact: move to another value, or leave a part of a list out. */
function changesOf(definition: FactDefinition, facts: Facts): readonly Change[] {
  const now = valuesOf(facts[definition.id]);
  if (definition.kind !== 'choices') {
    return definition.options
      .filter((option) => option.do && !now.includes(option.id))
      .map((option) => ({ fact: definition.id, value: option.id, do: option.do ?? option.label }));
  }
  // A campaign that reaches nobody is no way to yes: only a list that knows "none of these" may run empty.
  const none = definition.options.filter((option) => option.exclusive).map((option) => option.id);
  const leave = definition.options
    .filter((option) => option.without && now.includes(option.id))
    .map((option) => ({ option, rest: now.filter((one) => one !== option.id) }))
    .filter(({ rest }) => rest.length > 0 || none.length > 0)
    .map(({ option, rest }) => ({
      fact: definition.id,
      value: rest.length > 0 ? rest : none,
      do: option.without ?? option.label,
    }));
  const move = definition.options
    .filter((option) => option.do && !now.includes(option.id))
    .map((option) => ({ fact: definition.id, value: [option.id], do: option.do ?? option.label }));
  return [...move, ...leave];
}

/** One mend for each control, merged; sets that contradict themselves or grow too long fall out. */
function combine(
  mends: readonly (readonly (readonly Change[])[])[],
): readonly (readonly Change[])[] {
  const sets = mends.reduce<readonly (readonly Change[])[]>(
    (partial, options) =>
      partial
        .flatMap((set) => options.flatMap((option) => merge(set, option) ?? []).map((one) => one))
        .slice(0, 400),
    [[]],
  );
  return [...new Map(sets.map((set) => [keyOf(set), set])).values()];
}

/** The changes of both, unless they contradict each other; wrapped so that "none" and "empty" differ. */
function merge(
  set: readonly Change[],
  more: readonly Change[],
): readonly (readonly Change[])[] | undefined {
  const merged = [...set];
  for (const change of more) {
    const same = merged.find((one) => one.fact === change.fact);
    if (same === undefined) merged.push(change);
    else if (String(same.value) !== String(change.value)) return undefined;
  }
  return merged.length <= changesMax ? [merged] : undefined;
}

function keyOf(changes: readonly Change[]): string {
  return changes
    .map((change) => `${change.fact}=${String(change.value)}`)
    .sort()
    .join('&');
}

/** Drops ways that only add to a shorter one with as good a result. */
function withoutDetours(ways: readonly Way[]): Way[] {
  return ways.filter(
    (way) =>
      !ways.some(
        (other) =>
          other !== way &&
          other.changes.length < way.changes.length &&
          !isBetter(way.verdict, other.verdict) &&
          other.changes.every((change) => keyOf(way.changes).includes(keyOf([change]))),
      ),
  );
}

/** Better verdicts first, then mending before another list or channel before leaving out, then fewer changes. */
function rank(knowledge: Knowledge, way: Way): number {
  const verdicts: readonly Verdict[] = ['allowed', 'allowed_with_conditions', 'needs_information'];
  const left = way.changes.filter((change) => isLeavingOut(knowledge, change)).length;
  const moved = way.changes.filter((change) => isMovingOn(knowledge, change)).length - left;
  return verdicts.indexOf(way.verdict) * 100 + left * 10 + moved * 5 + way.changes.length;
}

/** Another list, channel or market is more than a mend. */
function isMovingOn(knowledge: Knowledge, change: Change): boolean {
  return knowledge.facts.get(change.fact)?.kind === 'choices';
}

function isLeavingOut(knowledge: Knowledge, change: Change): boolean {
  const definition = knowledge.facts.get(change.fact);
  const options = definition?.options.filter((option) => option.without?.en === change.do.en) ?? [];
  return options.length > 0;
}
