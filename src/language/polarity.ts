import type { ReadingWords } from '#domain/reading-words.ts';
import { anyOfBoth, wordsOfBoth } from '#language/patterns.ts';
import type { Clause, Sentence, Span } from '#language/segment.ts';
import { tickEnd, ticksOf, type Tick } from '#language/ticks.ts';

/** How a thing that is named stands: it is there, it is said not to be, or one cannot tell. */
export type Standing = 'stated' | 'denied' | 'doubtful';

/** How the things in one sentence stand. */
export type Polarity = {
  /** By word: 0 stated, 1 doubtful, 2 denied. */
  readonly levels: Uint8Array;
  /** By word: whether it denies its whole clause. */
  readonly deniers: Uint8Array;
  /** By word: 1 if it denies something, 2 if it says that something is amiss. */
  readonly negators: Uint8Array;
};

export type Denials = {
  readonly clause: ReadonlySet<string>;
  readonly next: ReadonlySet<string>;
  readonly lack: ReadonlySet<string>;
  readonly renounce: ReadonlySet<string>;
  readonly sour: ReadonlySet<string>;
  readonly light: ReadonlySet<string>;
  readonly cancelled: RegExp;
  readonly ofPeople: RegExp;
  readonly tickOf: (sentence: Sentence) => Tick | undefined;
};

export function denialsOf(words: ReadingWords): Denials {
  const { negation } = words;
  return {
    tickOf: ticksOf(words),
    clause: wordsOfBoth(negation.clause),
    next: wordsOfBoth(negation.next),
    lack: wordsOfBoth(negation.lack),
    renounce: wordsOfBoth(negation.renounce),
    sour: wordsOfBoth(negation.sour),
    light: wordsOfBoth(negation.light),
    cancelled: anyOfBoth(negation.cancelled),
    ofPeople: anyOfBoth(negation.ofPeople),
  };
}

const stated = 0;
const doubtful = 1;
const denied = 2;

/** Words that a denial reaches: far enough for "no use of any pixels", never the whole sentence. */
const reach = 4;

/** Works out for each word of a sentence whether it is denied. */
export function polarityOf(sentence: Sentence, denials: Denials): Polarity {
  const levels = new Uint8Array(sentence.words.length);
  const deniers = new Uint8Array(sentence.words.length);
  const negators = new Uint8Array(sentence.words.length);
  let listed = false;
  const tick = denials.tickOf(sentence);
  if (tick === 'no' || tick === 'open') {
    const end = tickEnd(sentence);
    const ticked = sentence.words.filter(({ start }) => start < end).length;
    levels.fill(tick === 'no' ? denied : doubtful, 0, ticked);
  }
  for (const clause of sentence.clauses) {
    const text = sentence.text.slice(clause.start - sentence.start, clause.end - sentence.start);
    if (denials.cancelled.test(text)) {
      listed = false;
      continue;
    }
    const carried: boolean = listed && isListItem(clause, sentence, denials);
    if (carried) levels.fill(denied, clause.firstWord, clause.lastWord + 1);
    listed = markClause(clause, sentence, denials, { levels, deniers, negators }, text) || carried;
  }
  return { levels, deniers, negators };
}

/** Marks one clause; true if its last word is under "no ..." and a list may go on. */
function markClause(
  clause: Clause,
  { words }: Sentence,
  denials: Denials,
  { levels, deniers, negators }: Polarity,
  text: string,
): boolean {
  const ofPeople = denials.ofPeople.test(text);
  const spread = (level: number) => {
    for (let i = clause.firstWord; i <= clause.lastWord; i += 1) {
      levels[i] = Math.max(levels[i] ?? stated, level);
    }
  };
  let listed = false;
  for (let i = clause.firstWord; i <= clause.lastWord; i += 1) {
    const word = words[i]?.text ?? '';
    if (denials.next.has(word)) {
      negators[i] = 1;
      listed = markNext(i, clause, words, denials, levels) >= clause.lastWord;
    } else if (denials.clause.has(word)) {
      negators[i] = 1;
      const last = markNext(i, clause, words, denials, levels);
      if (ofPeople) continue;
      deniers[i] = 1;
      spread(clause.lastWord - last <= 0 && clause.lastWord - i <= 3 ? denied : doubtful);
    } else if (denials.renounce.has(word)) {
      negators[i] = 1;
      spread(denied);
    } else if (denials.sour.has(word)) {
      negators[i] = 2;
    } else if (denials.lack.has(word)) {
      negators[i] = 1;
      if (!ofPeople) spread(doubtful);
    }
  }
  return listed;
}

/** Denies what follows a "no" or "not", up to what is denied of people; gives the last word reached. */
function markNext(
  from: number,
  clause: Clause,
  words: Sentence['words'],
  denials: Denials,
  levels: Uint8Array,
): number {
  let left = reach;
  let at = from;
  while (at < clause.lastWord && left > 0) {
    at += 1;
    const word = words[at]?.text ?? '';
    levels[at] = denied;
    if (denials.ofPeople.test(word)) return at;
    if (!denials.light.has(word)) left -= 1;
  }
  return at;
}

/** "No pixels, profiles or scores": short parts that carry on what the first one denies. */
function isListItem(clause: Clause, { words }: Sentence, denials: Denials): boolean {
  const own = words.slice(clause.firstWord, clause.lastWord + 1);
  return own.length <= 4 && !own.some(({ text }) => denials.light.has(text) && text.length > 3);
}

/** How the thing named in a stretch of the sentence stands. */
export function standingOf(
  hit: Span,
  { words }: Sentence,
  { levels, deniers }: Polarity,
): Standing {
  let first = -1;
  let last = -1;
  let isSplit = false;
  for (const [index, word] of words.entries()) {
    if (word.end <= hit.start || word.start >= hit.end) continue;
    if (first < 0) first = index;
    last = index;
    isSplit ||= deniers[index] === 1;
  }
  if (first < 0) return 'stated';
  const level = Math.max(levels[first] ?? stated, levels[last] ?? stated);
  if (level === denied || isSplit) return 'denied';
  return level === doubtful ? 'doubtful' : 'stated';
}
