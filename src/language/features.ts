import snowball from 'snowball-stemmers';
import type { ReadingWords } from '#domain/reading-words.ts';
import type { Language } from '#domain/language.ts';
import { anyOf, anyOfBoth, wordsOfBoth } from '#language/patterns.ts';
import type { Unit } from '#language/units.ts';

/** Hears each feature of a unit with its weight; the same feature may come more than once. */
export type Visit = (feature: string, weight: number) => void;

/** Names what is characteristic of a unit: stems, pairs, letters, ideas and how they stand. */
export type Features = (unit: Unit, language: Language, visit: Visit) => void;

const weights = { stem: 1, littleWord: 0.3, pair: 0.7, gap: 0.4, letters: 0.18, denied: 1.2 };
const ideaWeights = { idea: 1.5, standing: 1, both: 0.8 };

const letterRuns = { shortest: 3, longest: 5, wordMax: 32 };

/** What is remembered of a word; a fresh start keeps endless texts from filling the memory. */
const rememberedMax = 5_000;

export function featuresOf(words: ReadingWords): Features {
  const lookUp = wordReader(words);
  const ideasOf = ideaReader(words);
  const pending = anyOfBoth(words.mood.pending);
  return ({ sentence, polarity, firstWord, lastWord }, language, visit) => {
    const ideas = new Map<string, number>();
    let denials = 0;
    let isSour = false;
    let before = '';
    let beforeThat = '';
    let previous = '';
    for (let i = firstWord; i <= lastWord; i += 1) {
      const text = sentence.words[i]?.text ?? '';
      const { stem, isLittle, runs } = lookUp(text, language);
      const isDenied = (polarity.levels[i] ?? 0) > 0;
      if (polarity.negators[i] === 1) denials += 1;
      isSour ||= polarity.negators[i] === 2;
      visit(isLittle ? `=${stem}` : stem, isLittle ? weights.littleWord : weights.stem);
      if (isDenied && !isLittle) visit(`N:${stem}`, weights.denied);
      if (before !== '') visit(`${before} ${stem}`, weights.pair);
      if (beforeThat !== '') visit(`${beforeThat} * ${stem}`, weights.gap);
      for (const run of runs) visit(run, weights.letters);
      for (const idea of ideasOf(previous, text)) {
        ideas.set(idea, Math.max(ideas.get(idea) ?? 0, isDenied ? 1 : 0));
      }
      [beforeThat, before, previous] = [before, stem, text];
    }
    const start = sentence.words[firstWord]?.start ?? 0;
    const end = sentence.words[lastWord]?.end ?? 0;
    const isPending = pending.test(
      sentence.text.slice(start - sentence.start, end - sentence.start),
    );
    visitIdeas(ideas, denials, isPending, visit);
    if (isSour) visit('!amiss', 1);
  };
}

function visitIdeas(
  ideas: ReadonlyMap<string, number>,
  denials: number,
  isPending: boolean,
  visit: Visit,
): void {
  const isNegated = denials > 0;
  const names = [...ideas.keys()].sort();
  for (const [index, name] of names.entries()) {
    visit(`I:${name}`, ideaWeights.idea);
    visit(isNegated ? `I-:${name}` : `I+:${name}`, ideaWeights.standing);
    if (ideas.get(name) === 1) visit(`ID:${name}`, ideaWeights.standing);
    if (isPending) visit(`I?:${name}`, ideaWeights.standing);
    for (const other of names.slice(index + 1)) visit(`I:${name}&${other}`, ideaWeights.both);
  }
  visit(isNegated ? '!no' : '!yes', 1);
  // "No mail goes out without consent" is the opposite of both of its halves.
  if (denials > 1) visit('!no no', 1.5);
  if (isPending) visit('!open', 1);
}

type WordFeatures = {
  readonly stem: string;
  readonly isLittle: boolean;
  readonly runs: readonly string[];
};

function wordReader(words: ReadingWords): (word: string, language: Language) => WordFeatures {
  const little = wordsOfBoth(words.functionWords);
  const kept = wordsOfBoth(words.negation.clause).union(wordsOfBoth(words.negation.next));
  const stemmers = { de: snowball.newStemmer('german'), en: snowball.newStemmer('english') };
  const remembered = { de: new Map<string, WordFeatures>(), en: new Map<string, WordFeatures>() };
  return (word, language) => {
    const memory = remembered[language];
    const known = memory.get(word);
    if (known) return known;
    if (memory.size > rememberedMax) memory.clear();
    const isLittle = little.has(word);
    const stem = kept.has(word) ? word : stemOf(word, stemmers[language]);
    const made = { stem, isLittle, runs: isLittle || /\d/.test(word) ? [] : runsOf(word) };
    memory.set(word, made);
    return made;
  };
}

function stemOf(word: string, stemmer: { stem(word: string): string }): string {
  if (/^\d/.test(word)) return '#';
  return stemmer.stem(word.slice(0, letterRuns.wordMax * 2));
}

function runsOf(word: string): readonly string[] {
  const padded = `<${word.slice(0, letterRuns.wordMax)}>`;
  const runs: string[] = [];
  for (let size = letterRuns.shortest; size <= letterRuns.longest; size += 1) {
    for (let at = 0; at + size <= padded.length; at += 1)
      runs.push(`~${padded.slice(at, at + size)}`);
  }
  return runs;
}

/** Ideas of a word, alone or together with the one before it. */
function ideaReader({
  concepts,
}: ReadingWords): (previous: string, word: string) => readonly string[] {
  const ideas = Object.entries(concepts).map(([name, sources]) => ({
    name,
    ofWord: anyOf(sources.filter((source) => !source.includes(' '))),
    ofPair: anyOf(sources.filter((source) => source.includes(' '))),
  }));
  const remembered = new Map<string, readonly string[]>();
  return (previous, word) => {
    const key = `${previous} ${word}`;
    const known = remembered.get(key);
    if (known) return known;
    if (remembered.size > rememberedMax) remembered.clear();
    const short = word.slice(0, letterRuns.wordMax * 2);
    const pair = `${previous.slice(0, letterRuns.wordMax * 2)} ${short}`;
    const names = ideas
      .filter(({ ofWord, ofPair }) => ofWord.test(short) || ofPair.test(pair))
      .map(({ name }) => name);
    remembered.set(key, names);
    return names;
  };
}
