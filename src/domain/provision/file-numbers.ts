type Numbered = { readonly number: RegExp; readonly bare?: boolean };

/** Papers that are counted by year: 05/2020. */
export const yearly: Numbered = { number: /\d{1,2}\/20\d\d/ };

/** Bills and orders of the United States: SB 26-189. */
export const bill: Numbered = { number: /(?:SB|AB|HB|LD|PA|S\.|H\.R\.|EO) ?\d{1,5}(?:-\d{1,5})?/ };

/** The court of last resort of the EU: C-413/23 P. */
export const court: Numbered = { number: /[Cc]-\d{1,4}\/\d\d(?: P(?![a-z]))?/, bare: true };

/** The court below it: T-553/23. */
export const courtBelow: Numbered = { number: /[Tt]-\d{1,4}\/\d\d/, bare: true };

/** A senate of a federal court: I ZR 164/09. */
export const senate: Numbered = {
  number: /(?:[IVX]{1,5} Z[RB]|[1-6] StR) \d{1,5}\/\d\d/,
  bare: true,
};

/** A senate that is counted in digits: 8 AZR 253/20. */
export const countedSenate: Numbered = { number: /\d{1,2} [A-Z][A-Za-z]{1,3} \d{1,5}\/\d\d/ };

/** An administrative court: 6 C 3.23. */
export const administrative: Numbered = { number: /\d{1,2} [A-Z]{1,2} \d{1,4}\.\d{1,4}/ };

/** A court of a town: Berlin II 2 O 202/24. */
export const ofTown: Numbered = {
  number:
    /[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]{1,20}(?: [IVX]{1,3})? \d{1,3} [A-Z][A-Za-z]{0,3} \d{1,5}[/.]\d{2,4}/,
};

/** A judgment that is cited by year, court and number: [2026] EWCA Civ 488. */
export const neutral: Numbered = {
  number: /\[20\d\d\] (?:EWCA Civ|EWHC|UKSC|UKUT|UKFTT) \d{1,4}(?: \([A-Z][A-Za-z]{1,4}\))?/,
  bare: true,
};
