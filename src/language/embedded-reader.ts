import { setImmediate } from 'node:timers/promises';
import type { Reader } from '#assistant/house.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { Language } from '#domain/language.ts';
import { favourOf } from '#domain/leaning.ts';
import type { MessageKind, Reading } from '#domain/reading.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import { bygonesIn, standingAmid, type Bygone } from '#language/bygone.ts';
import { claimsWith } from '#language/claims.ts';
import { judgeWith, type Judged } from '#language/classifier.ts';
import { featuresOf } from '#language/features.ts';
import { doubtsOf } from '#language/doubt.ts';
import { gather, type Found } from '#language/gather.ts';
import { messageKindsOf } from '#language/message-kind.ts';
import { namedSourceIn } from '#language/named-source.ts';
import { wordsOfBoth } from '#language/patterns.ts';
import { plainOf, type Plain } from '#language/plain.ts';
import { denialsOf, polarityOf, type Polarity } from '#language/polarity.ts';
import { readabilityOf } from '#language/readability.ts';
import { relevanceIn } from '#language/relevance.ts';
import { hitsIn, sceneOf, stagedIn, warmUp, type Hit } from '#language/scene.ts';
import { schooled } from '#language/schooling.ts';
import { sentencesOf, type Sentence, type Span } from '#language/segment.ts';
import { hiddenIn, steeringIn } from '#language/steering.ts';
import { tongueOf } from '#language/tongue.ts';
import { topicsIn } from '#language/topics.ts';
import { unaskedIn, withUnasked } from '#language/unasked.ts';

export type EmbeddedReaderOptions = {
  readonly words: ReadingWords;
  /** Where the trained model is kept between two starts. */
  readonly cacheFolder: string;
  readonly progress: (message: string) => void;
};

/** Sentences read at a stretch; after that others get their turn. */
const stretch = 3;

/** How sure a pattern of the lexicon counts. */
const lexiconCertainty = 3;

/** A reader that needs no outside model: it works with the words of the vocabulary and abstains rather than guess. */
export async function embeddedReader(
  knowledge: Knowledge,
  options: EmbeddedReaderOptions,
): Promise<Reader> {
  const tools = await toolsOf(knowledge, options);
  return { name: 'embedded-1', read: (text) => readingOf(text, knowledge, tools) };
}

async function toolsOf(
  { facts, controls, packs, passages }: Knowledge,
  options: EmbeddedReaderOptions,
) {
  const { words } = options;
  const { negation } = words;
  const denials = denialsOf(words);
  const denying = [negation.clause, negation.next, negation.lack, negation.renounce].map(
    wordsOfBoth,
  );
  const cuts = {
    abbreviations: new Set(words.abbreviations),
    ordinals: new Set(words.ordinals),
    clauseStarts: wordsOfBoth(words.clauseStarts),
  };
  const favour = favourOf({ facts, controls });
  const features = featuresOf(words);
  const scene = sceneOf(facts, words);
  const isDenial = (word: string) => denying.some((set) => set.has(word));
  const lessons = { facts, favour, features, cuts, denials, controls, scene, isDenial };
  const model = await schooled({ ...options, ...lessons });
  return {
    bygonesIn: bygonesIn(words),
    cuts,
    denials,
    doubtsIn: doubtsOf(facts, words),
    favour,
    isDenial,
    isReadable: readabilityOf(facts, words),
    isSteering: steeringIn(words),
    isUnasked: unaskedIn(words),
    judge: judgeWith(claimsWith(model, features, facts, favour), facts, favour, words),
    kindOf: messageKindsOf(words),
    namesSource: namedSourceIn(passages),
    relevant: relevanceIn(controls),
    scene,
    staged: stagedIn(facts),
    topicsIn: topicsIn(packs, words, isDenial),
    words,
    tongue: tongueOf(words),
    warmUp: once(async () => {
      for (const language of Language.options) await warmUp(scene[language]);
    }),
  };
}

type Tools = Awaited<ReturnType<typeof toolsOf>>;

async function readingOf(text: string, knowledge: Knowledge, tools: Tools): Promise<Reading> {
  const plain = plainOf(text);
  const sentences = await cut(plain, tools);
  const language = tools.tongue.of(wordsIn(sentences));
  await tools.warmUp();
  const steering = new Set(sentences.filter(tools.isSteering));
  const unreadable = sentences.filter((sentence) => !tools.isReadable(sentence.words));
  const bygones = tools.bygonesIn(sentences);
  const found: Found[] = [];
  const topics: string[] = [];
  let unasked: string | undefined;
  for (const [index, sentence] of sentences.entries()) {
    const polarity = polarityOf(sentence, tools.denials);
    const scope = { polarity, bygone: bygones.get(sentence), isSteering: steering.has(sentence) };
    found.push(...foundIn(sentence, scope, language, plain, tools));
    const spoken = tools.tongue.spokenIn(sentence.words, language);
    topics.push(...tools.topicsIn(sentence, polarity, spoken));
    if (spoken.some((one) => tools.isUnasked(sentence, polarity, one))) {
      unasked ??= plain.quote(sentence.start, sentence.end);
    }
    if (index % stretch === stretch - 1) await setImmediate();
  }

  const rest = sentences.filter((sentence) => !steering.has(sentence));
  const isUnreadable =
    countWords(unreadable) * 2 > countWords(sentences) && countWords(sentences) >= 4;
  const kind = isUnreadable ? 'campaign' : kindOf(rest, found, tools);
  const read = gather(knowledge.facts.values(), isUnreadable ? [] : found, tools.favour, {
    isCampaign: kind === 'campaign' && !isUnreadable,
    hasUnreadable: unreadable.length > 0,
  });
  const { facts, touched } = withUnasked(read, unasked, knowledge, tools.words);
  return {
    kind,
    language,
    facts: tools.relevant(facts),
    touched: [...new Set([...touched, ...tools.doubtsIn(rest, facts)])],
    topics: [...new Set(topics)],
    steering: [
      ...[...steering].map(({ start, end }) => plain.quote(start, end)),
      ...hiddenIn(text),
    ],
  };
}

