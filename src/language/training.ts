import { setImmediate } from 'node:timers/promises';
import type { Example } from '#language/examples.ts';
import { normPower, type Model, type Output } from '#language/model.ts';
import type { Visit } from '#language/features.ts';

/** How one phrase is turned into features. */
export type Encode = (example: Example, visit: Visit) => void;

const epochs = 15;
const rate = 1;
/** Starting nearer to nothing would let every rare feature jump. */
const firstSquare = 1;
const positiveWeight = 6;
const siblingWeight = 2;
/** Of the phrases that have nothing in common with an output, one in so many is enough. */
const strangerStep = 3;
/** Weaker weights change no reading, and are most of them. */
const prunedBelow = 0.4;

/** Learns every output from the examples; the same examples always give the same model. */
export async function train(
  examples: readonly Example[],
  encode: Encode,
  progress: (share: number) => void,
): Promise<Model> {
  const data = encodeAll(examples, encode);
  const outputs = outputsOf(examples);
  const learnt: Learnt[] = [];
  for (const [index, output] of outputs.entries()) {
    learnt.push(learn(output, examples, data));
    progress((index + 1) / outputs.length);
    await setImmediate();
  }
  return assembled(outputs, data, learnt);
}

type Data = {
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly rarity: Float32Array;
  readonly rows: readonly Row[];
};
type Row = { readonly features: Uint32Array; readonly values: Float32Array };
type Learnt = { readonly weights: readonly (readonly [number, number])[]; readonly bias: number };

function outputsOf(examples: readonly Example[]): readonly Output[] {
  const outputs = new Map<string, Output>();
  for (const { fact, option } of examples) {
    outputs.set(fact, { fact, option: undefined });
    if (option !== undefined) outputs.set(`${fact} ${option}`, { fact, option });
  }
  return [...outputs.values()];
}

function encodeAll(examples: readonly Example[], encode: Encode): Data {
  const vocabulary = new Map<string, number>();
  const counts: number[] = [];
  const heard = examples.map((example) => {
    const row = new Map<number, number>();
    encode(example, (feature, weight) => {
      const index = vocabulary.get(feature) ?? vocabulary.size;
      vocabulary.set(feature, index);
      row.set(index, Math.max(row.get(index) ?? 0, weight));
    });
    for (const index of row.keys()) counts[index] = (counts[index] ?? 0) + 1;
    return row;
  });
  const rarity = Float32Array.from(counts, (count) => Math.log((examples.length + 1) / count));
  const rows = heard.map((row) => {
    const features = Uint32Array.from(row.keys());
    const values = Float32Array.from(row, ([index, weight]) => weight * (rarity[index] ?? 0));
    const scale = Math.hypot(...values) ** -normPower;
    return { features, values: values.map((value) => value * scale) };
  });
  return { vocabulary, rarity, rows };
}

/** Logistic regression with AdaGrad on one output. */
function learn(output: Output, examples: readonly Example[], data: Data): Learnt {
  const weights = new Float32Array(data.vocabulary.size);
  const squares = new Float32Array(data.vocabulary.size).fill(firstSquare);
  const chosen = samplesFor(output, examples, data);
  let bias = 0;
  let biasSquare = firstSquare;
  let seed = 1;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let left = chosen.length - 1; left > 0; left -= 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      const other = seed % (left + 1);
      const [one, two] = [chosen[left], chosen[other]];
      if (one && two) [chosen[left], chosen[other]] = [two, one];
    }
    for (const { row, wanted, weight } of chosen) {
      const { features, values } = row;
      let sum = bias;
      for (let i = 0; i < features.length; i += 1) sum += (weights[features[i] ?? 0] ?? 0) * (values[i] ?? 0);
      const error = (wanted - 1 / (1 + Math.exp(-sum))) * weight;
      if (Math.abs(error) < 1e-4) continue;
      biasSquare += error * error;
      bias += (rate * error) / Math.sqrt(biasSquare);
      for (let i = 0; i < features.length; i += 1) {
        const index = features[i] ?? 0;
        const slope = error * (values[i] ?? 0);
        const square = (squares[index] ?? 0) + slope * slope;
        squares[index] = square;
        weights[index] = (weights[index] ?? 0) + (rate * slope) / Math.sqrt(square);
      }
    }
  }
  return { weights: kept(weights), bias };
}

type Sample = { readonly row: Row; readonly wanted: 0 | 1; readonly weight: number };

function samplesFor(output: Output, examples: readonly Example[], { rows }: Data): Sample[] {
  const isOf = ({ fact, option }: Example) =>
    fact === output.fact && option !== undefined && (output.option === undefined || option === output.option);
  return examples.flatMap((example, index): readonly Sample[] => {
    const row = rows[index];
    if (!row) return [];
    if (isOf(example)) return [{ row, wanted: 1, weight: positiveWeight }];
    if (example.fact === output.fact) return [{ row, wanted: 0, weight: siblingWeight }];
    return [{ row, wanted: 0, weight: 1 }];
  });
}

function kept(weights: Float32Array): readonly (readonly [number, number])[] {
  return Array.from(weights.entries()).filter(([, weight]) => Math.abs(weight) >= prunedBelow);
}

/** Turns the weights of each output into the outputs of each feature; features without any are dropped. */
function assembled(outputs: readonly Output[], data: Data, learnt: readonly Learnt[]): Model {
  const byFeature = new Map<number, [number, number][]>();
  for (const [target, { weights }] of learnt.entries()) {
    for (const [feature, weight] of weights) {
      byFeature.getOrInsertComputed(feature, () => []).push([target, weight]);
    }
  }
  const names = [...data.vocabulary].filter(([, index]) => byFeature.has(index));
  const postings = names.map(([, index]) => byFeature.get(index) ?? []);
  const offsets = new Uint32Array(names.length + 1);
  for (const [index, posting] of postings.entries()) {
    offsets[index + 1] = (offsets[index] ?? 0) + posting.length;
  }
  return {
    outputs,
    vocabulary: new Map(names.map(([name], index) => [name, index])),
    rarity: Float32Array.from(names, ([, index]) => data.rarity[index] ?? 0),
    offsets,
    targets: Uint16Array.from(postings.flat(), ([target]) => target),
    weights: Float32Array.from(postings.flat(), ([, weight]) => weight),
    bias: Float32Array.from(learnt, ({ bias }) => bias),
  };
}
