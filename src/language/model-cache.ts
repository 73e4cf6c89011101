import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Model, ThinRows } from '#language/model.ts';

/** The trained model that was kept under a key, if the file is whole; a damaged one counts as none. */
export function keptModel(folder: string, key: string): Model | undefined {
  try {
    return decoded(readFileSync(fileFor(folder), null), key);
  } catch {
    return undefined;
  }
}

/** Keeps a model for the next start; where nothing can be written, the next start trains again. */
export function keepModel(folder: string, key: string, model: Model): void {
  const file = fileFor(folder);
  const draft = `${file}.${process.pid}.draft`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, encoded(model, key), { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    if (existsSync(draft)) rmSync(draft);
  }
}

function fileFor(folder: string): string {
  return join(folder, 'reader.model');
}

const Head = z.strictObject({
  key: z.string(),
  topics: z.array(
    z.strictObject({
      fact: z.string(),
      head: z.int(),
      options: z.array(z.strictObject({ option: z.string(), column: z.int() })),
    }),
  ),
  hunches: z.array(z.strictObject({ fact: z.string(), option: z.string(), column: z.int() })),
  polarity: z.int(),
  vocabulary: z.array(z.string()),
  weights: z.int(),
  gates: z.int(),
  columns: z.int(),
});
type Head = z.infer<typeof Head>;

const digestSize = 32;

/** A digest, the length of the head, the head as JSON, then the numbers. */
function encoded(model: Model, key: string): Buffer {
  const head: Head = {
    key,
    topics: model.topics.map((topic) => ({ ...topic, options: [...topic.options] })),
    hunches: [...model.hunches],
    polarity: model.polarity,
    vocabulary: [...model.vocabulary.keys()],
    weights: model.weights.values.length,
    gates: model.gates.values.length,
    columns: model.bias.length,
  };
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const body = Buffer.concat([
    length,
    text,
    ...[model.rarity, model.bias, ...arraysOf(model.weights), ...arraysOf(model.gates)].map(
      (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength),
    ),
  ]);
  return Buffer.concat([createHash('sha256').update(body).digest(), body]);
}

function arraysOf({ starts, columns, values }: ThinRows) {
  return [starts, columns, values];
}

function decoded(file: Buffer, key: string): Model | undefined {
  const body = file.subarray(digestSize);
  const digest = createHash('sha256').update(body).digest();
  if (!digest.equals(file.subarray(0, digestSize))) return undefined;
  const headEnd = 4 + body.readUInt32LE(0);
  const head = Head.parse(JSON.parse(body.toString('utf8', 4, headEnd)));
  if (head.key !== key) return undefined;

  let at = headEnd;
  /** Copies, because numbers must start at an even place in memory. */
  const take = (bytes: number) => {
    const { buffer } = new Uint8Array(body.subarray(at, at + bytes));
    at += bytes;
    return buffer;
  };
  const floats = (count: number) => new Float32Array(take(count * 4));
  const rows = (count: number): ThinRows => ({
    starts: new Uint32Array(take((head.vocabulary.length + 1) * 4)),
    columns: new Uint16Array(take(count * 2)),
    values: floats(count),
  });
  return {
    topics: head.topics,
    hunches: head.hunches,
    polarity: head.polarity,
    vocabulary: new Map(head.vocabulary.map((name, index) => [name, index])),
    rarity: floats(head.vocabulary.length),
    bias: floats(head.columns),
    weights: rows(head.weights),
    gates: rows(head.gates),
  };
}
