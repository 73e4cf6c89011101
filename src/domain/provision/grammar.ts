import { letters, match, pattern, wordEnd } from '#domain/provision/pattern.ts';
import type { Read } from '#domain/provision/pattern.ts';
import type { Head, Inner, Part, Place } from '#domain/provision/place.ts';

/** How a place is written. */
export type Manner = {
  /** The instrument follows, so nothing but the place stands before it: "6 I f DSGVO". */
  readonly instrumentFollows: boolean;
  /** A hyphen belongs to the number: §59.1-575. */
  readonly hyphens: boolean;
};

const limit = 9;
const inserted =
  '(?:-?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)|[a-z]{1,2})';
const letterMark = String.raw`[a-z]{1,2}|([a-z])\2\2|[ivx]{3,5}`;

/** Reads one place: how it begins, and every step down from there. */
export function readPlace(text: string, at: number, manner: Manner): Read<Place> | undefined {
  const head = readHead(text, at, manner);
  if (head === undefined) return undefined;
  const { value, end } = readSteps(text, head.end, head.value.parts, manner);
  return { value: { ...head.value, parts: value }, end };
}

/** Reads every further step down from a place. */
export function readSteps(
  text: string,
  at: number,
  parts: readonly Part[],
  manner: Manner,
): Read<readonly Part[]> {
  const next = parts.length < limit ? readStep(text, at, parts, manner) : undefined;
  if (next !== undefined) return readSteps(text, next.end, [...parts, next.value], manner);
  return { value: parts, end: match(andFollowing, text, at)?.end ?? at };
}

const andFollowing = pattern(String.raw` ?ff?\.?${wordEnd}`);
const clause = pattern(String.raw` ?([A-Z]{1,2}-\d{1,3})${wordEnd}`);
const plain = pattern(
  String.raw` ?((?:[LRD]\.? ?\d{1,4}(?:-\d{1,4}){0,3}|\d{1,5}(?:[./]\d{1,5}){0,3}(?:${inserted}\d{0,2})?))${wordEnd}`,
);
const hyphened = pattern(
  String.raw` ?((?:[LRD]\.? ?)?\d{1,5}[a-z]?(?:[./-]\d{1,5}[a-z]?){0,4}(?:-[a-z])?)${wordEnd}`,
);
const romanOrArabic = pattern(String.raw` ?([IVX]{1,5}|[A-Z]?\d{1,2}[A-Z]?)${wordEnd}`);
const spaced = pattern(String.raw` ([a-hj-uwyz])(?= [${letters}]| ?\()`, 'uy');

const headSpellings: readonly (readonly [Head, string])[] = [
  ['article', 'articles?|artikel[ns]?|arts|artt?'],
  ['section', 'ss?|secs?|sections?|paragra(?:f|ph)(?:en|s)?'],
  ['recital', 'recitals?|rec|erwägungsgr(?:und|ünden?)|erwgr?|eg'],
  ['annex', 'annex|anhangs?|anh|anlage'],
  ['schedule', 'schedules?|sch'],
  ['regulation', 'regulations?|regs?'],
  ['rule', 'rules?'],
];
const headWords: readonly (readonly [Head, RegExp])[] = [
  ['section', pattern('§{1,3}')],
  ...headSpellings.map(
    ([unit, words]) => [unit, pattern(String.raw`(?:${words})(?![${letters}])\.?`)] as const,
  ),
];
// Most words of a text begin no place: one look tells.
const anyHead = pattern(
  String.raw` ?(?:[\d§]|[LRD]\.? ?\d|[A-Z]{1,2}-\d|(?:${headSpellings.map(([, words]) => words).join('|')})(?![${letters}]))`,
);

function readHead(text: string, at: number, manner: Manner): Read<Place> | undefined {
  if (match(anyHead, text, at) === undefined) return undefined;
  for (const [unit, tried] of headWords) {
    const said = match(tried, text, at);
    const head = said === undefined ? undefined : readMark(unit, text, said.end, manner);
    if (head !== undefined) return { value: { bare: false, parts: [head.value] }, end: head.end };
  }
  const policy = readGroup('clause', clause, text, at);
  if (policy !== undefined) {
    return { value: { bare: false, parts: [policy.value] }, end: policy.end };
  }
  const number = readMark('article', text, at, manner);
  return number && { value: { bare: true, parts: [number.value] }, end: number.end };
}

