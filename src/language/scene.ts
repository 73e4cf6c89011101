import type { FactCatalog, FactDefinition } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import { anyOf, patternOf } from '#language/patterns.ts';
import { standingOf, type Polarity, type Standing } from '#language/polarity.ts';
import type { Sentence, Span } from '#language/segment.ts';

/** Something that a pattern of the vocabulary found. */
export type Hit = Span & {
  readonly fact: string;
  readonly option: string;
  readonly standing: Standing;
  /** A cue is too weak to say that the option is there. */
  readonly isCue: boolean;
};

/** The patterns of one option in one language. */
type OptionPatterns = {
  readonly fact: FactDefinition;
  readonly option: string;
  readonly patterns: readonly { readonly pattern: RegExp; readonly mayDeny: boolean }[];
  readonly cues: RegExp;
};

export type Scene = Readonly<Record<Language, readonly OptionPatterns[]>>;

/** Compiles the scene lexicon of all facts. */
export function sceneOf(catalog: FactCatalog, { negation }: ReadingWords): Scene {
  return { de: patternsIn('de', catalog, negation), en: patternsIn('en', catalog, negation) };
}

function patternsIn(
  language: Language,
  catalog: FactCatalog,
  negation: ReadingWords['negation'],
): readonly OptionPatterns[] {
  const denial = anyOf([...negation.clause[language], ...negation.next[language], ...negation.lack[language]]);
  return [...catalog.values()].flatMap((fact) =>
    fact.options
      .filter(({ lexicon, cues }) => lexicon[language].length + cues[language].length > 0)
      .map(({ id, lexicon, cues }) => ({
        fact,
        option: id,
        patterns: lexicon[language].map((source) => ({
          pattern: patternOf(source),
          mayDeny: denial.test(withoutLookarounds(source)),
        })),
        cues: anyOf(cues[language].map((cue) => `(?<![\\p{L}])${escaped(cue)}(?![\\p{L}])`), 'u'),
      })),
  );
}

/** What the lexicon finds in one sentence; of each option the first hit that counts most. */
export function hitsIn(
  sentence: Sentence,
  polarity: Polarity,
  options: readonly OptionPatterns[],
  isDenial: (word: string) => boolean,
): readonly Hit[] {
  return options.flatMap((one) => {
    const hits = one.patterns.flatMap(({ pattern, mayDeny }) => {
      const span = find(pattern, sentence);
      if (!span) return [];
      const saysSo = mayDeny && holdsDenial(span, sentence, isDenial);
      const standing = standingOf(span, sentence, polarity);
      return [hitOf(one, span, saysSo ? 'stated' : standing, false)];
    });
    const best = hits.find((hit) => hit.standing === 'stated') ?? hits.find((hit) => hit.standing === 'doubtful');
    if (best ?? hits[0]) return [best ?? hits[0]].filter((hit) => hit !== undefined);
    const cue = find(one.cues, sentence);
    return cue ? [hitOf(one, cue, standingOf(cue, sentence, polarity), true)] : [];
  });
}

function hitOf(one: OptionPatterns, span: Span, standing: Standing, isCue: boolean): Hit {
  return { ...span, fact: one.fact.id, option: one.option, standing, isCue };
}

/** Anchored patterns speak of a clause, the others of the whole sentence. */
function find(pattern: RegExp, sentence: Sentence): Span | undefined {
  const match = pattern.exec(sentence.text);
  if (match) return spanOf(match, sentence.start);
  if (!/(?<!\[)\^|\$/.test(pattern.source)) return undefined;
  for (const clause of sentence.clauses) {
    const inside = pattern.exec(sentence.text.slice(clause.start - sentence.start, clause.end - sentence.start));
    if (inside) return spanOf(inside, clause.start);
  }
  return undefined;
}

function spanOf(match: RegExpExecArray, offset: number): Span {
  return { start: offset + match.index, end: offset + match.index + match[0].length };
}

function holdsDenial(span: Span, { words }: Sentence, isDenial: (word: string) => boolean): boolean {
  return words.some((word) => word.start < span.end && word.end > span.start && isDenial(word.text));
}

function withoutLookarounds(source: string): string {
  return source.replaceAll(/\(\?<?![^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
}

function escaped(words: string): string {
  return words.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
