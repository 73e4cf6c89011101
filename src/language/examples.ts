import type { FactCatalog, FactDefinition } from '#domain/fact.ts';
import { Language } from '#domain/language.ts';
import type { Favour } from '#domain/leaning.ts';
import type { ReadingWords } from '#domain/reading-words.ts';

/** One phrase of the vocabulary and what it says; near misses speak of a fact without stating it. */
export type Example = {
  readonly text: string;
  readonly language: Language;
  readonly fact: string;
  readonly option: string | undefined;
};

/** Frames that each thing is put into, of each sort: all of them would drown the phrases of people. */
const framesUsed = 3;

/** Facts whose values are learnt from phrases: where people live is a matter of names, not of phrasing. */
function isLearnt(fact: FactDefinition): boolean {
  return fact.kind !== 'date' && fact.kind !== 'number' && fact.role !== 'markets';
}

/** All phrases that the reader learns from, in a fixed order. */
export function examplesOf(
  catalog: FactCatalog,
  words: ReadingWords,
  favour: Favour,
): readonly Example[] {
  return [...catalog.values()].filter(isLearnt).flatMap((fact) =>
    Language.options.flatMap((language) => [
      ...fact.options.flatMap((option) =>
        option.said[language].map((text) => ({
          text,
          language,
          fact: fact.id,
          option: option.id,
        })),
      ),
      ...fact.nearMisses[language].map((text) => ({
        text,
        language,
        fact: fact.id,
        option: undefined,
      })),
      ...framed(fact, language, words, favour),
    ]),
  );
}

/** "There is a {}", "no {}", "{} is still missing", with the names of what the fact is about. */
function framed(
  fact: FactDefinition,
  language: Language,
  { frames, things }: ReadingWords,
  favour: Favour,
): readonly Example[] {
  const names = things[fact.id]?.[language] ?? [];
  const fill = (sort: keyof ReadingWords['frames'], option: string | undefined) =>
    names.flatMap((name, turn) => {
      const all = frames[sort][language];
      const step = Math.ceil(all.length / framesUsed);
      return all
        .filter((_, index) => (index + turn) % step === 0)
        .map((frame) => ({ text: frame.replace('{}', name), language, fact: fact.id, option }));
    });
  const { there, lacking, open } = meaningsFor(fact, favour);
  return [...fill('there', there), ...fill('lacking', lacking), ...fill('open', open)];
}

type Meanings = Readonly<Record<keyof ReadingWords['frames'], string | undefined>>;

/** A duty of form may be planned; otherwise what is still to come is lacking. */
function meaningsFor({ id, kind, options }: FactDefinition, favour: Favour): Meanings {
  if (kind === 'form') return { there: 'shown', lacking: 'left_out', open: 'planned' };
  const byFavour = options.toSorted((one, other) => favour(id, other.id) - favour(id, one.id));
  const worst = byFavour.at(-1)?.id;
  return { there: byFavour[0]?.id, lacking: worst, open: worst };
}
