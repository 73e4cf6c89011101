import { setImmediate } from 'node:timers/promises';
import type { FactCatalog, FactDefinition } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import { anyOf, patternOf } from '#language/patterns.ts';
import { standingOf, type Polarity, type Standing } from '#language/polarity.ts';
import type { Sentence, Span } from '#language/segment.ts';

/** So many patterns a part of a list has where the lexicon is rich. */
const namesPerPart = 10;

/** Something that a pattern of the vocabulary found. */
export type Hit = Span & {
  readonly fact: string;
  readonly option: string;
  readonly standing: Standing;
  /** A cue is too weak to say that the option is there. */
  readonly isCue: boolean;
};

type ScenePattern = {
  readonly pattern: RegExp;
  /** The pattern itself says "no" or "without". */
  readonly mayDeny: boolean;
  /** The pattern speaks of the beginning or the end of a clause. */
  readonly isAnchored: boolean;
};

/** The patterns of one option in one language. */
type OptionPatterns = {
  readonly fact: Pick<FactDefinition, 'id'>;
  readonly option: string;
  readonly patterns: readonly ScenePattern[];
  readonly cues: readonly string[];
};

export type Scene = Readonly<Record<Language, readonly OptionPatterns[]>>;

/** The lists that say what will happen, rather than who somebody is; of these the past tells nothing. */
export function stagedIn(catalog: FactCatalog): ReadonlySet<string> {
  return new Set(
    [...catalog.values()]
      .filter(
        ({ kind, role, options }) =>
          kind === 'choices' && (role === 'channels' || options.some(({ exclusive }) => exclusive)),
      )
      .map(({ id }) => id),
  );
}

/** Lists whose parts the lexicon knows by many names. */
export function listsOfTheLexicon(catalog: FactCatalog): ReadonlySet<string> {
  return new Set(
    [...catalog.values()]
      .filter(({ kind, options }) => {
        const known = options.reduce(
          (sum, { lexicon: { de, en } }) => sum + de.length + en.length,
          0,
        );
        return kind === 'choices' && known >= options.length * namesPerPart;
      })
      .map(({ id }) => id),
  );
}

/** Compiles the scene lexicon of all facts. */
export function sceneOf(catalog: FactCatalog, { negation }: ReadingWords): Scene {
  return { de: optionsIn('de', catalog, negation), en: optionsIn('en', catalog, negation) };
}

function optionsIn(
  language: Language,
  catalog: FactCatalog,
  negation: ReadingWords['negation'],
): readonly OptionPatterns[] {
  const compiled = patternsIn(language, negation);
  return [...catalog.values()].flatMap((fact) =>
    fact.options
      .filter(({ lexicon, cues }) => lexicon[language].length + cues[language].length > 0)
      .map(({ id, lexicon, cues }) => ({
        fact,
        option: id,
        patterns: compiled(lexicon[language]),
        cues: cues[language].map(spaced),
      })),
  );
}

/** Compiles patterns of the vocabulary in one language. */
export function patternsIn(language: Language, negation: ReadingWords['negation']) {
  const { clause, next, lack, renounce } = negation;
  const denial = anyOf([clause, next, lack, renounce].flatMap((words) => words[language]));
  return (sources: readonly string[]): readonly ScenePattern[] =>
    sources.map((source) => ({
      pattern: patternOf(source),
      mayDeny: denial.test(withoutLookarounds(source)),
      isAnchored: /(?<!\[)\^|\$/.test(source),
    }));
}

/** Patterns are compiled when they are first used; doing that bit by bit keeps others from waiting. */
export async function warmUp(options: readonly OptionPatterns[]): Promise<void> {
  const batch = 40;
  const patterns = options.flatMap((one) => one.patterns.map(({ pattern }) => pattern));
  for (const [index, pattern] of patterns.entries()) {
    // The second run compiles for good.
    pattern.test('a b');
    pattern.test('a b');
    if (index % batch === batch - 1) await setImmediate();
  }
}

/** What the lexicon finds in one sentence; of each option the first hit that counts most. */
export function hitsIn(
  sentence: Sentence,
  polarity: Polarity,
  options: readonly OptionPatterns[],
  isDenial: (word: string) => boolean,
): readonly Hit[] {
  const plainWords = spaced(sentence.text);
  return options.flatMap((one) => {
    const hits = one.patterns.flatMap(({ pattern, mayDeny, isAnchored }) => {
      const span = find(pattern, sentence, isAnchored);
      if (!span) return [];
      const saysSo = mayDeny && holdsDenial(span, sentence, isDenial);
      const standing = standingOf(span, sentence, polarity);
      return [hitOf(one, span, saysSo ? 'stated' : standing, false)];
    });
    const best =
      hits.find((hit) => hit.standing === 'stated') ??
      hits.find((hit) => hit.standing === 'doubtful');
    if (best ?? hits[0]) return [best ?? hits[0]].filter((hit) => hit !== undefined);
    const cue = one.cues.find((words) => plainWords.includes(words));
    if (cue === undefined) return [];
    const span = cueSpan(cue, sentence);
    return [hitOf(one, span, standingOf(span, sentence, polarity), true)];
  });
}

function hitOf(one: OptionPatterns, span: Span, standing: Standing, isCue: boolean): Hit {
  return { ...span, fact: one.fact.id, option: one.option, standing, isCue };
}

/** Anchored patterns speak of a clause, the others of the whole sentence. */
function find(pattern: RegExp, sentence: Sentence, isAnchored: boolean): Span | undefined {
  const match = pattern.exec(sentence.text);
  if (match) return spanOf(match, sentence.start);
  if (!isAnchored) return undefined;
  for (const clause of sentence.clauses) {
    const inside = pattern.exec(
      sentence.text.slice(clause.start - sentence.start, clause.end - sentence.start),
    );
    if (inside) return spanOf(inside, clause.start);
  }
  return undefined;
}

function spanOf(match: RegExpExecArray, offset: number): Span {
  return { start: offset + match.index, end: offset + match.index + match[0].length };
}

function holdsDenial(
  span: Span,
  { words }: Sentence,
  isDenial: (word: string) => boolean,
): boolean {
  return words.some(
    (word) => word.start < span.end && word.end > span.start && isDenial(word.text),
  );
}

function withoutLookarounds(source: string): string {
  return source.replaceAll(/\(\?<?![^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
}

/** Words with one blank before and after each, so that whole words can be looked for. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function cueSpan(cue: string, sentence: Sentence): Span {
  const [first = ''] = cue.trim().split(' ');
  const word = sentence.words.find(({ text }) => spaced(text).includes(` ${first} `));
  return word ?? sentence;
}
