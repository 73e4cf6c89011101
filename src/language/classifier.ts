import type { FactCatalog, FactDefinition } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import type { Favour } from '#domain/leaning.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import type { Claim } from '#language/claims.ts';
import { anyOfBoth } from '#language/patterns.ts';
import type { Polarity, Standing } from '#language/polarity.ts';
import type { Sentence, Span } from '#language/segment.ts';
import { unitsOf, type Unit } from '#language/units.ts';

/** A claim and whether it is sure enough to be a statement. */
export type Judged = Claim & { readonly standing: Standing };

/** The log-odds from which a claim counts: the more an answer helps, the surer it must be. */
const bars = { unfavourable: 0.3, mixed: 1, favourable: 1.5 };

/** Where patterns of the lexicon look for an option, the model only helps out. */
const helperBars = { stated: 1.5, open: 0.75 };

/** From here on a claim at least makes its option or its topic open. */
const openFrom = { option: 0, topic: 0.5 };

/** What a sentence loses that only imagines, remembers or repeats what somebody says. */
const moodPenalty = 2;

/** A longer stretch that says something worse to this degree spoils what its part says. */
const spoiltFrom = -1;

export type ClaimsOf = (unit: Unit, language: Language) => readonly Claim[];

/** Reads one sentence with the trained model. */
export type Judge = (sentence: Sentence, polarity: Polarity, language: Language) => readonly Judged[];

/** Of each fact and option the surest unit counts. */
export function judgeWith(
  claimsOf: ClaimsOf,
  catalog: FactCatalog,
  favour: Favour,
  { mood }: ReadingWords,
): Judge {
  const pending = anyOfBoth(mood.pending);
  const moods = [mood.past, mood.hearsay, mood.hypothetical].map(anyOfBoth);
  const ignorance = anyOfBoth(mood.ignorance);
  const helped = helpedOptions(catalog);
  return (sentence, polarity, language) => {
    const claims = unitsOf(sentence, polarity)
      .flatMap((unit) => claimsOf(unit, language))
      .flatMap((claim) => {
        const definition = catalog.get(claim.fact);
        if (!definition) return [];
        const isPending = pending.test(textOf(sentence, claim));
        return [isPending ? pendingClaim(claim, definition, favour) : claim];
      });
    if (claims.length === 0) return [];
    const penalty = moods.some((pattern) => pattern.test(sentence.text)) ? moodPenalty : 0;
    const isOpen = sentence.isQuestion || ignorance.test(sentence.text);
    return [...surestOf(claims).values()].flatMap((claim) => {
      const helps = favour(claim.fact, claim.option);
      const certainty = claim.certainty - (helps > 0.5 ? penalty : 0);
      const kind = catalog.get(claim.fact)?.kind;
      const isSpoilt =
        (isOpen && kind !== 'choices' && kind !== 'choice') ||
        (helps > 0.5 && !isUpheld(claim, claims, sentence, polarity, favour));
      const standing = helped.has(keyOf(claim))
        ? helperStanding(certainty)
        : standingOf({ ...claim, certainty }, helps, kind === 'choices');
      if (!standing) return [];
      return [{ ...claim, certainty, standing: isSpoilt ? 'doubtful' : standing }];
    });
  };
}

function helpedOptions(catalog: FactCatalog): ReadonlySet<string> {
  return new Set(
    [...catalog.values()]
      .filter(({ kind }) => kind === 'choices')
      .flatMap((fact) =>
        fact.options
          .filter(({ lexicon }) => lexicon.de.length + lexicon.en.length > 0)
          .map(({ id }) => keyOf({ fact: fact.id, option: id })),
      ),
  );
}

function keyOf({ fact, option }: Pick<Claim, 'fact' | 'option'>): string {
  return `${fact} ${option}`;
}

function surestOf(claims: readonly Claim[]): ReadonlyMap<string, Claim> {
  const surest = new Map<string, Claim>();
  for (const claim of claims) {
    const key = keyOf(claim);
    const before = surest.get(key);
    if (!before || claim.certainty > before.certainty) surest.set(key, claim);
  }
  return surest;
}

/** Whether nothing around a part of a sentence takes back the good that the part says. */
function isUpheld(
  claim: Claim,
  claims: readonly Claim[],
  { clauses }: Sentence,
  { negators }: Polarity,
  favour: Favour,
): boolean {
  const own = favour(claim.fact, claim.option);
  const around = claims.filter(
    (other) => other.fact === claim.fact && other.start <= claim.start && other.end >= claim.end && other !== claim,
  );
  const isWorse = ({ option, certainty }: Claim) =>
    certainty > spoiltFrom && favour(claim.fact, option) < own;
  if (around.some(isWorse)) return false;
  const first = clauses.findIndex(({ start }) => start === claim.start);
  const last = clauses.findIndex(({ end }) => end === claim.end);
  const neighbours = [clauses[first - 1], clauses[last + 1]].filter((clause) => clause !== undefined);
  const isDeniedNearby = neighbours.some(({ firstWord, lastWord }) =>
    negators.subarray(firstWord, lastWord + 1).includes(1),
  );
  return !isDeniedNearby || around.some(({ option, certainty }) => option === claim.option && certainty > 0.5);
}

function standingOf(
  { certainty, about }: Claim,
  favour: number,
  isList: boolean,
): Standing | undefined {
  if (certainty > barFor(favour)) return 'stated';
  if (certainty > openFrom.option) return 'doubtful';
  return about > openFrom.topic && !isList ? 'doubtful' : undefined;
}

function helperStanding(certainty: number): Standing | undefined {
  if (certainty > helperBars.stated) return 'stated';
  return certainty > helperBars.open ? 'doubtful' : undefined;
}

function barFor(favour: number): number {
  if (favour === 0) return bars.unfavourable;
  return favour < 0.5 ? bars.mixed : bars.favourable;
}

/** What is still to come is not there today. */
function pendingClaim(claim: Claim, { kind, options }: FactDefinition, favour: Favour): Claim {
  if (favour(claim.fact, claim.option) <= 0.5) return claim;
  if (kind === 'form') return { ...claim, option: 'planned' };
  if (kind !== 'yes-no') return { ...claim, certainty: Math.min(claim.certainty, 0) };
  const other = options.find(({ id }) => id !== claim.option);
  return other ? { ...claim, option: other.id } : claim;
}

function textOf({ text, start }: Sentence, span: Span): string {
  return text.slice(span.start - start, span.end - start);
}
