/** What was read, and where reading stopped. */
export type Read<T> = { readonly value: T; readonly end: number };

/** The letters of the languages that laws are cited in; all of Unicode is slow to prepare for. */
export const letters = 'A-Za-zÀ-ɏ';

/** Nothing of a word follows. */
export const wordEnd = `(?![${letters}\\d])`;

/** A pattern that is tried at one place of a text, in any capitals. */
export function pattern(source: string, flags = 'iuy'): RegExp {
  return new RegExp(source, flags);
}

/** Tries a pattern at one place: the whole match first, then its groups. */
export function match(tried: RegExp, text: string, at: number): Read<RegExpExecArray> | undefined {
  tried.lastIndex = at;
  const value = tried.exec(text);
  return value === null ? undefined : { value, end: tried.lastIndex };
}
