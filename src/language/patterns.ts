import type { Phrases } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import { Problem } from '#domain/problem.ts';

/** One regular expression for many; a list without entries matches nothing. */
export function anyOf(sources: readonly string[]): RegExp {
  return sources.length === 0 ? /(?!)/ : patternOf(sources.map((one) => `(?:${one})`).join('|'));
}

/** The same for both languages. */
export function anyOfEach(phrases: Phrases): Readonly<Record<Language, RegExp>> {
  return { de: anyOf(phrases.de), en: anyOf(phrases.en) };
}

/** The same for texts of any language. */
export function anyOfBoth({ de, en }: Phrases): RegExp {
  return anyOf([...de, ...en]);
}

/** A pattern for text that was evened out as `plainOf` does it. */
export function patternOf(source: string): RegExp {
  const even = source
    .replaceAll(/[„“”«»]/g, '"')
    .replaceAll(/[‚‘’`´]/g, "'")
    .replaceAll(/[–—]/g, '¬')
    .replaceAll('€', '¤');
  try {
    // Text is lower-cased before it is read; only patterns with capitals need the slower flag.
    return new RegExp(even, /[A-ZÄÖÜ]/.test(source.replaceAll(/\\./g, '')) ? 'i' : '');
  } catch (cause) {
    throw new Problem('knowledge.invalid', `The pattern ${source} is not a regular expression.`, {
      remedy: 'Mend the pattern in knowledge/, then run "leitplanke knowledge check".',
      cause,
    });
  }
}

/** The words of both languages in one set. */
export function wordsOfBoth({ de, en }: Phrases): ReadonlySet<string> {
  return new Set([...de, ...en]);
}
