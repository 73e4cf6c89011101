import type { FactCatalog, FactDefinition } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import type { Favour } from '#domain/leaning.ts';
import type { Claims } from '#language/claims.ts';
import type { Judged } from '#language/classifier.ts';
import type { Polarity } from '#language/polarity.ts';
import type { Sentence } from '#language/segment.ts';
import type { Tick } from '#language/ticks.ts';

/** A label names a fact if it is at least so likely, and by so much likelier than the next. */
const named = { about: 0, lead: 0.7 };

/** A tick beside a label leaves little to doubt. */
const certainty = 2.5;

/** Reads "unsubscribe link: yes" lines: which fact the label names, and what the tick says of it. */
export function tickedWith(
  claims: Claims,
  catalog: FactCatalog,
  favour: Favour,
): (sentence: Sentence, polarity: Polarity, tick: Tick, language: Language) => readonly Judged[] {
  return (sentence, polarity, tick, language) => {
    const { value, words } = sentence;
    const lastWord = words.findLastIndex(({ end }) => value !== undefined && end <= value);
    // "No training: yes" may mean either.
    if (lastWord < 0 || polarity.negators.subarray(0, lastWord + 1).includes(1)) return [];
    const label = { sentence, polarity, firstWord: 0, lastWord };
    const topics = claims
      .topicsOf(label, language)
      .filter(({ fact }) => ['yes-no', 'form'].includes(catalog.get(fact)?.kind ?? ''));
    const [best, next] = topics;
    const definition = best && catalog.get(best.fact);
    if (!definition || best.about < named.about || best.about - (next?.about ?? -9) < named.lead)
      return [];
    const option = optionFor(tick, definition, favour);
    if (option === undefined) return [];
    const { start, end } = sentence;
    return [
      { fact: definition.id, option, certainty, about: best.about, start, end, standing: 'stated' },
    ];
  };
}

function optionFor(
  tick: Tick,
  { id, kind, options }: FactDefinition,
  favour: Favour,
): string | undefined {
  if (kind === 'form') return { yes: 'shown', no: 'left_out', open: 'planned' }[tick];
  if (tick !== 'open') return tick;
  return options.toSorted((one, other) => favour(id, one.id) - favour(id, other.id))[0]?.id;
}
