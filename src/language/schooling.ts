import { createHash } from 'node:crypto';
import type { Control } from '#domain/control.ts';
import type { FactCatalog } from '#domain/fact.ts';
import type { Favour } from '#domain/leaning.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import { sideOf } from '#language/claims.ts';
import { hunchLessons, type ReadPart } from '#language/hunches.ts';
import { anyOf } from '#language/patterns.ts';
import { hitsIn, listsOfTheLexicon, type Scene } from '#language/scene.ts';
import type { Unit } from '#language/units.ts';
import { examplesOf, type Example } from '#language/examples.ts';
import type { Features } from '#language/features.ts';
import { keepModel, keptModel } from '#language/model-cache.ts';
import type { Model } from '#language/model.ts';
import { plainOf } from '#language/plain.ts';
import { polarityOf, type Denials } from '#language/polarity.ts';
import { sentencesOf, type Cuts, type Sentence } from '#language/segment.ts';
import { train } from '#language/training.ts';

/** Rises when the way of learning changes, so that no model of an older program is used. */
const method = 6;

export type School = {
  readonly facts: FactCatalog;
  readonly favour: Favour;
  readonly words: ReadingWords;
  readonly features: Features;
  readonly cuts: Cuts;
  readonly denials: Denials;
  readonly controls: readonly Control[];
  readonly scene: Scene;
  readonly isDenial: (word: string) => boolean;
  readonly cacheFolder: string;
  readonly progress: (message: string) => void;
};

/** The model for this vocabulary: from the cache, or trained now and kept for the next start. */
export async function schooled(school: School): Promise<Model> {
  const examples = examplesOf(school.facts, school.words, school.favour);
  const key = keyOf(examples, school);
  const kept = keptModel(school.cacheFolder, key);
  if (kept) return kept;

  let told = 0;
  school.progress(`The reader learns from ${examples.length} example phrases.`);
  const cut = new Map(examples.map((example) => [example, unitsIn(example, school)]));
  const model = await train({
    examples,
    encode: (example, visit) => {
      for (const unit of cut.get(example) ?? []) school.features(unit, example.language, visit);
    },
    hunches: hunchLessons(
      examples,
      school.facts,
      school.controls,
      listsOfTheLexicon(school.facts),
      partReader(school, (example) => cut.get(example) ?? []),
    ),
    direction: (fact, option) =>
      school.facts.get(fact)?.kind === 'choices' ? 0 : sideOf(school.favour(fact, option)),
    progress: (share) => {
      const percent = Math.floor(share * 4) * 25;
      if (percent > told) school.progress(`The reader has learnt ${percent} %.`);
      told = percent;
    },
  });
  keepModel(school.cacheFolder, key, model);
  return model;
}

/** A phrase as a reader sees it, sentence by sentence. */
function unitsIn({ text }: Example, { cuts, denials }: School): readonly Unit[] {
  return [...sentencesOf(plainOf(text).text, cuts)].map((sentence) => ({
    sentence,
    polarity: polarityOf(sentence, denials),
    firstWord: 0,
    lastWord: sentence.words.length - 1,
  }));
}

/** What the lexicon says of a part of a list; one look at all its patterns spares most of the work. */
function partReader(
  { scene, isDenial }: School,
  unitsOf: (example: Example) => readonly Unit[],
): ReadPart {
  const parts = { de: prepared(scene.de), en: prepared(scene.en) };
  return (example, fact, option) => {
    const part = parts[example.language].get(`${fact} ${option}`);
    if (!part) return undefined;
    const hits = unitsOf(example)
      .filter(({ sentence }) => part.mayHit(sentence))
      .flatMap(({ sentence, polarity }) => hitsIn(sentence, polarity, [part.patterns], isDenial));
    const standings = hits.map(({ isCue, standing }) => (isCue ? 'cue' : standing));
    return standings.find((standing) => standing === 'stated') ?? standings[0];
  };
}

function prepared(scene: Scene['de']) {
  return new Map(
    scene.map((patterns) => {
      const any =
        patterns.patterns.length > 0
          ? anyOf(patterns.patterns.map(({ pattern }) => pattern.source))
          : undefined;
      const mayHit = ({ text }: Sentence) =>
        any?.test(text) === true || patterns.cues.some((cue) => text.includes(cue.trim()));
      return [`${patterns.fact.id} ${patterns.option}`, { patterns, mayHit }];
    }),
  );
}

/** Everything that the model depends on. */
function keyOf(examples: readonly Example[], school: School): string {
  const { facts, favour, words, controls, scene } = school;
  const { functionWords, abbreviations, clauseStarts, negation, mood, concepts } = words;
  const sides = examples.map(({ fact, option }) =>
    option === undefined ? 0 : sideOf(favour(fact, option)),
  );
  const kinds = [...facts.values()].map(({ id, kind }) => [id, kind]);
  const learnt = [functionWords, abbreviations, clauseStarts, negation, mood, concepts];
  const lexicon = Object.values(scene)
    .flat()
    .map(({ fact, option, patterns, cues }) => [
      fact.id,
      option,
      patterns.map(({ pattern }) => pattern.source),
      cues,
    ]);
  const conditions = controls.map(({ status, when, requires }) => [status, when, requires]);
  return createHash('sha256')
    .update(JSON.stringify([method, examples, sides, kinds, learnt, lexicon, conditions]))
    .digest('hex');
}
