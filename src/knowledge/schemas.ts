import { z } from 'zod';
import { Verdict } from '#domain/assessment.ts';
import { Condition } from '#domain/condition.ts';
import { Bilingual } from '#domain/language.ts';

/** The shapes of the files below `knowledge/`; also the source of the committed JSON Schemas. */

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD');
const FactId = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a fact id in snake_case');
const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id in kebab-case');
const OptionId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'an option id');
const PassageId = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)+$/, 'a passage id like de/uwg/7-2-2');

const Lines = z.array(z.string().min(1));
const Phrases = z
  .strictObject({ de: Lines.optional(), en: Lines.optional() })
  .transform(({ de, en }) => ({ de: de ?? [], en: en ?? [] }));
const noPhrases = { de: [], en: [] };

export const Validity = z.strictObject({ from: Day.optional(), until: Day.optional() });

const OptionFile = z.strictObject({
  label: Bilingual.optional(),
  do: Bilingual.optional(),
  without: Bilingual.optional(),
  in: Bilingual.optional(),
  'others-list': z.boolean().optional(),
  exclusive: z.boolean().optional(),
  lexicon: Phrases.default(noPhrases),
  cues: Phrases.default(noPhrases),
  said: Phrases.default(noPhrases),
});
export type OptionFile = z.infer<typeof OptionFile>;

export const FactFile = z.strictObject({
  kind: z.enum(['yes-no', 'choice', 'choices', 'form', 'date', 'number']),
  ask: Bilingual,
  hint: Bilingual.optional(),
  core: z.union([z.literal(true), Condition]).optional(),
  role: z.enum(['markets', 'channels', 'launch']).optional(),
  changeable: z.boolean().default(false),
  splits: z.boolean().optional(),
  standing: z.enum(['company', 'own-list']).optional(),
  'always-ask': z.boolean().default(false),
  weight: z.int().min(1).max(9).default(5),
  options: z.record(OptionId, OptionFile).default({}),
  'near-misses': Phrases.default(noPhrases),
  presume: OptionId.optional(),
  derive: z.array(z.strictObject({ when: Condition, value: OptionId })).default([]),
});
export type FactFile = z.infer<typeof FactFile>;

/** One file below `knowledge/facts`: facts by id. */
export const FactsFile = z.record(FactId, FactFile);

const GivenValue = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.strictObject({ only: z.array(z.string()) }),
]);
export type GivenValue = z.infer<typeof GivenValue>;

const Outcome = z.enum(['not-applicable', 'met', 'breached', 'open']);

/** What is known in a worked example. */
export const Given = z.record(FactId, GivenValue);

/** One file below `knowledge/controls/<pack>`. */
export const ControlFile = z.strictObject({
  id: Id,
  title: Bilingual,
  status: z.enum(['draft', 'in-force', 'retired']),
  severity: z.enum(['blocker', 'condition', 'advice', 'review', 'duty']),
  cites: z.array(PassageId).min(1).max(5),
  replaces: z.array(Id).default([]),
  checked: Day,
  valid: Validity.default({}),
  when: Condition,
  unless: Condition.optional(),
  requires: Condition.optional(),
  remedy: Bilingual,
  reason: Bilingual,
  'false-alarms': z.strictObject({ de: Lines, en: Lines }).optional(),
  cases: z
    .array(
      z.strictObject({
        given: Given,
        expect: Outcome,
        ask: z.array(FactId).optional(),
      }),
    )
    .min(1),
});
export type ControlFile = z.infer<typeof ControlFile>;

/** The front matter of a passage. */
export const PassageHead = z.strictObject({
  provision: z.string().min(1),
  title: Bilingual,
  kind: z.enum(['statute', 'guidance', 'case', 'policy', 'self-regulation']),
  source: z.string().regex(/^(https:\/\/|policy:)\S+$/, 'an https link, or policy:<section>'),
  valid: Validity.default({}),
  checked: Day,
  verified: z.enum(['yes', 'partly', 'no']),
  status: z.enum(['in force', 'pending', 'superseded', 'under appeal']),
  words: z.strictObject({ de: Lines, en: Lines }),
});

/** `knowledge/packs.yaml`: packs by id. */
export const PacksFile = z.record(
  Id,
  z.strictObject({
    name: Bilingual,
    markets: z.union([z.literal('all'), z.array(z.string()).min(1)]),
    covers: z.array(z.string()).default([]),
    'builds-on': z.array(Id).default([]),
    'not-covered': z.array(Id).default([]),
  }),
);

/** `knowledge/topics.yaml`: what packs do not cover, by id, and how people speak of it. */
export const TopicsFile = z.record(
  Id,
  z.strictObject({
    name: Bilingual,
    lexicon: z.strictObject({ de: Lines, en: Lines }),
    when: Condition.optional(),
  }),
);

const Told = z.strictObject({
  verdict: Verdict.optional(),
  control: Id.optional(),
  /** `silent`: the control does not speak for this market. */
  outcome: z.enum([...Outcome.options, 'silent']).optional(),
});

/** `knowledge/flips.yaml`: the same facts in several markets, and how each ends there. */
export const FlipsFile = z.array(
  z.strictObject({
    id: Id,
    title: Bilingual,
    given: Given,
    markets: z.record(OptionId, Told),
    why: Bilingual,
  }),
);
export type FlipsFile = z.infer<typeof FlipsFile>;

/** `knowledge/patterns.yaml`: lawful everyday patterns and the facts a brief must state for each. */
export const PatternsFile = z.array(
  z.strictObject({ id: Id, title: Bilingual, market: z.string(), given: Given }),
);
export type PatternsFile = z.infer<typeof PatternsFile>;

/** `routes.yaml` of a company: who releases a campaign; the first that holds counts. */
export const RoutesFile = z
  .array(z.strictObject({ route: Id, title: Bilingual, when: Condition }))
  .min(1);
