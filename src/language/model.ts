/** Rows of a thin matrix: row `i` fills the places from `starts[i]` up to `starts[i + 1]`. */
export type ThinRows = {
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly values: Float32Array;
};

/** What the model can tell of one fact; the numbers are columns. */
export type Topic = {
  readonly fact: string;
  /** Whether the fact is spoken of at all. */
  readonly head: number;
  /** Which of its options is meant. */
  readonly options: readonly { readonly option: string; readonly column: number }[];
};

/** A part of a list, and the column that tells whether it is spoken of. */
export type Hunch = { readonly fact: string; readonly option: string; readonly column: number };

/** What training leaves. */
export type Model = {
  readonly topics: readonly Topic[];
  /** Parts of lists that a unit may speak of in words that no pattern knows. */
  readonly hunches: readonly Hunch[];
  /** The column that tells for all facts whether a unit sounds like a yes or like a lack. */
  readonly polarity: number;
  readonly vocabulary: ReadonlyMap<string, number>;
  /** How telling each feature is. */
  readonly rarity: Float32Array;
  /** By feature, what it says for or against each column. */
  readonly weights: ThinRows;
  /** By feature, the topics that it opens: a fact is never read where none of its own words stands. */
  readonly gates: ThinRows;
  readonly bias: Float32Array;
};

/** Long units must not be diluted as much as a full norm would. */
export const normPower = 0.6;

/** What one unit scores, before anything is decided. */
export type Scores = {
  readonly columns: Float32Array;
  /** By topic: whether one of its own words was heard. */
  readonly open: Uint8Array;
};

/** Adds up the features of one unit after the other; its memory is used again. */
export class Scorer {
  readonly #model: Model;
  readonly #heard: Float32Array;
  readonly #active: number[] = [];
  readonly #scores: Scores;

  constructor(model: Model) {
    this.#model = model;
    this.#heard = new Float32Array(model.vocabulary.size);
    this.#scores = {
      columns: new Float32Array(model.bias.length),
      open: new Uint8Array(model.topics.length),
    };
  }

  /** Hears a feature; of several mentions the strongest counts. */
  readonly add = (feature: string, weight: number): void => {
    const index = this.#model.vocabulary.get(feature);
    if (index === undefined) return;
    const before = this.#heard[index] ?? 0;
    if (before === 0) this.#active.push(index);
    if (weight > before) this.#heard[index] = weight;
  };

  /** The log-odds of each column for what was heard since the last call. */
  score(): Scores {
    const { rarity, weights, gates, bias } = this.#model;
    const { columns, open } = this.#scores;
    columns.set(bias);
    open.fill(0);
    const scale = this.#scale(rarity);
    for (const index of this.#active) {
      const value = (this.#heard[index] ?? 0) * (rarity[index] ?? 0) * scale;
      this.#heard[index] = 0;
      const end = weights.starts[index + 1] ?? 0;
      for (let at = weights.starts[index] ?? 0; at < end; at += 1) {
        const column = weights.columns[at] ?? 0;
        columns[column] = (columns[column] ?? 0) + (weights.values[at] ?? 0) * value;
      }
      const last = gates.starts[index + 1] ?? 0;
      for (let at = gates.starts[index] ?? 0; at < last; at += 1) open[gates.columns[at] ?? 0] = 1;
    }
    this.#active.length = 0;
    return this.#scores;
  }

  #scale(rarity: Float32Array): number {
    let squares = 0;
    for (const index of this.#active)
      squares += ((this.#heard[index] ?? 0) * (rarity[index] ?? 0)) ** 2;
    return squares > 0 ? Math.sqrt(squares) ** -normPower : 0;
  }
}
