import type { FactCatalog, FactDefinition } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import type { Favour } from '#domain/leaning.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import type { Claim, Claims } from '#language/claims.ts';
import { tickedWith } from '#language/label-lines.ts';
import { anyOfBoth } from '#language/patterns.ts';
import type { Polarity, Standing } from '#language/polarity.ts';
import type { Sentence, Span } from '#language/segment.ts';
import { listsOfTheLexicon } from '#language/scene.ts';
import { ticksOf } from '#language/ticks.ts';
import { unitsOf } from '#language/units.ts';

/** A claim and whether it is sure enough to be a statement. */
export type Judged = Claim & { readonly standing: Standing; readonly isHunch?: boolean };

/** The log-odds from which a claim counts: the more an answer helps, the surer it must be. */
const bars = { unfavourable: 0.8, mixed: 1, favourable: 1.5 };

/** Where patterns of the lexicon look for an option, the model only helps out. */
const helperBars = { stated: 6, open: 4 };

/** From here on a claim makes its option open, or its topic, or the topic of a sentence that leaves it open. */
const openFrom = { option: 0, topic: 0, spoilt: -1 };

/** "No mail without consent": what is denied twice must be understood well. */
const twistedBar = 2;

/** So sure must the model be of a part of a list that stands beside a denial. */
const deniedBar = 4;

/** So much surer must the longer stretch be. */
const scrapLead = 1;

/** What a sentence loses that speaks of something earlier. */
const pastPenalty = 2;

/** A longer stretch that says something worse to this degree spoils what its part says. */
const spoiltFrom = -1;

/** Reads one sentence with the trained model. */
export type Judge = (
  sentence: Sentence,
  polarity: Polarity,
  language: Language,
) => readonly Judged[];

/** Of each fact and option the surest unit counts. */
export function judgeWith(
  claims: Claims,
  catalog: FactCatalog,
  favour: Favour,
  words: ReadingWords,
): Judge {
  const tickOf = ticksOf(words);
  const ticked = tickedWith(claims, catalog, favour);
  const pending = anyOfBoth(words.mood.pending);
  const moodOf = moodsOf(words);
  const helped = listsOfTheLexicon(catalog);
  return (sentence, polarity, language) => {
    const tick = tickOf(sentence);
    if (tick) return ticked(sentence, polarity, tick, language);
    const units = unitsOf(sentence, polarity).map((unit) => claims.of(unit, language));
    const hunches = [...surestOf(units.flatMap((unit) => unit.hunches)).values()].map(
      (hunch): Judged => ({ ...hunch, standing: 'doubtful', isHunch: true }),
    );
    const made = units
      .flatMap((unit) => unit.claims)
      .flatMap((claim) => {
        const definition = catalog.get(claim.fact);
        if (!definition) return [];
        const isPending = pending.test(textOf(sentence, claim));
        return [isPending ? pendingClaim(claim, definition, favour) : claim];
      });
    if (made.length === 0) return hunches;
    const mood = moodOf(sentence);
    const judgedOnes = [...surestOf(made).values()].flatMap((claim) => {
      const helps = favour(claim.fact, claim.option);
      const certainty = claim.certainty - (mood.isPast && helps > 0.5 ? pastPenalty : 0);
      const kind = catalog.get(claim.fact)?.kind;
      const denials = negatorsIn(claim, sentence, polarity);
      const isSpoilt =
        (mood.isAsked && kind !== 'choices') ||
        (mood.isUnknown && (kind === 'yes-no' || kind === 'form')) ||
        (denials > 1 && certainty < twistedBar) ||
        (helps > 0.5 && (mood.isUnsure || !isUpheld(claim, made, sentence, polarity, favour)));
      const judged = { ...claim, certainty };
      const standing = helped.has(claim.fact)
        ? helperStanding(judged, isSpoilt || (denials > 0 && certainty < deniedBar))
        : kind === 'choices'
          ? partStanding(judged, isSpoilt, helps)
          : answerStanding(judged, isSpoilt, helps);
      return standing ? [{ ...judged, standing }] : [];
    });
    return [...judgedOnes, ...hunches];
  };
}

/** How a sentence is meant. */
type Mood = {
  readonly isPast: boolean;
  /** Somebody says so, or it is imagined. */
  readonly isUnsure: boolean;
  readonly isAsked: boolean;
  /** The author does not know; of a choice, that may be an answer of its own. */
  readonly isUnknown: boolean;
};

function moodsOf({ mood }: ReadingWords): (sentence: Sentence) => Mood {
  const past = anyOfBoth(mood.past);
  const unsure = [mood.hearsay, mood.hypothetical].map(anyOfBoth);
  const ignorance = anyOfBoth(mood.ignorance);
  return ({ text, isQuestion }) => ({
    isPast: past.test(text),
    isUnsure: unsure.some((pattern) => pattern.test(text)),
    isAsked: isQuestion,
    isUnknown: ignorance.test(text),
  });
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function keyOf({ fact, option }: Pick<Claim, 'fact' | 'option'>): string {
  return `${fact} ${option}`;
}

/** A scrap counts for nothing where the longer stretch around it is surer of something else. */
function surestOf(claims: readonly Claim[]): ReadonlyMap<string, Claim> {
  const surest = new Map<string, Claim>();
  for (const claim of claims) {
    const isScrap = claims.some(
      (other) =>
        other.fact === claim.fact &&
        isWithin(claim, other) &&
        other.certainty > claim.certainty + scrapLead,
    );
    if (isScrap) continue;
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
    (other) => other.fact === claim.fact && other !== claim && isWithin(claim, other),
  );
  const isWorse = ({ option, certainty }: Claim) =>
    certainty > spoiltFrom && favour(claim.fact, option) < own;
  if (around.some(isWorse)) return false;
  const first = clauses.findIndex(({ start }) => start === claim.start);
  const last = clauses.findIndex(({ end }) => end === claim.end);
  const neighbours = [clauses[first - 1], clauses[last + 1]].filter(
    (clause) => clause !== undefined,
  );
  const isDeniedNearby = neighbours.some(({ firstWord, lastWord }) =>
    negators.subarray(firstWord, lastWord + 1).some((one) => one > 0),
  );
  return (
    !isDeniedNearby ||
    around.some(({ option, certainty }) => option === claim.option && certainty > 0.5)
  );
}

function helperStanding({ certainty }: Claim, isSpoilt: boolean): Standing | undefined {
  if (certainty > helperBars.stated) return isSpoilt ? 'doubtful' : 'stated';
  return certainty > helperBars.open ? 'doubtful' : undefined;
}

function partStanding(
  { certainty }: Claim,
  isSpoilt: boolean,
  favour: number,
): Standing | undefined {
  if (certainty > barFor(favour)) return isSpoilt ? 'doubtful' : 'stated';
  return certainty > openFrom.option ? 'doubtful' : undefined;
}

function answerStanding(
  { certainty, about }: Claim,
  isSpoilt: boolean,
  favour: number,
): Standing | undefined {
  if (isSpoilt) return about > openFrom.spoilt ? 'doubtful' : undefined;
  if (certainty > barFor(favour)) return 'stated';
  // A good word that is not quite sure holds nothing against anybody.
  if (favour > 0.5 && certainty > openFrom.option) return undefined;
  return about > openFrom.topic ? 'doubtful' : undefined;
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

function negatorsIn(span: Span, { words }: Sentence, { negators }: Polarity): number {
  return words.filter(
    ({ start, end }, index) => negators[index] === 1 && start >= span.start && end <= span.end,
  ).length;
}

function textOf({ text, start }: Sentence, span: Span): string {
  return text.slice(span.start - start, span.end - start);
}
