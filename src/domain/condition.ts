import { z } from 'zod';

/** A parsed condition over facts: what a control's `when`, `unless` and `requires` become. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | Test;

/** A statement about one fact. */
export type Test =
  | { readonly kind: 'is' | 'only'; readonly fact: string; readonly values: readonly string[] }
  | { readonly kind: 'within'; readonly fact: string; readonly range: Range };

/** Bounds are inclusive; numbers for numbers, ISO dates for dates. */
export const Range = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
});
export type Range = z.infer<typeof Range>;

const Only = z.strictObject({ only: z.array(z.string()).min(1) });
const Value = z.union([z.string(), z.array(z.string()).min(1), Only, Range]);

type Input = { readonly [key: string]: z.infer<typeof Value> | Input | readonly Input[] };
const Input: z.ZodType<Input> = z.lazy(() =>
  z.record(z.string(), z.union([Value, Input, z.array(Input).min(1)])),
);

/** A condition as it is written in a file: a map means *and*, a list of values means *one of*. */
export const Condition = Input.transform((input, context): Condition => {
  try {
    return fromMap(input);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'bad' });
    return z.NEVER;
  }
});

/** The condition that always holds. */
export const always: Condition = { kind: 'all', parts: [] };

function fromMap(map: Input): Condition {
  const parts = Object.entries(map).map(([key, value]) => fromEntry(key, value));
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'all', parts };
}

function fromEntry(key: string, value: Input[string]): Condition {
  switch (key) {
    case 'all':
    case 'any':
      return { kind: key, parts: maps(key, value).map(fromMap) };
    case 'not':
      return { kind: 'not', part: fromMap(oneMap(key, value)) };
    default:
      return test(key, value);
  }
}

function test(fact: string, value: Input[string]): Test {
  if (typeof value === 'string') return { kind: 'is', fact, values: [value] };
  const list = z.array(z.string()).safeParse(value);
  if (list.success) return { kind: 'is', fact, values: list.data };
  const only = Only.safeParse(value);
  if (only.success) return { kind: 'only', fact, values: only.data.only };
  const range = Range.safeParse(value);
  if (range.success) return { kind: 'within', fact, range: range.data };
  throw new Error(`"${fact}" needs a value, a list of values, { only: [...] } or a range`);
}

function maps(key: string, value: Input[string]): readonly Input[] {
  const list = z.array(Input).safeParse(value);
  if (!list.success) throw new Error(`"${key}" needs a list of conditions`);
  return list.data;
}

function oneMap(key: string, value: Input[string]): Input {
  const map = Input.safeParse(value);
  if (!map.success) throw new Error(`"${key}" needs a condition`);
  return map.data;
}

/** Every test in a condition, in order. */
export function testsOf(condition: Condition): readonly Test[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(testsOf);
    case 'not':
      return testsOf(condition.part);
    case 'is':
    case 'only':
    case 'within':
      return [condition];
  }
}

/** The facts a condition speaks of, each once. */
export function factsIn(condition: Condition): readonly string[] {
  return [...new Set(testsOf(condition).map((part) => part.fact))];
}
