import { instrumentIds, instruments } from '#domain/provision/instruments.ts';
import type { InstrumentId } from '#domain/provision/instruments.ts';
import { letters, match, pattern, wordEnd } from '#domain/provision/pattern.ts';
import type { Read } from '#domain/provision/pattern.ts';

type Name = { readonly written: RegExp; readonly ids: readonly InstrumentId[] };

const word = new RegExp(`[${letters}\\d]+`, 'y');

/** The instruments that are named here, by the longest of their names. */
export function namesAt(text: string, at: number): Read<readonly InstrumentId[]> | undefined {
  const first = match(word, text, at)?.value[0].toLowerCase();
  for (const { written, ids } of namesByFirstWord.get(first ?? '') ?? []) {
    const read = match(written, text, at);
    if (read !== undefined) return { value: ids, end: read.end };
  }
  return undefined;
}

const link = pattern(
  String.raw`,? ?(?:(?:of|in|under|from|der|des|dem|im|vom|aus|nach|the|de|la|du|della|del) ){0,3}`,
);

/** The instruments that a place is linked to: "Art. 6 of the GDPR". */
export function nameBehind(text: string, at: number): Read<readonly InstrumentId[]> | undefined {
  const linked = match(link, text, at);
  return linked && namesAt(text, linked.end);
}

/** Where the first name stands between two places of a text; the later one if there is none. */
export function firstNameBetween(text: string, from: number, until: number): number {
  let at = match(word, text, from)?.end ?? from + 1;
  while (at < until && namesAt(text, at) === undefined) {
    at = match(word, text, at)?.end ?? at + 1;
  }
  return at;
}

const namesByFirstWord = groupNames();

function groupNames(): ReadonlyMap<string, readonly Name[]> {
  const byWords = Map.groupBy(
    instrumentIds.flatMap((id) => namesOf(id).map((name) => ({ id, name }))),
    ({ name }) => words(name).join(' ').toLowerCase(),
  );
  const names = [...byWords.entries()]
    .filter(([key]) => key !== '')
    .toSorted(([one], [other]) => other.length - one.length)
    .map(([key, named]) => ({
      first: key.split(' ')[0] ?? '',
      written: spelling(named[0]?.name ?? ''),
      ids: [...new Set(named.map(({ id }) => id))],
    }));
  return Map.groupBy(names, ({ first }) => first);
}

function namesOf(id: InstrumentId): readonly string[] {
  const { en, de, aliases } = instruments[id];
  return [en, de, ...aliases];
}

// Points, hyphens and blanks come and go: "Cal Civ Code", "KI VO", "UWG (AT)".
// "OR" is a law and "or" is a word, so the shortest names count only as written.
function spelling(name: string): RegExp {
  const parts = words(name);
  const exact = parts.join('').length <= 2;
  const between = name.includes(',') ? `[ .,&/'()-]{0,4}` : `[ .&/'()-]{0,4}`;
  return pattern(`${parts.join(between)}\\.?${wordEnd}`, exact ? 'uy' : 'iuy');
}

function words(name: string): readonly string[] {
  return name.match(new RegExp(`[${letters}\\d]+`, 'g')) ?? [];
}
