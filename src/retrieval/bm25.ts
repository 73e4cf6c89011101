/** Words to look for, and how much each counts. */
export type Query = ReadonlyMap<string, number>;

/** Scores every document of a collection against a query (Okapi BM25). */
export type Bm25 = {
  /** One score for each document, in their order. */
  readonly scores: (query: Query) => Float64Array;
  /** Whether any document has the word. */
  readonly knows: (word: string) => boolean;
};

/** How soon repetition stops to count, and how much length is held against a document. */
const saturation = 1.2;
const lengthWeight = 0.75;

/** Indexes documents that have been cut into words already. */
export function bm25(documents: readonly (readonly string[])[]): Bm25 {
  const postings = postingsOf(documents);
  const average =
    documents.reduce((sum, words) => sum + words.length, 0) / Math.max(1, documents.length);
  const lengthOf = (index: number) => (documents[index]?.length ?? 0) / Math.max(1, average);
  const weightOf = (word: string) => {
    const holding = postings.get(word)?.size ?? 0;
    return Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
  };

  return {
    knows: (word) => postings.has(word),
    scores: (query) => {
      const scores = new Float64Array(documents.length);
      for (const [word, factor] of query) {
        const weight = factor * weightOf(word);
        for (const [index, count] of postings.get(word) ?? []) {
          const resistance = saturation * (1 - lengthWeight + lengthWeight * lengthOf(index));
          const gain = (weight * count * (saturation + 1)) / (count + resistance);
          scores[index] = (scores[index] ?? 0) + gain;
        }
      }
      return scores;
    },
  };
}

/** For each word the documents that have it, and how often. */
function postingsOf(
  documents: readonly (readonly string[])[],
): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const postings = new Map<string, Map<number, number>>();
  for (const [index, words] of documents.entries()) {
    for (const word of words) {
      const holding = postings.get(word) ?? new Map<number, number>();
      holding.set(index, (holding.get(index) ?? 0) + 1);
      postings.set(word, holding);
    }
  }
  return postings;
}
