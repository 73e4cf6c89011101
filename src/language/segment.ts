/** A stretch of a text. */
export type Span = { readonly start: number; readonly end: number };

/** One word of a text. */
export type Word = Span & { readonly text: string };

/** What stands between two full stops, with its clauses. */
export type Sentence = Span & {
  readonly text: string;
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
  /** Where the value of a `label: value` line begins. */
  readonly value?: number | undefined;
  readonly isQuestion: boolean;
};

/** A part of a sentence; words are counted within the sentence. */
export type Clause = Span & { readonly firstWord: number; readonly lastWord: number };

/** What cutting a text needs to know about its language. */
export type Cuts = {
  readonly abbreviations: ReadonlySet<string>;
  /** What may follow a number with a full stop. */
  readonly ordinals: ReadonlySet<string>;
  readonly clauseStarts: ReadonlySet<string>;
};

/** Longer stretches without a full stop are cut, so that no pattern ever sees an endless line. */
const sentenceMax = 480;
const wordPattern = /[\p{L}\p{N}§@][\p{L}\p{N}]*(?:(?:['.@-]|(?<=\d),(?=\d))[\p{L}\p{N}]+)*/gu;
const ends = /\n+|[.!?;]+["')\]]*(?=\s)|[*·](?=\s)|\|/g;

/** The sentences of a text, one after the other. */
export function* sentencesOf(text: string, cuts: Cuts): Generator<Sentence> {
  let start = 0;
  for (const match of text.matchAll(ends)) {
    if (match[0].startsWith('.') && isAbbreviated(text, match.index, cuts)) continue;
    yield* sentencesIn(text, start, match.index + match[0].length, cuts);
    start = match.index + match[0].length;
  }
  yield* sentencesIn(text, start, text.length, cuts);
}

/** "z. B.", "Abs.", "1. Dezember": the sentence goes on. */
function isAbbreviated(text: string, dot: number, { abbreviations, ordinals }: Cuts): boolean {
  const before = /[\p{L}\p{N}.]{1,12}$/u.exec(text.slice(Math.max(0, dot - 12), dot))?.[0] ?? '';
  if (/^\d{1,2}$/.test(before)) {
    if (/(?:^|\n)[ \t]*\d{1,2}$/.test(text.slice(Math.max(0, dot - 12), dot))) return true;
    const next = /^\.+ +(\p{L}+)/u.exec(text.slice(dot, dot + 24))?.[1] ?? '';
    return ordinals.has(next);
  }
  return before.length === 1 || abbreviations.has(before);
}

function* sentencesIn(text: string, start: number, end: number, cuts: Cuts): Generator<Sentence> {
  let from = start;
  while (end - from > sentenceMax) {
    const space = text.lastIndexOf(' ', from + sentenceMax);
    const cut = space > from + sentenceMax / 2 ? space : from + sentenceMax;
    yield* sentenceAt(text, from, cut, cuts);
    from = cut;
  }
  yield* sentenceAt(text, from, end, cuts);
}

function* sentenceAt(text: string, start: number, end: number, cuts: Cuts): Generator<Sentence> {
  const raw = text.slice(start, end);
  const bullet =
    /^[\s>*_~#¬-]*(?:\d{1,2}[.)]\s+|[a-z]\)\s+|\[[ x]?\]\s+)?/.exec(raw)?.[0].length ?? 0;
  const body = raw.slice(bullet).trimEnd();
  if (body === '') return;
  const first = start + bullet;
  const words = Array.from(body.matchAll(wordPattern), (match) => ({
    text: match[0],
    start: first + match.index,
    end: first + match.index + match[0].length,
  }));
  const span = { start: first, end: first + body.length };
  yield {
    ...span,
    text: body,
    words,
    clauses: clausesOf(text, span, words, cuts),
    value: valueStart(body, first, words),
    isQuestion: /\?["')\]]*$/.test(body),
  };
}

/** "Channel: email": a short label, then what it says. */
function valueStart(body: string, first: number, words: readonly Word[]): number | undefined {
  const colon = /^[^:=?!]{2,48}(?::|\s=|\s->)\s/.exec(body);
  if (!colon) return undefined;
  const value = first + colon[0].length;
  const labelled = words.filter((word) => word.end <= value).length;
  return labelled <= 5 && labelled < words.length ? value : undefined;
}

function clausesOf(
  text: string,
  span: Span,
  words: readonly Word[],
  cuts: Cuts,
): readonly Clause[] {
  const clauses: Clause[] = [];
  let first = 0;
  const close = (last: number) => {
    const start = words[first]?.start;
    const end = words[last]?.end;
    if (start === undefined || end === undefined || last < first) return;
    clauses.push({ start, end, firstWord: first, lastWord: last });
    first = last + 1;
  };
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (!next) continue;
    const gap = text.slice(word.end, Math.min(next.start, span.end));
    const startsClause = cuts.clauseStarts.has(next.text);
    // "..., but not." belongs to what it takes back.
    if (startsClause && words.length - index <= 3) continue;
    if (startsClause || /[,:()¬=|/]|\s-\s|->/.test(gap)) close(index);
  }
  close(words.length - 1);
  return clauses;
}
