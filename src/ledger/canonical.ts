/**
 * The one spelling of a value in JSON (RFC 8785), kept to whole numbers.
 * An undefined member is left out; everything else that JSON cannot hold exactly is refused.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  throw new TypeError(`An entry cannot hold ${nameOf(value)}.`);
}

function canonicalObject(value: object): string {
  const form: unknown = Object.getPrototypeOf(value);
  if (form !== Object.prototype && form !== null) throw new TypeError('An entry holds plain data.');
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // `<` compares UTF-16 code units, as the RFC asks.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonical(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

function nameOf(value: unknown): string {
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'string' ? 'half a character' : typeof value;
}
