import { z } from 'zod';
import type { Answered } from '#domain/answer.ts';
import { questionsMax } from '#domain/asking.ts';
import { Verdict } from '#domain/assessment.ts';
import { Language } from '#domain/language.ts';

/**
 * The machine interface of `check --json` and `batch`, one JSON object a line.
 * Kept stable: fields may be added, never changed or taken away.
 */
export const Market = z.enum(['DE', 'AT', 'CH', 'EU', 'FR', 'IT', 'ES', 'NL', 'UK', 'US', 'US-CA']);

/** One line in. */
export const BatchIn = z.object({
  id: z.string().min(1).max(200),
  kind: z.enum(['brief', 'question']),
  text: z.string(),
  lang: Language.nullish(),
  market: Market.nullish(),
  launch: z.iso.date().nullish(),
});
export type BatchIn = z.infer<typeof BatchIn>;

const Value = z.union([z.string(), z.number(), z.array(z.string())]);

/** One line out. */
export const BatchOut = z.object({
  id: z.string(),
  kind: z.enum(['brief', 'question']),
  lang: Language,
  verdict: Verdict.nullable(),
  verdicts: z.record(z.string(), Verdict),
  route: z.string().nullable(),
  refused: z.boolean(),
  notices: z.array(z.string()),
  notCovered: z.array(z.string()),
  facts: z.record(
    z.string(),
    z.object({ value: Value, origin: z.string(), quote: z.string().optional() }),
  ),
  assumptions: z.array(z.string()),
  findings: z.array(
    z.object({
      control: z.string(),
      severity: z.enum(['blocker', 'condition', 'advice', 'review']),
      outcome: z.enum(['not-applicable', 'met', 'breached', 'open']),
      markets: z.array(z.string()),
    }),
  ),
  citations: z.array(z.object({ provision: z.string(), passage: z.string(), url: z.string() })),
  questions: z.array(z.object({ fact: z.string(), ask: z.string() })),
  wayToYes: z.array(
    z.object({
      changes: z.array(z.object({ fact: z.string(), value: Value, do: z.string() })),
      verdict: Verdict,
    }),
  ),
  answer: z.string(),
  ms: z.number(),
});
export type BatchOut = z.infer<typeof BatchOut>;

/** What stands in the place of a result for a line that cannot be read. */
export const BatchError = z.object({
  id: z.string().nullable(),
  line: z.number(),
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }),
});
export type BatchError = z.infer<typeof BatchError>;

/** An answer in the machine interface. `ask` gives the question of a fact in the answer's language. */
export function toRecord(id: string, answered: Answered, ask: (fact: string) => string): BatchOut {
  const { language, assessment } = answered;
  return {
    id,
    kind: answered.kind,
    lang: language,
    verdict: answered.verdict,
    verdicts: answered.verdict === null ? {} : { ...assessment.verdicts },
    route: answered.route,
    refused: answered.refused,
    notices: answered.notices.map(({ kind, about }) => `${kind}:${about}`),
    notCovered: [...answered.notCovered],
    facts: factsOf(answered),
    assumptions: [...answered.assumptions],
    findings: assessment.findings
      .filter((finding) => finding.outcome !== 'not-applicable')
      .map(({ control, severity, outcome, markets }) => ({
        control,
        severity,
        outcome,
        markets: [...markets],
      })),
    citations: answered.citations.map((passage) => ({
      provision: passage.provision,
      passage: passage.id,
      url: passage.source,
    })),
    questions: answered.questions.slice(0, questionsMax).map((fact) => ({ fact, ask: ask(fact) })),
    wayToYes: answered.ways.map((way) => ({
      verdict: way.verdict,
      changes: way.changes.map((change) => ({
        fact: change.fact,
        value: plain(change.value),
        do: change.do[language],
      })),
    })),
    answer: answered.text,
    ms: answered.ms,
  };
}

function factsOf({ facts }: Answered): BatchOut['facts'] {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, fact]) => {
      if (!fact) return [];
      const quote = fact.quote === undefined ? {} : { quote: fact.quote };
      return [[id, { value: plain(fact.value), origin: fact.origin, ...quote }]];
    }),
  );
}

function plain(value: string | number | readonly string[]): string | number | string[] {
  return typeof value === 'object' ? [...value] : value;
}
