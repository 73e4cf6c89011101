/** One example: its features, what should come out, and how much it counts. */
export type Sample = {
  readonly row: { readonly features: Uint32Array; readonly values: Float32Array };
  readonly wanted: 0 | 1;
  readonly weight: number;
};

export type Learnt = { readonly weights: Float32Array; readonly bias: number };

const rate = 1;
/** Starting nearer to nothing would let every rare feature jump. */
const firstSquare = 1;
/** Smaller errors teach nothing worth the time. */
const errorMin = 1e-3;

/** Logistic regression by AdaGrad, in a shuffled order that is always the same. */
export function learn(samples: readonly Sample[], size: number, epochs: number): Learnt {
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(firstSquare);
  const order = [...samples];
  const state = { bias: 0, square: firstSquare };
  const random = shuffler();
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    random(order);
    for (const { row, wanted, weight } of order) {
      const error = (wanted - chance(row, weights, state.bias)) * weight;
      if (Math.abs(error) < errorMin) continue;
      state.square += error * error;
      state.bias += (rate * error) / Math.sqrt(state.square);
      adjust(row, error, weights, squares);
    }
  }
  return { weights, bias: state.bias };
}

function chance({ features, values }: Sample['row'], weights: Float32Array, bias: number): number {
  let sum = bias;
  for (let i = 0; i < features.length; i += 1) {
    sum += (weights[features[i] ?? 0] ?? 0) * (values[i] ?? 0);
  }
  return 1 / (1 + Math.exp(-sum));
}

function adjust(
  { features, values }: Sample['row'],
  error: number,
  weights: Float32Array,
  squares: Float32Array,
): void {
  for (let i = 0; i < features.length; i += 1) {
    const index = features[i] ?? 0;
    const slope = error * (values[i] ?? 0);
    const square = (squares[index] ?? firstSquare) + slope * slope;
    squares[index] = square;
    weights[index] = (weights[index] ?? 0) + (rate * slope) / Math.sqrt(square);
  }
}

/** Shuffles with a sequence of its own, so that every start learns the same. */
function shuffler(): (items: Sample[]) => void {
  let state = 1;
  return (items) => {
    for (let last = items.length - 1; last > 0; last -= 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const other = state % (last + 1);
      const [one, two] = [items[last], items[other]];
      if (one !== undefined && two !== undefined) [items[last], items[other]] = [two, one];
    }
  };
}
