import { readFileSync } from 'node:fs';
import { load, YAMLException } from 'js-yaml';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from '#knowledge/fault.ts';

/** What a file holds, or what is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly text: string }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads a YAML file and checks its shape; faults name file and line. */
export function readYaml<S extends z.ZodType>(
  path: string,
  name: string,
  schema: S,
): Read<z.infer<S>> {
  try {
    return parseYaml(readFileSync(path, 'utf8'), name, schema);
  } catch (error) {
    return { ok: false, faults: [{ file: name, message: `cannot be read: ${messageOf(error)}` }] };
  }
}

/** Parses YAML text and checks its shape; `lineOffset` is added to the lines of faults. */
export function parseYaml<S extends z.ZodType>(
  text: string,
  name: string,
  schema: S,
  lineOffset = 0,
): Read<z.infer<S>> {
  // js-yaml reads eight times as fast; `yaml` knows the lines and is asked only where a fault is.
  let value: unknown;
  try {
    value = load(text);
  } catch (error) {
    const line = error instanceof YAMLException ? error.mark?.line : undefined;
    const message = `is not valid YAML: ${messageOf(error).split('\n')[0] ?? ''}`;
    return {
      ok: false,
      faults: [
        { file: name, line: line === undefined ? undefined : line + 1 + lineOffset, message },
      ],
    };
  }
  const checked = schema.safeParse(value);
  if (checked.success) return { ok: true, value: checked.data, text };
  const faults = checked.error.issues.map((issue) => ({
    file: name,
    line: lineOf(text, issue.path) + lineOffset,
    message: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`,
  }));
  return { ok: false, faults };
}

/** The line on which a value stands, or its nearest parent that exists. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth).map(String), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
