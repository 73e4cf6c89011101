import type { Instrument, Style } from '#domain/provision/instrument.ts';
import type { InstrumentId } from '#domain/provision/instruments.ts';

/** What one step of a pinpoint counts. */
export type Unit = Head | 'code' | 'act' | 'document' | 'part' | Inner;
export type Head =
  | 'article'
  | 'section'
  | 'recital'
  | 'annex'
  | 'schedule'
  | 'regulation'
  | 'rule'
  | 'clause';
export type Inner =
  | 'paragraph'
  | 'number'
  | 'letter'
  | 'item'
  | 'subparagraph'
  | 'sentence'
  | 'margin';

/** One step of a pinpoint: paragraph `1`, letter `a`, recital `47`. */
export type Part = { readonly unit: Unit; readonly mark: string };

/** A place in one instrument, as far down as it is cited; without parts, the instrument itself. */
export type Provision = { readonly instrument: InstrumentId; readonly parts: readonly Part[] };

/** Whether a place must be named in the instrument's own words, or may be in any. */
export type Reading = 'strict' | 'lenient';

/** A place as written, before it is known which instrument it belongs to. */
export type Place = {
  /** No word or sign told what the first number counts. */
  readonly bare: boolean;
  readonly parts: readonly Part[];
};

/** What a place in an instrument of each style can begin with; the first is the usual one. */
const heads: Readonly<Record<Style, readonly Head[]>> = {
  articles: ['article', 'recital', 'annex'],
  sections: ['section', 'annex'],
  numbered: ['article', 'recital', 'annex'],
  us: ['section'],
  state: ['section'],
  code: ['section'],
  'in-code': ['section'],
  'uk-act': ['section', 'schedule'],
  'uk-rules': ['regulation', 'schedule'],
  'ad-code': ['rule', 'section'],
  policy: ['clause'],
  document: [],
  name: [],
};

const interchangeable: ReadonlySet<Unit> = new Set(['article', 'section']);

/**
 * The place as this instrument counts: `Art. 4(11)` of a regulation's definitions is number 11.
 * A strict reading wants the instrument's own words; a lenient one takes "§ 6" of a regulation.
 */
export function settle(
  place: Place,
  instrument: Instrument,
  reading: Reading,
): readonly Part[] | undefined {
  const [first, ...rest] = place.parts;
  if (first === undefined) return undefined;
  const isLoose =
    instrument.style !== 'policy' &&
    (place.bare || (reading === 'lenient' && interchangeable.has(first.unit)));
  const head = headOf(first, isLoose, instrument);
  if (head === undefined) return undefined;

  const parts: Part[] = [];
  for (const part of [...apart(head, instrument), ...rest.filter(needed)]) {
    const settled = inner(part, parts.at(-1), instrument);
    parts.push({ unit: settled.unit, mark: tidy(settled, instrument) });
  }
  return parts;
}

function headOf(part: Part, isLoose: boolean, instrument: Instrument): Part | undefined {
  const own = heads[instrument.style].find((head) => head === part.unit);
  const unit = isLoose ? heads[instrument.style][0] : own;
  return unit && { unit, mark: tidy({ unit, mark: part.mark }, instrument) };
}

// Section 465.2 of the federal regulations lies in part 465, "Art. 6.1" is the first paragraph, and
// what is called "annex 33" of a national law is number 33 of its only annex.
function apart(head: Part, { style, country, en }: Instrument): readonly Part[] {
  const [first = '', second] = head.mark.split('.');
  if (style === 'code' && en.endsWith(' CFR')) {
    const section: readonly Part[] =
      second === undefined ? [] : [{ unit: 'section', mark: second }];
    return [{ unit: 'part', mark: first }, ...section];
  }
  if (style === 'sections' && head.unit === 'annex' && head.mark !== '') {
    return [
      { unit: 'annex', mark: '' },
      { unit: 'number', mark: head.mark },
    ];
  }
  if (country !== 'EU' || second === undefined || !/^\d+$/.test(first)) return [head];
  return [
    { unit: 'article', mark: first },
    { unit: 'paragraph', mark: second },
  ];
}

// Which sentence a letter stands in is a habit of writing: it names the same place.
function needed(part: Part, index: number, parts: readonly Part[]): boolean {
  const last = index === parts.length - 1;
  return last || (part.unit !== 'sentence' && part.unit !== 'subparagraph');
}

function inner(part: Part, before: Part | undefined, instrument: Instrument): Part {
  const { unit, mark } = part;
  if (before?.unit === 'letter' && (unit === 'letter' || unit === 'number')) {
    return { unit: 'item', mark };
  }
  if (unit !== 'paragraph') return part;
  if (before?.unit === 'annex') return { unit: 'number', mark };
  if (before?.unit === 'schedule') return { unit: 'margin', mark };
  const defines = before?.unit === 'article' && before.mark === instrument.definitions;
  return defines ? { unit: 'number', mark } : part;
}

// Inserted places carry capitals in the United Kingdom (22A, 3A) and small letters elsewhere.
function tidy(part: Part, instrument: Instrument): string {
  const { unit, mark } = part;
  if (instrument.country === 'US') return mark;
  if (unit === 'article') return article(mark, instrument);
  if (unit === 'annex' || unit === 'clause' || unit === 'schedule') return mark.toUpperCase();
  if (instrument.country === 'UK' && /\d/.test(mark)) return mark.toUpperCase();
  return mark.toLowerCase();
}

function article(mark: string, instrument: Instrument): string {
  const [, series, rest = mark] = /^([LRD])\.? ?(.*)$/i.exec(mark) ?? [];
  const number = instrument.country === 'UK' ? rest.toUpperCase() : rest.toLowerCase();
  return series === undefined ? number : `${series.toUpperCase()}.${number}`;
}
