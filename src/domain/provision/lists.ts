import {
  loneLetter,
  readGroup,
  readPlace,
  readStep,
  readSteps,
} from '#domain/provision/grammar.ts';
import type { Manner } from '#domain/provision/grammar.ts';
import { nameBehind, namesAt } from '#domain/provision/names.ts';
import { letters, match, pattern, wordEnd } from '#domain/provision/pattern.ts';
import type { Read } from '#domain/provision/pattern.ts';
import type { Part, Place } from '#domain/provision/place.ts';

type Places = Read<readonly Place[]>;

const limit = 24;

/** Reads a place and those that follow it in a list: "Art. 13, 14 und 21 Abs. 2-4, Art. 25". */
export function readPlaces(text: string, at: number, manner: Manner): Places | undefined {
  const first = readRun(text, at, manner);
  if (first === undefined) return undefined;
  let all = first;
  for (let next = readNextRun(text, all, manner); next; next = readNextRun(text, all, manner)) {
    all = { value: [...all.value, ...next.value], end: next.end };
  }
  // "UWG § 7, Art. 6 DSGVO": what begins anew belongs to the law behind it.
  const isOwn = manner.instrumentFollows || nameBehind(text, all.end) === undefined;
  return isOwn ? all : first;
}

const anew = pattern(
  String.raw` ?(?:,|;|/|&|und|and|or|oder|sowie|i\. ?V\. ?m\.|in Verbindung mit) ?(?:(?:und|and|or|oder) )?`,
);

// A word such as "Art." begins anew; a number without one continues what stands before it.
function readNextRun(text: string, before: Places, manner: Manner): Places | undefined {
  const separated = before.value.length < limit ? match(anew, text, before.end) : undefined;
  const run = separated && readRun(text, separated.end, manner);
  return run?.value[0]?.bare === false ? run : undefined;
}

function readRun(text: string, at: number, manner: Manner): Places | undefined {
  const first = readPlace(text, at, manner);
  if (first === undefined) return undefined;
  const places = [first.value];
  let end = first.end;
  while (places.length < limit) {
    const next = readNext(text, end, places.at(-1) ?? first.value, manner);
    if (next === undefined) break;
    places.push(...next.value);
    end = next.end;
  }
  return { value: places, end };
}

const range = pattern(String.raw` ?(?:-|–|bis|to) ?`);
const and = pattern(String.raw` ?(?:,|/|&|und|and|or|oder|sowie) ?(?:(?:und|and|or|oder) )?`);

function readNext(text: string, at: number, before: Place, manner: Manner): Places | undefined {
  const to = match(range, text, at);
  const next = to ?? match(and, text, at);
  const sibling = next && readSibling(text, { from: at, at: next.end }, before, manner);
  return (
    sibling && {
      value: to === undefined ? [sibling.value] : upTo(before, sibling.value),
      end: sibling.end,
    }
  );
}

function readSibling(
  text: string,
  { from, at }: { readonly from: number; readonly at: number },
  before: Place,
  manner: Manner,
): Read<Place> | undefined {
  const step =
    readStep(text, at, before.parts, { ...manner, instrumentFollows: false }) ??
    readLetter(text, at, before, manner);
  const next = step ?? readNumber(text, at, manner);
  if (next === undefined) return undefined;
  const index = step ? level(before, step.value) : counted(before, text.charAt(from - 1));
  const replaced = before.parts[index];
  if (replaced === undefined) return undefined;

  const mark = { unit: step?.value.unit ?? replaced.unit, mark: next.value.mark };
  const parts = [...before.parts.slice(0, index), mark];
  const { value, end } = readSteps(text, next.end, parts, manner);
  return { value: { bare: before.bare, parts: value }, end };
}

function readLetter(
  text: string,
  at: number,
  before: Place,
  manner: Manner,
): Read<Part> | undefined {
  if (before.parts.at(-1)?.unit !== 'letter') return undefined;
  const read = readGroup('letter', loneLetter, text, at);
  return read && goesOn(text, read.end, manner) ? read : undefined;
}

const plainNumber = pattern(
  String.raw`((?:[LRD]\.? ?\d{1,4}(?:-\d{1,4}){0,3}|\d{1,5}(?:[./]\d{1,5}){0,3}[a-z]?))${wordEnd}`,
);
const listGoesOn = pattern(String.raw` ?(?:[^\s${letters}\d]|$|(?:und|and|or|oder|bis|to) \d)`);

function readNumber(text: string, at: number, manner: Manner): Read<Part> | undefined {
  const read = match(plainNumber, text, at);
  const mark = read?.value[1];
  if (read === undefined || mark === undefined || namesAt(text, at) !== undefined) return undefined;
  if (!goesOn(text, read.end, manner)) return undefined;
  return { value: { unit: 'number', mark }, end: read.end };
}

// "GDPR Art. 6, 7 days": without the law behind it, a number before a word counts something else.
function goesOn(text: string, at: number, { instrumentFollows }: Manner): boolean {
  return instrumentFollows || match(listGoesOn, text, at) !== undefined;
}

/** Which part a plain number replaces: "Nr. 1, 4", "Abs. 2, 3", otherwise the head: "Art. 6(1), 7". */
function counted(before: Place, lastSign: string): number {
  const numbered = before.parts.findLastIndex((part) => part.unit === 'number');
  if (numbered >= 0) return numbered;
  return before.parts.at(-1)?.unit === 'paragraph' && lastSign !== ')'
    ? before.parts.length - 1
    : 0;
}

function level(before: Place, step: Part): number {
  return before.parts.findLastIndex(
    ({ unit, mark }) =>
      unit === step.unit && (unit !== 'letter' || isCapital(mark) === isCapital(step.mark)),
  );
}

function isCapital(mark: string): boolean {
  return /^[A-Z]/.test(mark);
}

function upTo(before: Place, last: Place): readonly Place[] {
  const index = last.parts.length - 1;
  const from = before.parts[index]?.mark ?? '';
  const unit = last.parts[index]?.unit;
  const until = last.parts[index]?.mark ?? '';
  if (unit === undefined || before.parts.length !== last.parts.length) return [last];
  const between = marksBetween(from, until).map((mark) => ({
    bare: last.bare,
    parts: [...last.parts.slice(0, index), { unit, mark }],
  }));
  return [...between, last];
}

function marksBetween(from: string, until: string): readonly string[] {
  const [, stem, first] = /^(.*?)(\d{1,5})$/.exec(from) ?? [];
  const [, sameStem, last] = /^(.*?)(\d{1,5})$/.exec(until) ?? [];
  if (stem !== undefined && stem === sameStem) {
    return count(Number(first), Number(last)).map((value) => `${stem}${value}`);
  }
  const [, number, letter] = /^(\d*)([a-z])$/i.exec(from) ?? [];
  const [, sameNumber, lastLetter] = /^(\d*)([a-z])$/i.exec(until) ?? [];
  if (letter === undefined || lastLetter === undefined || number !== sameNumber) return [];
  const codes = count(letter.charCodeAt(0), lastLetter.charCodeAt(0));
  return codes.map((value) => `${number}${String.fromCharCode(value)}`);
}

function count(first: number, last: number): readonly number[] {
  const length = Math.min(Math.max(last - first - 1, 0), limit);
  return Array.from({ length }, (_, index) => first + 1 + index);
}
