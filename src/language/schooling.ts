import { createHash } from 'node:crypto';
import type { FactCatalog } from '#domain/fact.ts';
import type { Favour } from '#domain/leaning.ts';
import type { ReadingWords } from '#domain/reading-words.ts';
import { sideOf } from '#language/claims.ts';
import { examplesOf, type Example } from '#language/examples.ts';
import type { Features } from '#language/features.ts';
import { keepModel, keptModel } from '#language/model-cache.ts';
import type { Model } from '#language/model.ts';
import { plainOf } from '#language/plain.ts';
import { polarityOf, type Denials } from '#language/polarity.ts';
import { sentencesOf, type Cuts } from '#language/segment.ts';
import { train } from '#language/training.ts';

/** Rises when the way of learning changes, so that no model of an older program is used. */
const method = 4;

export type School = {
  readonly facts: FactCatalog;
  readonly favour: Favour;
  readonly words: ReadingWords;
  readonly features: Features;
  readonly cuts: Cuts;
  readonly denials: Denials;
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
  const model = await train({
    examples,
    encode: ({ text, language }, visit) => {
      for (const sentence of sentencesOf(plainOf(text).text, school.cuts)) {
        const polarity = polarityOf(sentence, school.denials);
        const unit = { sentence, polarity, firstWord: 0, lastWord: sentence.words.length - 1 };
        school.features(unit, language, visit);
      }
    },
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

/** Everything that the model depends on. */
function keyOf(examples: readonly Example[], { facts, favour, words }: School): string {
  const { functionWords, abbreviations, clauseStarts, negation, mood, concepts } = words;
  const sides = examples.map(({ fact, option }) =>
    option === undefined ? 0 : sideOf(favour(fact, option)),
  );
  const kinds = [...facts.values()].map(({ id, kind }) => [id, kind]);
  const learnt = [functionWords, abbreviations, clauseStarts, negation, mood, concepts];
  return createHash('sha256')
    .update(JSON.stringify([method, examples, sides, kinds, learnt]))
    .digest('hex');
}
