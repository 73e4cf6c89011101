import { exportWords } from '#cli/log/export-words.ts';
import type { Language } from '#domain/language.ts';
import type { Table } from '#ledger/bundle/evidence.ts';
import { byteOrderMark, csvRow } from '#web/log/csv.ts';
import { separators } from '#web/log/export-lines.ts';
import { terms } from '#web/log/terms.ts';

/** Entries as a table for a spreadsheet of this language, without any free text. */
export function tableIn(language: Language): Table {
  const separator = separators[language];
  const term = terms[language];
  return {
    head: byteOrderMark + csvRow(exportWords[language].heads, separator),
    row: ({ index, entry }) => {
      const decision = entry.kind === 'decision' ? entry.body : undefined;
      const verdicts = Object.entries(decision?.verdicts ?? {});
      const cells = [
        String(index),
        entry.at,
        entry.ref,
        term.kind[entry.kind],
        decision?.verdict ? term.verdict[decision.verdict] : '',
        verdicts.map(([market, verdict]) => `${market}: ${term.verdict[verdict]}`).join('; '),
        term.place[entry.place],
        entry.pseudonym,
      ];
      return csvRow(cells, separator);
    },
  };
}