function kindOf(
  sentences: readonly Sentence[],
  found: readonly Found[],
  tools: Tools,
): MessageKind {
  const stated = found.filter(({ standing }) => standing === 'stated');
  const text = sentences.map((sentence) => sentence.text).join('\n');
  return tools.kindOf({
    text,
    namesSource: tools.namesSource(text),
    words: countWords(sentences),
    statements: sentences.filter(
      ({ isQuestion, words, value }) => !isQuestion && (words.length >= 3 || value !== undefined),
    ).length,
    found: new Set(stated.map(({ fact, option }) => `${fact} ${option}`)).size,
  });
}

async function cut(plain: Plain, { cuts }: Tools): Promise<readonly Sentence[]> {
  const sentences: Sentence[] = [];
  for (const sentence of sentencesOf(plain.text, cuts)) {
    sentences.push(sentence);
    if (sentences.length % 200 === 0) await setImmediate();
  }
  return sentences;
}

/** How a sentence is meant. */
type Scope = {
  readonly polarity: Polarity;
  readonly bygone: Bygone | undefined;
  readonly isSteering: boolean;
};

/** What one sentence says, in its own language. */
function foundIn(
  sentence: Sentence,
  scope: Scope,
  main: Language,
  plain: Plain,
  tools: Tools,
): readonly Found[] {
  const common = { isSteering: scope.isSteering, isAsked: sentence.isQuestion };
  const { hits, judged } = understoodIn(sentence, scope, main, tools);
  return [
    ...hits
      .filter(({ isCue, standing }) => !(isCue && standing === 'denied'))
      .map(({ fact, option, standing, isCue, ...span }) => ({
        ...common,
        fact,
        option,
        isCue,
        standing: isCue ? ('doubtful' as const) : standing,
        certainty: lexiconCertainty,
        quote: quoteOf(span, sentence, plain),
      })),
    ...judged.map(({ fact, option, standing, certainty, start, end, isHunch }) => ({
      ...common,
      isCue: isHunch === true,
      fact,
      option,
      standing,
      certainty,
      quote: plain.quote(start, end),
    })),
  ];
}

/** What patterns and model make of a sentence, each in its own voice. */
function understoodIn(
  sentence: Sentence,
  { polarity, bygone }: Scope,
  main: Language,
  tools: Tools,
): { readonly hits: readonly Hit[]; readonly judged: readonly Judged[] } {
  const languages = tools.tongue.spokenIn(sentence.words, main);
  const ofThePlan = <T extends Judged | Hit>(one: T): T =>
    tools.staged.has(one.fact)
      ? { ...one, standing: standingAmid(one, bygone, one.standing) }
      : one;
  const hits = languages.flatMap((language) =>
    hitsIn(sentence, polarity, tools.scene[language], tools.isDenial).map(ofThePlan),
  );
  /** What a pattern saw denied, the model cannot restore; where it would help, it may know better. */
  const isDenied = ({ fact, option, certainty }: Judged) =>
    hits.some((hit) => hit.fact === fact && hit.option === option && hit.standing === 'denied') &&
    (tools.favour(fact, option) <= 0.5 || certainty < lexiconCertainty);
  const judged = languages
    .flatMap((language) => tools.judge(sentence, polarity, language))
    .map(ofThePlan)
    .filter((claim) => !isDenied(claim));
  const understood = [
    ...hits.filter(({ isCue }) => !isCue),
    ...judged.filter(({ isHunch }) => isHunch !== true),
  ];
  const isHeard = (claim: Judged) => claim.isHunch !== true || isWorthAsking(claim, understood);
  return { hits, judged: judged.filter(isHeard) };
}

/** How certain a hunch must be to be asked about, in log-odds. */
const hunchBars = { sameFact: 3, understood: 2, alone: 0 } as const;

/** A hunch counts the less, the more of its sentence was understood without it. */
function isWorthAsking(hunch: Judged, understood: readonly (Hit | Judged)[]): boolean {
  const around = understood.filter(({ start, end }) => start < hunch.end && end > hunch.start);
  if (around.some(({ fact }) => fact === hunch.fact)) return hunch.certainty > hunchBars.sameFact;
  return hunch.certainty > (around.length > 0 ? hunchBars.understood : hunchBars.alone);
}

/** The clauses that a find touches, as they were written. */
function quoteOf(span: Span, { clauses }: Sentence, plain: Plain): string {
  const touching = clauses.filter(({ start, end }) => start < span.end && end > span.start);
  return plain.quote(touching[0]?.start ?? span.start, touching.at(-1)?.end ?? span.end);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

function* wordsIn(sentences: readonly Sentence[]) {
  for (const { words } of sentences) yield* words;
}

function countWords(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { words }) => sum + words.length, 0);
}
