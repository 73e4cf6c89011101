/**
 * What we know about a statement: that it holds, that it does not, or which facts would tell.
 * `missing` may be empty: a duty that is planned is open, and there is nothing left to ask.
 */
export type Truth =
  | { readonly known: true; readonly value: boolean }
  | { readonly known: false; readonly missing: readonly string[] };

export const holds: Truth = { known: true, value: true };
export const fails: Truth = { known: true, value: false };

/** Unknown, and these facts would tell. */
export function unknown(...missing: readonly string[]): Truth {
  return { known: false, missing };
}

/** The truth of a plain statement. */
export function known(value: boolean): Truth {
  return value ? holds : fails;
}

/** True when every part is true; false as soon as one is, whatever the others would be. */
export function every(parts: readonly Truth[]): Truth {
  if (parts.some((part) => part.known && !part.value)) return fails;
  return parts.every((part) => part.known) ? holds : unknown(...missingFacts(parts));
}

/** True as soon as one part is true; false when every part is. */
export function some(parts: readonly Truth[]): Truth {
  return negate(every(parts.map(negate)));
}

/** The opposite; what is unknown stays unknown. */
export function negate(truth: Truth): Truth {
  return truth.known ? known(!truth.value) : truth;
}

/** The facts that would tell, each named once, in order of first mention. */
export function missingFacts(parts: readonly Truth[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => (part.known ? [] : part.missing)))];
}
