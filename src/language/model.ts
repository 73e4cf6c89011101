/** One thing that the model can tell: an option of a fact, or (without option) that the fact is spoken of. */
export type Output = { readonly fact: string; readonly option: string | undefined };

/** What training leaves: for each feature the outputs that it speaks for or against. */
export type Model = {
  readonly outputs: readonly Output[];
  readonly vocabulary: ReadonlyMap<string, number>;
  /** How telling each feature is. */
  readonly rarity: Float32Array;
  /** Where the weights of each feature begin; one more entry than there are features. */
  readonly offsets: Uint32Array;
  readonly targets: Uint16Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

/** Long units must not be diluted as much as a full norm would. */
export const normPower = 0.6;

/** Adds up features and scores them; one at a time, its memory is used again. */
export class Scorer {
  readonly #model: Model;
  readonly #values: Float32Array;
  readonly #active: number[] = [];
  readonly #scores: Float32Array;

  constructor(model: Model) {
    this.#model = model;
    this.#values = new Float32Array(model.vocabulary.size);
    this.#scores = new Float32Array(model.outputs.length);
  }

  /** Hears a feature; of several mentions the strongest counts. */
  readonly add = (feature: string, weight: number): void => {
    const index = this.#model.vocabulary.get(feature);
    if (index === undefined) return;
    const value = this.#values[index] ?? 0;
    if (value === 0) this.#active.push(index);
    if (weight > value) this.#values[index] = weight;
  };

  /** The log-odds of each output for what was heard since the last call. */
  score(): Float32Array {
    const { rarity, offsets, targets, weights, bias } = this.#model;
    const scores = this.#scores;
    scores.set(bias);
    let squares = 0;
    for (const index of this.#active) {
      const value = (this.#values[index] ?? 0) * (rarity[index] ?? 0);
      this.#values[index] = value;
      squares += value * value;
    }
    const scale = squares > 0 ? Math.sqrt(squares) ** -normPower : 0;
    for (const index of this.#active) {
      const value = (this.#values[index] ?? 0) * scale;
      const end = offsets[index + 1] ?? 0;
      for (let at = offsets[index] ?? 0; at < end; at += 1) {
        const target = targets[at] ?? 0;
        scores[target] = (scores[target] ?? 0) + (weights[at] ?? 0) * value;
      }
      this.#values[index] = 0;
    }
    this.#active.length = 0;
    return scores;
  }
}
