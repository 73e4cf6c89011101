import { factsIn } from '#domain/condition.ts';
import { evaluate } from '#domain/evaluate.ts';
import type { Fact, FactCatalog, FactDefinition, Facts, FactValue } from '#domain/fact.ts';
import { saidByPerson, valuesOf } from '#domain/fact.ts';

/** What a company has settled once for all its campaigns, who confirmed it and until when. */
export type StandingPractice = Readonly<
  Record<string, { readonly value: FactValue; readonly by: string; readonly until: string }>
>;

/** Facts as somebody read them from a text; never confirmed by themselves. */
export type Readings = Readonly<Record<string, Fact | undefined>>;

/** Everything that is said about one campaign, by source. */
export type Statements = {
  readonly person: Readonly<Record<string, FactValue>>;
  readonly request: Readonly<Record<string, FactValue>>;
  /** What the profile says of every campaign of the company. */
  readonly usual?: Readonly<Record<string, FactValue>>;
  readonly readings: Readings;
  /** Facts whose topic the text touches, read or not. */
  readonly touched: readonly string[];
  /** A campaign is described: what a vocabulary presumes of campaigns holds until somebody says otherwise. */
  readonly isCampaign: boolean;
  readonly practice: StandingPractice;
  /** The author's text counts as confirmed, but for the facts that are always asked. */
  readonly trustText: boolean;
};

/**
 * The facts of a campaign, each from its strongest source: a person, then a parameter, then the
 * text, then what the profile says. `today` (ISO day) decides whether a profile entry has expired.
 */
export function settle(catalog: FactCatalog, statements: Statements, today: string): Facts {
  const facts: Record<string, Fact> = {};
  const foreign = speaksOfOthersList(catalog, statements);
  for (const definition of catalog.values()) {
    const fact =
      strongest(definition, statements, foreign, today) ?? presumed(definition, statements);
    if (fact) facts[definition.id] = fact;
  }
  return derive(catalog, facts);
}

function strongest(
  definition: FactDefinition,
  statements: Statements,
  foreign: boolean,
  today: string,
): Fact | undefined {
  const said = statements.person[definition.id];
  if (said !== undefined) return saidByPerson(said);

  const read = readOf(definition, statements);
  const requested = statements.request[definition.id];
  if (requested !== undefined) return joinedWith(requested, 'request', read);
  const usual = statements.usual?.[definition.id];
  if (usual !== undefined) return joinedWith(usual, 'profile', read);

  const practice = practiceOf(definition, statements, foreign, today);
  if (practice && (!read || String(read.value) === String(practice.value))) return practice;
  return read;
}

/** What nobody writes down of a campaign because it goes without saying; never confirmed by itself. */
function presumed(definition: FactDefinition, statements: Statements): Fact | undefined {
  if (definition.presume === undefined || !statements.isCampaign) return undefined;
  if (statements.touched.includes(definition.id)) return undefined;
  return { value: definition.presume, origin: 'derived', confirmed: false };
}

/** What a parameter or the profile says holds; what the text says beside it joins it, and what it may say stays open. */
function joinedWith(value: FactValue, origin: 'request' | 'profile', read: Fact | undefined): Fact {
  if (typeof value !== 'object') return { value, origin, confirmed: true };
  const joined = [...new Set([...value, ...valuesOf(read)])];
  const unclear = (read?.unclear ?? []).filter((option) => !joined.includes(option));
  return {
    value: joined,
    origin,
    confirmed: true,
    complete: true,
    ...(unclear.length > 0 ? { unclear } : {}),
  };
}

function readOf(definition: FactDefinition, statements: Statements): Fact | undefined {
  const read = statements.readings[definition.id];
  if (!read) return undefined;
  if (!statements.trustText || definition.alwaysAsk) return read;
  return definition.kind === 'choices'
    ? { ...read, confirmed: true, complete: true }
    : { ...read, confirmed: true };
}

/**
 * Standing practice counts until its confirmation runs out, the text touches the topic without
 * saying the same, or (for facts about the company's own lists) the addresses come from others.
 */
function practiceOf(
  definition: FactDefinition,
  statements: Statements,
  foreign: boolean,
  today: string,
): Fact | undefined {
  const entry = statements.practice[definition.id];
  if (!entry || definition.standing === undefined || entry.until < today) return undefined;
  if (definition.standing === 'own-list' && foreign) return undefined;
  const read = statements.readings[definition.id];
  if (read === undefined && statements.touched.includes(definition.id)) return undefined;
  return { value: entry.value, origin: 'profile', confirmed: true };
}

function speaksOfOthersList(catalog: FactCatalog, statements: Statements): boolean {
  return [...catalog.values()].some((definition) => {
    const others = definition.options
      .filter((option) => option.othersList)
      .map((option) => option.id);
    const said = statements.person[definition.id];
    const read = statements.readings[definition.id];
    const listed =
      said === undefined ? [...valuesOf(read), ...(read?.unclear ?? [])] : [said].flat();
    return others.some((option) => listed.map(String).includes(option));
  });
}

/** Adds what follows from other facts; a derived fact is as weak as its weakest parent. */
function derive(catalog: FactCatalog, facts: Facts): Facts {
  const derived: Record<string, Fact> = {};
  for (const definition of catalog.values()) {
    if (facts[definition.id]) continue;
    const rule = definition.derive.find(({ when }) => {
      const truth = evaluate(when, confirmedCopy(facts), true);
      return truth.known && truth.value;
    });
    if (!rule) continue;
    const parents = factsIn(rule.when).map((id) => facts[id]);
    // What was only read does not become a fact by being derived, not even where the text is trusted.
    const confirmed = parents.every(
      (parent) =>
        parent?.confirmed === true && parent.origin !== 'text' && parent.origin !== 'model',
    );
    derived[definition.id] = { value: rule.value, origin: 'derived', confirmed };
  }
  return { ...facts, ...derived };
}

/** Derivations look at values alone; how far they carry is decided by `confirmed` above. */
function confirmedCopy(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([id, fact]) => [id, fact && { ...fact, confirmed: true }]),
  );
}
