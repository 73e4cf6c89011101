const wordsMax = 50_000;

/** Remembers what was found for a word; words recur. The limit keeps strange texts from filling the memory. */
export function remembered<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = find(word);
    if (known.size < wordsMax) known.set(word, found);
    return found;
  };
}
