import { setImmediate } from 'node:timers/promises';
import type { Example } from '#language/examples.ts';
import type { HunchLesson } from '#language/hunches.ts';
import type { Visit } from '#language/features.ts';
import { learn, type Sample, type Learnt } from '#language/logistic.ts';
import { normPower, type Model, type ThinRows, type Topic } from '#language/model.ts';

/** What training needs to know beside the examples. */
export type Lesson = {
  readonly examples: readonly Example[];
  readonly encode: (example: Example, visit: Visit) => void;
  readonly hunches: readonly HunchLesson[];
  /** 1 for a favourable answer, -1 for an unfavourable one, 0 for one that is neither. */
  readonly direction: (fact: string, option: string) => -1 | 0 | 1;
  readonly progress: (share: number) => void;
};

const weightOf = { positive: 6, sibling: 2, other: 1 };

const hunchWeight = { speaks: 2, denies: 2 };
const hunchStep = 6;

/** Of the phrases that cannot open a topic, one in so many is enough to learn from. */
const strangerStep = 12;
const epochs = { topics: 8, options: 15, hunches: 8, polarity: 12 };

/** A word opens a topic if it stands in so many of its phrases and so large a part of its uses is there. */
const gate = { uses: 2, share: 0.2 };

/** Weaker weights change no reading, and are most of them. */
const prunedBelow = 0.3;

/** Learns topics, options and polarity; the same examples always give the same model. */
export async function train(lesson: Lesson): Promise<Model> {
  const { examples, encode, direction, progress } = lesson;
  const data = encodeAll(examples, encode);
  const topics = topicsOf(examples);
  const gates = gatesOf(topics, examples, data);
  const opened = openedBy(data, gates);
  const columns: Learnt[] = [];
  const add = (own: readonly Sample[], rounds: number) =>
    columns.push(learn(own, data.vocabulary.size, rounds));
  for (const [index, topic] of topics.entries()) {
    add(
      topicSamples(topic, (row) => opened[row]?.has(index) === true, examples, data),
      epochs.topics,
    );
    for (const { option } of topic.options)
      add(optionSamples(topic, option, examples, data), epochs.options);
    progress((index + 1) / topics.length);
    await setImmediate();
  }
  const hunches: Model['hunches'][number][] = [];
  for (const hunch of lesson.hunches) {
    hunches.push({ fact: hunch.fact, option: hunch.option, column: columns.length });
    add(hunchSamples(hunch, data), epochs.hunches);
    await setImmediate();
  }
  add(polaritySamples(examples, data, direction), epochs.polarity);
  return { ...assembled(topics, data, columns, gates), hunches };
}

export type Row = { readonly features: Uint32Array; readonly values: Float32Array };

type Data = {
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly counts: readonly number[];
  readonly rarity: Float32Array;
  readonly rows: readonly Row[];
};

function topicsOf(examples: readonly Example[]): readonly Topic[] {
  let column = 0;
  return [...Map.groupBy(examples, ({ fact }) => fact)].flatMap(([fact, own]) => {
    const options = [...new Set(own.flatMap(({ option }) => option ?? []))];
    if (options.length === 0) return [];
    const head = column;
    column += 1 + options.length;
    return [
      {
        fact,
        head,
        options: options.map((option, index) => ({ option, column: head + 1 + index })),
      },
    ];
  });
}

function encodeAll(examples: readonly Example[], encode: Lesson['encode']): Data {
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
    const values = Float32Array.from(row, ([index, weight]) => weight * (rarity[index] ?? 0));
    const scale = Math.hypot(...values) ** -normPower;
    return { features: Uint32Array.from(row.keys()), values: values.map((value) => value * scale) };
  });
  return { vocabulary, counts, rarity, rows };
}

/** Is the fact spoken of? Its own near misses count against it most. */
function topicSamples(
  { fact }: Topic,
  opens: (row: number) => boolean,
  examples: readonly Example[],
  { rows }: Data,
): readonly Sample[] {
  return samples(examples, rows, (example, index) => {
    if (example.fact === fact) {
      return example.option === undefined
        ? { wanted: 0, weight: weightOf.sibling }
        : { wanted: 1, weight: weightOf.positive };
    }
    const isStranger = !opens(index);
    if (isStranger && index % strangerStep !== 0) return undefined;
    return { wanted: 0, weight: isStranger ? strangerStep * weightOf.other : weightOf.other };
  });
}

/** Given that the fact is spoken of: is it this option, rather than one of its siblings? */
function optionSamples(
  { fact, options }: Topic,
  option: string,
  examples: readonly Example[],
  { rows }: Data,
): readonly Sample[] {
  return samples(examples, rows, (example) => {
    if (example.fact !== fact || example.option === undefined) return undefined;
    const isMeant = example.option === option;
    return { wanted: isMeant ? 1 : 0, weight: isMeant ? Math.max(1, options.length - 1) : 1 };
  });
}

