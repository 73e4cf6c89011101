import { setImmediate } from 'node:timers/promises';
import type { Reader } from '#assistant/house.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import { leaningsOf } from '#domain/leaning.ts';
import type { Reading } from '#domain/reading.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import { gather, type Found } from '#language/gather.ts';
import { messageKindsOf } from '#language/message-kind.ts';
import { wordsOfBoth } from '#language/patterns.ts';
import { plainOf } from '#language/plain.ts';
import { denialsOf, polarityOf } from '#language/polarity.ts';
import { readabilityOf } from '#language/readability.ts';
import { hitsIn, sceneOf } from '#language/scene.ts';
import { sentencesOf, type Sentence } from '#language/segment.ts';
import { hiddenIn, steeringIn } from '#language/steering.ts';
import { tongueOf } from '#language/tongue.ts';

export type EmbeddedReaderOptions = {
  readonly words: ReadingWords;
  /** Where the trained model is kept between two starts. */
  readonly cacheFolder: string;
  readonly progress: (message: string) => void;
};

/** Sentences read at a stretch; after that others get their turn. */
const stretch = 8;

/** A reader that needs no model: it works with the words of the vocabulary and abstains rather than guess. */
export async function embeddedReader(
  knowledge: Knowledge,
  options: EmbeddedReaderOptions,
): Promise<Reader> {
  const tools = toolsOf(knowledge, options.words);
  return { name: 'embedded-1', read: (text) => read(text, knowledge, tools) };
}

function toolsOf(knowledge: Knowledge, words: ReadingWords) {
  const denials = denialsOf(words);
  const denying = wordsOfBoth({
    de: [...words.negation.clause.de, ...words.negation.next.de, ...words.negation.lack.de],
    en: [...words.negation.clause.en, ...words.negation.next.en, ...words.negation.lack.en],
  });
  return {
    cuts: { abbreviations: new Set(words.abbreviations), clauseStarts: wordsOfBoth(words.clauseStarts) },
    denials,
    isDenial: (word: string) => denying.has(word),
    isReadable: readabilityOf(knowledge.facts, words),
    isSteering: steeringIn(words),
    kindOf: messageKindsOf(words),
    leanings: leaningsOf(knowledge),
    scene: sceneOf(knowledge.facts, words),
    tongue: tongueOf(words),
  };
}

type Tools = ReturnType<typeof toolsOf>;

async function read(text: string, knowledge: Knowledge, tools: Tools): Promise<Reading> {
  const plain = plainOf(text);
  const sentences: Sentence[] = [];
  for (const sentence of sentencesOf(plain.text, tools.cuts)) {
    sentences.push(sentence);
    if (sentences.length % 200 === 0) await setImmediate();
  }
  const language = tools.tongue.of(wordsIn(sentences));
  const steering = new Set(sentences.filter(tools.isSteering));
  const unreadable = sentences.filter((sentence) => !tools.isReadable(sentence.words));
  const found: Found[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const quoteOf = (start: number, end: number) => plain.quote(start, end);
    found.push(...foundIn(sentence, language, steering.has(sentence), quoteOf, tools));
    if (index % stretch === stretch - 1) await setImmediate();
  }

  const rest = sentences.filter((sentence) => !steering.has(sentence));
  const isUnreadable = countWords(unreadable) * 2 > countWords(sentences) && countWords(sentences) >= 4;
  const kind = isUnreadable
    ? 'campaign'
    : tools.kindOf({
        text: rest.map((sentence) => sentence.text).join('\n'),
        words: countWords(rest),
        statements: rest.filter(({ isQuestion, words }) => !isQuestion && words.length >= 3).length,
        questions: rest.filter(({ isQuestion }) => isQuestion).length,
        found: new Set(found.filter((hit) => !hit.isCue).map((hit) => `${hit.fact} ${hit.option}`)).size,
      });
  const gathered = gather(knowledge.facts.values(), isUnreadable ? [] : found, tools.leanings, {
    isCampaign: kind === 'campaign' && !isUnreadable,
    hasUnreadable: unreadable.length > 0,
  });
  return {
    kind,
    language,
    ...gathered,
    steering: [
      ...sentences.filter((one) => steering.has(one)).map((one) => plain.quote(one.start, one.end)),
      ...hiddenIn(text),
    ],
  };
}

/** What one sentence says, in its own language. */
function foundIn(
  sentence: Sentence,
  main: Language,
  isSteering: boolean,
  quote: (start: number, end: number) => string,
  tools: Tools,
): readonly Found[] {
  const polarity = polarityOf(sentence, tools.denials);
  const hits = tools.tongue
    .spokenIn(sentence.words, main)
    .flatMap((language) => hitsIn(sentence, polarity, tools.scene[language], tools.isDenial));
  return hits.map((hit) => {
    const touching = sentence.clauses.filter(({ start, end }) => start < hit.end && end > hit.start);
    const start = touching[0]?.start ?? hit.start;
    const end = touching.at(-1)?.end ?? hit.end;
    return { ...hit, quote: quote(start, end), isSteering, isAsked: sentence.isQuestion };
  });
}

function* wordsIn(sentences: readonly Sentence[]) {
  for (const { words } of sentences) yield* words;
}

function countWords(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { words }) => sum + words.length, 0);
}