function readMark(unit: Head, text: string, at: number, manner: Manner): Read<Part> | undefined {
  if (unit === 'annex' || unit === 'schedule') {
    const mark = readGroup(unit, romanOrArabic, text, at);
    // The annex of a national law has no number of its own.
    return mark ?? (unit === 'annex' ? { value: { unit, mark: '' }, end: at } : undefined);
  }
  const mark = readGroup(unit, manner.hyphens ? hyphened : plain, text, at);
  const letter =
    mark && manner.instrumentFollows && unit === 'section'
      ? match(spaced, text, mark.end)
      : undefined;
  if (mark === undefined || letter === undefined) return mark;
  return { value: { unit, mark: `${mark.value.mark}${letter.value[1] ?? ''}` }, end: letter.end };
}

const innerWords: readonly (readonly [Inner, RegExp])[] = [
  [
    'paragraph',
    worded('abs|absatz|absätze|par|paras?|paragraphs?', String.raw`\d{1,4}${inserted}?`),
  ],
  [
    'number',
    worded(
      'nrn?|nummern?|nos?|numbers?|ziff|ziffern?|z|points?',
      String.raw`\d{1,3}[a-z]?|[ivx]{1,4}`,
    ),
  ],
  ['letter', worded('litt?|litera|buchst|buchstaben?|letters?|points?', letterMark)],
  ['subparagraph', worded('uabs|unterabsatz|sub-?para(?:graph)?s?', String.raw`\d`)],
  ['sentence', worded('s|satz|sätze|sentences?', String.raw`\d{1,2}`)],
  ['margin', worded('rn|rdnr', String.raw`\d{1,3}`)],
  ['letter', pattern(String.raw` ?\((${letterMark})\)`)],
  ['paragraph', pattern(String.raw` ?\((\d{1,4}${inserted}?|[a-z]\d{1,2})\)`)],
];

function worded(spellings: string, mark: string): RegExp {
  return pattern(String.raw`,? ?(?:${spellings})(?![${letters}])\.? ?\(?(${mark})${wordEnd}\)?`);
}

const sectionOfArticle = pattern(String.raw` ?§ ?(\d{1,3}[a-z]?)${wordEnd}`);
const roman = pattern(String.raw` ([IVX]{1,5})${wordEnd}`);
const longRoman = pattern(String.raw` ([IVX]{2,5})${wordEnd}`, 'uy');
/** A letter without any word before it: "lit. a, b". */
export const loneLetter = pattern(String.raw` ?([a-z])(?:\)|(?!\.)${wordEnd})`);
const loneDigit = pattern(String.raw` (\d)${wordEnd}`);

/** Reads one step down. */
export function readStep(
  text: string,
  at: number,
  parts: readonly Part[],
  manner: Manner,
): Read<Part> | undefined {
  for (const [unit, tried] of innerWords) {
    const read = readGroup(unit, tried, text, at);
    // "Abs. 1, Abs. 2" goes on sideways, "Art. 6, Abs. 1" goes down.
    const isBeside = text.charAt(at) === ',' && parts.some((part) => part.unit === unit);
    if (read !== undefined && !isBeside) return read;
  }
  const last = parts.at(-1)?.unit;
  if (last === 'article') {
    const inside = readGroup('section', sectionOfArticle, text, at);
    if (inside !== undefined) return inside;
  }
  return readShorthand(text, at, parts, manner);
}

// Lawyers' shorthand: "7 III", "6 I 1 f". In running English "I" is a word, so it needs the law behind it.
function readShorthand(
  text: string,
  at: number,
  parts: readonly Part[],
  { instrumentFollows }: Manner,
): Read<Part> | undefined {
  const last = parts.at(-1)?.unit;
  if (parts.length === 1) {
    const step = readGroup('paragraph', instrumentFollows ? roman : longRoman, text, at);
    return step && { ...step, value: { unit: 'paragraph', mark: String(arabic(step.value.mark)) } };
  }
  if (!instrumentFollows) return undefined;
  if (last === 'paragraph') {
    return readGroup('sentence', loneDigit, text, at) ?? readGroup('letter', loneLetter, text, at);
  }
  return last === 'sentence' ? readGroup('letter', loneLetter, text, at) : undefined;
}

/** Tries a pattern with one group, which is the mark of a part. */
export function readGroup<U extends Part['unit']>(
  unit: U,
  tried: RegExp,
  text: string,
  at: number,
) {
  const read = match(tried, text, at);
  const mark = read?.value[1];
  return read === undefined || mark === undefined
    ? undefined
    : { value: { unit, mark }, end: read.end };
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function arabic(mark: string): number {
  const values = Array.from(mark.toUpperCase(), (sign) => romanDigits[sign] ?? 0);
  const signed = values.map((value, index) => (value < (values[index + 1] ?? 0) ? -value : value));
  return signed.reduce((sum, value) => sum + value, 0);
}
