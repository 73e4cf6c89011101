import type { LogBook } from '#assistant/ledger.ts';
import type { Decision, Entry, EntryFilter, StoredEntry } from '#domain/entry.ts';
import type { Language } from '#domain/language.ts';
import { byteOrderMark, csvRow } from '#web/log/csv.ts';
import { citedAs, marketName } from '#web/log/named.ts';
import { terms } from '#web/log/terms.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    heads: {
      index: 'Nr.',
      at: 'Zeit (UTC)',
      reference: 'Aktenzeichen',
      kind: 'Art',
      verdict: 'Ergebnis',
      verdicts: 'Ergebnis je Markt',
      markets: 'Märkte',
      route: 'Freigabe',
      place: 'Ort',
      language: 'Sprache',
      breached: 'Verletzt',
      open: 'Offen',
      citations: 'Fundstellen',
      asked: 'Gefragt wurde',
      answered: 'Geantwortet wurde',
      more: 'Weitere Texte',
    },
    erased: '(gelöscht oder gesperrt)',
  },
  en: {
    heads: {
      index: 'No.',
      at: 'Time (UTC)',
      reference: 'Reference',
      kind: 'Kind',
      verdict: 'Result',
      verdicts: 'Result by market',
      markets: 'Markets',
      route: 'Release',
      place: 'Place',
      language: 'Language',
      breached: 'Breached',
      open: 'Open',
      citations: 'Sources',
      asked: 'What was asked',
      answered: 'What was answered',
      more: 'Other texts',
    },
    erased: '(erased or locked)',
  },
} as const;

/** German spreadsheets expect a semicolon, English ones a comma. */
export const separators: Readonly<Record<Language, ',' | ';'>> = { de: ';', en: ',' };

const readAtOnce = 25;

/** First and last index of what a filter chooses; nothing when it chooses nothing. */
export async function rangeOf(
  book: LogBook,
  filter: EntryFilter,
): Promise<{ readonly first: number; readonly last: number } | undefined> {
  const [last] = await book.read({ ...filter, limit: 1 });
  const [first] = await book.read({ ...filter, oldestFirst: true, limit: 1 });
  return first && last && { first: first.index, last: last.index };
}

export type Taken = {
  readonly filter: EntryFilter;
  readonly first: number;
  readonly last: number;
};

/** The lines exactly as they were hashed, oldest first. */
export async function* exactLines(taken: Taken, { rooms }: View): AsyncGenerator<string> {
  for await (const { line } of entriesOf(taken, rooms.book)) yield `${line}\n`;
}

/** A table for a spreadsheet, oldest first; free text only where it is asked for. */
export async function* csvLines(
  taken: Taken,
  view: View,
  withTexts: boolean,
): AsyncGenerator<string> {
  const separator = separators[view.language];
  const { asked, answered, more, ...heads } = words[view.language].heads;
  const all = [...Object.values(heads), ...(withTexts ? [asked, answered, more] : [])];
  yield byteOrderMark + csvRow(all, separator);
  for await (const stored of entriesOf(taken, view.rooms.book)) {
    const texts = withTexts ? await textCells(stored.entry, view) : [];
    yield csvRow([...cellsOf(stored, view), ...texts], separator);
  }
}

/** Reads on page by page, so that a long log needs no more memory than a short one. */
async function* entriesOf(
  { filter, first, last }: Taken,
  book: LogBook,
): AsyncGenerator<StoredEntry> {
  let after = first - 1;
  while (after < last) {
    const some = await book.read({
      ...filter,
      after,
      before: last + 1,
      oldestFirst: true,
      limit: readAtOnce,
    });
    yield* some;
    after = some.at(-1)?.index ?? last;
  }
}

function cellsOf({ index, entry }: StoredEntry, view: View): readonly string[] {
  const term = terms[view.language];
  const decision = entry.kind === 'decision' ? entry.body : undefined;
  const reply = entry.kind === 'decision' || entry.kind === 'answer' ? entry.body : undefined;
  const verdicts = Object.entries(decision?.verdicts ?? {});
  return [
    String(index),
    entry.at,
    entry.ref,
    term.kind[entry.kind],
    decision?.verdict ? term.verdict[decision.verdict] : '',
    verdicts.map(([market, one]) => `${marketName(market, view)}: ${term.verdict[one]}`).join('; '),
    verdicts.map(([market]) => marketName(market, view)).join('; '),
    decision?.route ? routeIn(decision.route, view) : '',
    term.place[entry.place],
    reply ? term.language[reply.language] : '',
    titlesOf(decision, 'breached', view),
    titlesOf(decision, 'open', view),
    (reply?.citations ?? []).map(({ provision }) => citedAs(provision, view.language)).join('; '),
  ];
}

function routeIn(route: string, { rooms, language }: View): string {
  const found = rooms.setUp.company().routes.find((one) => one.route === route);
  return found?.title[language] ?? route;
}

function titlesOf(
  decision: Decision | undefined,
  outcome: 'breached' | 'open',
  { rooms, language }: View,
): string {
  return (decision?.findings ?? [])
    .filter((finding) => finding.outcome === outcome)
    .map(({ control }) => {
      const found = rooms.knowledge.controls.find(({ id }) => id === control);
      return found?.title[language] ?? control;
    })
    .join('; ');
}

async function textCells(entry: Entry, { rooms, language }: View): Promise<readonly string[]> {
  const texts = await rooms.book.open(entry);
  if (entry.sealed && Object.keys(texts).length === 0) return [words[language].erased, '', ''];
  const { text = '', message = '', ...others } = texts;
  const more = Object.entries(others).map(([name, one]) => `${name}: ${one}`);
  return [text, message, more.join('\n')];
}
