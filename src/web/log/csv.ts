// A spreadsheet takes what begins like this for a formula; blanks and invisible signs before it do not help.
const formula = /^[\s\p{C}]*[=+\-@\u2212]/u;
const control = /^[\t\r\n]/;

/** A cell that a spreadsheet shows and never runs. */
export function guarded(cell: string): string {
  // NFKC turns full-width and small signs into the plain ones.
  const isFormula = control.test(cell) || formula.test(cell.normalize('NFKC'));
  return isFormula ? `'${cell}` : cell;
}

/** One row; every cell is quoted. */
export function csvRow(cells: readonly string[], separator: ',' | ';'): string {
  const quoted = cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`);
  return `${quoted.join(separator)}\r\n`;
}

/** Tells a spreadsheet that what follows is UTF-8. */
export const byteOrderMark = '\uFEFF';
