/** Where an instrument is law; `any` for what no single state or union has made. */
export type Country = 'EU' | 'DE' | 'AT' | 'CH' | 'UK' | 'FR' | 'IT' | 'ES' | 'NL' | 'US' | 'any';

/** How places in an instrument are named. */
export type Style =
  | 'articles' // Art. 6(1)(a), Recital 47, Annex III
  | 'sections' // §7(2) Nr. 2, Anhang Nr. 23b
  | 'numbered' // an act that goes by its number: Regulation (EU) 2024/900 Art. 18
  | 'us' // §1798.120(a)
  | 'state' // §59.1-575: the hyphen is part of the number, not a range
  | 'code' // 16 CFR 465.2
  | 'in-code' // an act that is cited by its place in a code: CAN-SPAM 15 USC 7704(a)
  | 'uk-act' // s. 164A, Sch. 20 para. 13
  | 'uk-rules' // reg. 22(3)
  | 'ad-code' // rule 3.1, section 5
  | 'policy' // E-9(2)
  | 'document' // a file number or a title
  | 'name'; // nothing but its name

/** One law, court, authority or other source, and how it is cited. */
export type Instrument = {
  readonly country: Country;
  readonly style: Style;
  readonly en: string;
  readonly de: string;
  /** Further names people use, in any capitals; names of one or two letters count only as written. */
  readonly aliases: readonly string[];
} & Traits;

/** What only some instruments have. */
export type Traits = {
  /** The official number of an act of the EU. */
  readonly act?: string;
  /** Articles whose parts are numbered definitions, not paragraphs. */
  readonly definitions?: string;
  /** The last one there is, by unit or by the place it belongs to; only where that is certain. */
  readonly ends?: Readonly<Record<string, number | string>>;
  /** File numbers of a document; without this, any title goes. */
  readonly number?: RegExp;
  /** The file number says by itself which instrument is meant. */
  readonly bare?: boolean;
  /** The parts of a code that hold this act. */
  readonly homes?: Readonly<Record<string, RegExp>>;
};

type Names = string | { readonly en: string; readonly de: string };

/** Instruments of one country and style, given by name, further names and traits. */
export function citedBy(country: Country, style: Style) {
  return (names: Names, aliases = '', traits: Traits = {}): Instrument => ({
    country,
    style,
    ...(typeof names === 'string' ? { en: names, de: names } : names),
    aliases: aliases === '' ? [] : aliases.split('|'),
    ...traits,
  });
}
