import { z } from 'zod';

const Named = z.record(z.string(), z.unknown());

/** What a call says, by name. */
export type Fields = Readonly<z.infer<typeof Named>>;

/** The fields of a call, from JSON or from a form whose values may be JSON themselves. */
export function fieldsIn(body: string, contentType: string): Fields {
  if (contentType.startsWith('application/json')) return Named.parse(parsed(body, {}));
  const entries = [...new URLSearchParams(body)].map(([name, value]) => [
    name,
    valueOf(name, value),
  ]);
  return Object.fromEntries(entries);
}

/** Words are words, even where they look like JSON. */
function valueOf(name: string, value: string): unknown {
  if (name === 'text' || name === 'thread_ts') return value;
  return /^(?:true$|false$|[[{])/.test(value) ? parsed(value, value) : value;
}

function parsed(json: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return otherwise;
  }
}