/** Whatever a phrase was written for: does it speak of this part of a list? */
function hunchSamples({ verdicts }: HunchLesson, { rows }: Data): readonly Sample[] {
  return rows.flatMap((row, index): readonly Sample[] => {
    const verdict = verdicts[index];
    if (verdict === undefined || verdict === 'unknown') return [];
    if (verdict === 'speaks') return [{ row, wanted: 1, weight: hunchWeight.speaks }];
    if (verdict === 'denies') return [{ row, wanted: 0, weight: hunchWeight.denies }];
    // Most phrases have nothing to do with it; some of them stand for all.
    if (index % hunchStep !== 0) return [];
    return [{ row, wanted: 0, weight: hunchStep }];
  });
}

/** Whatever the fact: does it sound like a favourable answer? */
function polaritySamples(
  examples: readonly Example[],
  { rows }: Data,
  direction: Lesson['direction'],
): readonly Sample[] {
  return samples(examples, rows, ({ fact, option }) => {
    const side = option === undefined ? 0 : direction(fact, option);
    return side === 0 ? undefined : { wanted: side > 0 ? 1 : 0, weight: 1 };
  });
}

function samples(
  examples: readonly Example[],
  rows: readonly Row[],
  judge: (example: Example, index: number) => Omit<Sample, 'row'> | undefined,
): readonly Sample[] {
  return examples.flatMap((example, index) => {
    const row = rows[index];
    const judged = judge(example, index);
    return row && judged ? [{ row, ...judged }] : [];
  });
}

/** For each feature the topics that it opens; only whole words and ideas do. */
function gatesOf(
  topics: readonly Topic[],
  examples: readonly Example[],
  { vocabulary, counts, rows }: Data,
): ReadonlyMap<number, readonly number[]> {
  const mayOpen = new Set(
    [...vocabulary].flatMap(([name, index]) => (isWordOrIdea(name) ? [index] : [])),
  );
  const gates = new Map<number, number[]>();
  for (const [number, { fact }] of topics.entries()) {
    const uses = new Map<number, number>();
    for (const [index, example] of examples.entries()) {
      if (example.fact !== fact || example.option === undefined) continue;
      for (const feature of rows[index]?.features ?? [])
        uses.set(feature, (uses.get(feature) ?? 0) + 1);
    }
    for (const [feature, count] of uses) {
      const isTypical = count >= gate.uses && count >= gate.share * (counts[feature] ?? 0);
      if (isTypical && mayOpen.has(feature))
        gates.getOrInsertComputed(feature, () => []).push(number);
    }
  }
  return gates;
}

/** For each example the topics that its words open. */
function openedBy(
  { rows }: Data,
  gates: ReadonlyMap<number, readonly number[]>,
): readonly ReadonlySet<number>[] {
  return rows.map(({ features }) => {
    const opened = new Set<number>();
    for (const feature of features) for (const topic of gates.get(feature) ?? []) opened.add(topic);
    return opened;
  });
}

function isWordOrIdea(name: string): boolean {
  return /^[^~!&? ]+$/.test(name) && !/^(?:N|I[-+D]):|^=/.test(name);
}

function assembled(
  topics: readonly Topic[],
  data: Data,
  columns: readonly Learnt[],
  gates: ReadonlyMap<number, readonly number[]>,
): Omit<Model, 'hunches'> {
  const byFeature = new Map<number, [number, number][]>();
  for (const [column, { weights }] of columns.entries()) {
    for (let feature = 0; feature < weights.length; feature += 1) {
      const weight = weights[feature] ?? 0;
      if (weight > -prunedBelow && weight < prunedBelow) continue;
      byFeature.getOrInsertComputed(feature, () => []).push([column, weight]);
    }
  }
  const kept = [...data.vocabulary].filter(([, index]) => byFeature.has(index) || gates.has(index));
  return {
    topics,
    polarity: columns.length - 1,
    vocabulary: new Map(kept.map(([name], index) => [name, index])),
    rarity: Float32Array.from(kept, ([, index]) => data.rarity[index] ?? 0),
    weights: thin(kept.map(([, index]) => byFeature.get(index) ?? [])),
    gates: thin(
      kept.map(([, index]) => (gates.get(index) ?? []).map((topic) => [topic, 1] as const)),
    ),
    bias: Float32Array.from(columns, ({ bias }) => bias),
  };
}

function thin(rows: readonly (readonly (readonly [number, number])[])[]): ThinRows {
  const starts = new Uint32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + row.length;
  return {
    starts,
    columns: Uint16Array.from(rows.flat(), ([column]) => column),
    values: Float32Array.from(rows.flat(), ([, value]) => value),
  };
}
