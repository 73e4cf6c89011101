import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRow, guarded } from '#web/log/csv.ts';

test('no cell starts a formula, and every cell comes back as it was but for the apostrophe', () => {
  const start = fc.constantFrom('', ' ', '\t', '\r', '\n', '\u00a0', '\u200b', '\ufeff', '\0');
  const sign = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '＋',
    '－',
    '＠',
    '﹢',
    '﹣',
    '−',
    '"',
    ';',
  );
  const rest = fc.string({ unit: 'binary' });
  const cell = fc.oneof(
    rest,
    fc.tuple(start, sign, rest).map((parts) => parts.join('')),
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1 });

  fc.assert(
    fc.property(rows, fc.constantFrom(',' as const, ';' as const), (table, separator) => {
      const text = table.map((row) => csvRow(row, separator)).join('');
      const parsed = parseCsv(text, separator);

      expect(parsed.flat().filter(runs)).toEqual([]);
      expect(parsed.map((row) => row.map((one) => one.replace(/^'/, '')))).toEqual(
        table.map((row) => row.map((one) => one.replace(/^'/, ''))),
      );
    }),
  );
});

test.for([
  '=1+1',
  '+49 30 1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '  =1',
])('%j is shown and never run', (cell) => {
  expect(guarded(cell)).toBe(`'${cell}`);
});

test.for(['Nicht erlaubt', 'EC-2026-7K3M-9QXZ', '2026-11-23', '', "it's", 'a=b'])(
  '%j stays as it is',
  (cell) => {
    expect(guarded(cell)).toBe(cell);
  },
);

test('no naughty string becomes a formula', () => {
  const parsed = naughtyStrings.flatMap((one) => parseCsv(csvRow([one], ';'), ';')).flat();

  expect(parsed).toHaveLength(naughtyStrings.length);
  expect(parsed.filter(runs)).toEqual([]);
});

/** What a spreadsheet might take for a formula. */
function runs(cell: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) || /^[=+\-@]/.test(cell.trimStart());
}

/** The rows of a table as RFC 4180 has them. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] !== '"') throw new Error(`A cell without quotes at ${at}.`);
    let cell = '';
    for (at += 1; ; at += 1) {
      if (text[at] === '"' && text[at + 1] === '"') at += 1;
      else if (text[at] === '"') break;
      cell += text[at];
    }
    row.push(cell);
    at += 1;
    if (text[at] === separator) at += 1;
    else {
      if (text.slice(at, at + 2) !== '\r\n') throw new Error(`A row without an end at ${at}.`);
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  return rows;
}
