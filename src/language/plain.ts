/** A text made even for reading, and the way back to the words as they were written. */
export type Plain = {
  /** Lower case, composed Latin letters, straight quotes, nothing invisible; a long dash is a `¬`. */
  readonly text: string;
  /** The written words behind a stretch of `text`; always a part of the original. */
  readonly quote: (start: number, end: number) => string;
};

const invisible = /\p{Default_Ignorable_Code_Point}/u;
const unusual = /[^\n\x20-\x5F\x61-\x7EäöüÄÖÜßéèáàçñ§]/;
const clusters = /[\s\S][\u0300-\u036F]*/gu;

/** Evens a text out; hidden comments become a break and are not read. */
export function plainOf(original: string): Plain {
  const source = withoutComments(original);
  if (!unusual.test(source)) {
    return {
      text: narrow(source.toLowerCase()),
      quote: (start, end) => original.slice(start, end).trim(),
    };
  }
  return mapped(original, source);
}

/** The stretches of a text that a page would hide; a comment that never ends hides nothing. */
export function* commentsIn(
  text: string,
): Generator<{ readonly start: number; readonly end: number }> {
  let start = text.indexOf('<!--');
  while (start >= 0) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) return;
    yield { start, end: close + 3 };
    start = text.indexOf('<!--', close + 3);
  }
}

function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of commentsIn(text)) {
    kept += text.slice(from, start) + '\n'.repeat(end - start);
    from = end;
  }
  return kept + text.slice(from);
}

/** Rewrites sign by sign and remembers where each came from. */
function mapped(original: string, source: string): Plain {
  const parts: string[] = [];
  const places: number[] = [];
  const homoglyphs = isMostlyLatin(source) ? lookalikes : new Map<string, string>();
  const seen = new Map<string, string>();
  for (const match of source.matchAll(clusters)) {
    const sign = seen.getOrInsertComputed(match[0], (cluster) => evened(cluster, homoglyphs));
    for (let i = 0; i < sign.length; i += 1) places.push(match.index);
    if (sign !== '') parts.push(sign);
  }
  places.push(source.length);
  const placeOf = (index: number) => places[Math.min(index, places.length - 1)] ?? source.length;
  return {
    text: narrow(parts.join('')),
    quote: (start, end) => original.slice(placeOf(start), placeOf(end)).trim(),
  };
}

function evened(cluster: string, homoglyphs: ReadonlyMap<string, string>): string {
  if (invisible.test(cluster)) return '';
  const known = signs.get(cluster) ?? homoglyphs.get(cluster);
  return known ?? [...cluster.normalize('NFKC').toLowerCase()].map(inLatin).join('');
}

/** Letters of other scripts become one that no German or English word has, other signs a star. */
function inLatin(sign: string): string {
  if (sign <= '\u00FF') return sign;
  const [base = sign] = sign.normalize('NFKD');
  if (base <= '\u00FF') return base;
  return /\p{L}/u.test(sign) ? 'þ' : '*';
}

/** One byte a sign: patterns are then compiled once only, and run faster. */
function narrow(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

const signs: ReadonlyMap<string, string> = new Map([
  ...pairs('\u2018\u2019\u201A\u201B\u0060\u00B4\u2032', "'"),
  ...pairs('\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033', '"'),
  ...pairs('\u2010\u2011\u2212', '-'),
  ...pairs('\u2012\u2013\u2014\u2015', '¬'),
  ['\u2026', '...'],
  ['\u20AC', '\u00A4'],
  ...pairs('\u0085\u2028\u2029\r\f\v', '\n'),
  ...pairs(
    '\t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000',
    ' ',
  ),
  ['\u1E9E', 'ß'],
  ...pairs('\u2713\u2714\u2705\u2611', ' yes '),
  ...pairs('\u2717\u2718\u274C\u2612', ' no '),
]);

/** Cyrillic and Greek letters that pass for Latin ones. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  [...'аеорсухіјѕԁһԛԝαοινκρτυχАЕОРСУХІЈЅВКМНТ'].map((letter, index) => [
    letter,
    [...'aeopcyxijsdhqwaoivkptuxaeopcyxijsbkmht'][index] ?? letter,
  ]),
);

function isMostlyLatin(text: string): boolean {
  const sample = text.slice(0, 4000);
  const latin = sample.match(/[a-zäöüß]/gi)?.length ?? 0;
  const other = sample.match(/[\u0370-\u04FF]/g)?.length ?? 0;
  return other > 0 && latin >= other;
}

function pairs(from: string, to: string): readonly (readonly [string, string])[] {
  return [...from].map((sign) => [sign, to] as const);
}
