import type { Language } from '#domain/language.ts';
import { hasPlace } from '#domain/provision/extent.ts';
import type { Style } from '#domain/provision/instrument.ts';
import { instruments } from '#domain/provision/instruments.ts';
import { namesAt } from '#domain/provision/names.ts';
import { letters, match, pattern } from '#domain/provision/pattern.ts';
import type { Part, Provision } from '#domain/provision/place.ts';
import { readReferences } from '#domain/provision/reader.ts';
import { inEnglish, inGerman } from '#domain/provision/spelling.ts';

export type { Part, Provision } from '#domain/provision/place.ts';

/** The name of a provision: the canonical one in English, the usual citation in German. */
export function formatProvision({ instrument, parts }: Provision, language: Language): string {
  const cited = instruments[instrument];
  return language === 'en' ? inEnglish(cited, parts) : inGerman(cited, parts);
}

/** Reads a name exactly as `formatProvision` writes it, in either language. */
export function parseProvision(name: string): Provision | undefined {
  if (name.length > longestName) return undefined;
  return candidates(name).find(
    (found) => formatProvision(found, 'en') === name || formatProvision(found, 'de') === name,
  );
}

const longestName = 120;

function candidates(name: string): readonly Provision[] {
  const read = readReferences(name, 0);
  const whole = read?.end === name.length && read.value.length === 1 ? read.value : [];
  return [...whole, ...titled(name)];
}

const title = pattern(String.raw` ([\p{L}\d(][^;\s]*(?: [^;\s]+)*)$`, 'uy');

// Only here: in running text nothing tells where the title of a paper ends.
function titled(name: string): readonly Provision[] {
  const named = namesAt(name, 0);
  return (named?.value ?? []).flatMap((instrument): readonly Provision[] => {
    const { style, number } = instruments[instrument];
    if (named?.end === name.length) return citedWhole(style) ? [{ instrument, parts: [] }] : [];
    if (style !== 'document' || number !== undefined) return [];
    const mark = named && match(title, name, named.end)?.value[1];
    return mark === undefined ? [] : [{ instrument, parts: [{ unit: 'document', mark }] }];
  });
}

// A code, a court or an authority is no source until one of its places or papers is named.
function citedWhole(style: Style): boolean {
  return style !== 'document' && style !== 'code' && style !== 'numbered';
}

/** Whether one provision contains another: `GDPR Art. 6` covers `GDPR Art. 6(1)(a)`, and itself. */
export function covers(broader: Provision, narrower: Provision): boolean {
  return (
    broader.instrument === narrower.instrument &&
    broader.parts.every((part, index) => isSame(part, narrower.parts[index]))
  );
}

// The same paper is cited as 05/2020 and as 5/2020.
function isSame(part: Part, other: Part | undefined): boolean {
  return part.unit === other?.unit && withoutZero(part.mark) === withoutZero(other.mark);
}

function withoutZero(mark: string): string {
  return mark.replace(/^0+(?=\d)/, '');
}

/** Whether there is such a place at all; undefined where the extent of the instrument is not known. */
export function existsProvision({ instrument, parts }: Provision): boolean | undefined {
  return hasPlace(instruments[instrument], parts);
}

const wordStart = new RegExp(`[${letters}\\d§[]`);
const wordRest = pattern(`[${letters}\\d]*`);

// A text that cites more than this is no question; a limit keeps the time for it bounded.
const mostReferences = 400;

/** The provisions that a text refers to, in German or English, in the order in which they are named. */
export function findProvisions(text: string): readonly Provision[] {
  const plain = fold(text);
  const found: Provision[] = [];
  let at = 0;
  while (at < plain.length && found.length < mostReferences) {
    const read = wordStart.test(plain.charAt(at)) ? readReferences(plain, at) : undefined;
    found.push(...(read?.value ?? []));
    at = Math.max(read?.end ?? 0, match(wordRest, plain, at)?.end ?? 0, at + 1);
  }
  const byName = new Map(found.map((provision) => [formatProvision(provision, 'en'), provision]));
  return [...byName.values()];
}

// Text from a word processor has hard blanks, soft hyphens and hyphens of other widths; text typed
// in haste has no blanks at all: "§7UWG".
function fold(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/[\u2010\u2011\u2212]/g, '-')
    .replaceAll('\u2014', '\u2013')
    .replaceAll(/(?<=\d[a-z]?)(?=\p{Lu}\p{L})/gu, ' ')
    .replaceAll(/\s+/g, ' ');
}
