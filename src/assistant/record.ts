import { frameOf } from '#assistant/frame.ts';
import type { House } from '#assistant/house.ts';
import type { Answered } from '#domain/answer.ts';
import type { NewEntry } from '#domain/entry.ts';
import { valuesOf, type Fact } from '#domain/fact.ts';
import type { Reading } from '#domain/reading.ts';
import type { Request } from '#domain/request.ts';

/** What was asked, read and answered, and when (ISO instant): one moment for reference and entry. */
export type Matter = {
  readonly request: Request;
  readonly reading: Reading;
  readonly answered: Omit<Answered, 'ms'>;
  readonly at: string;
};

/** The entry that goes into the ledger before the answer goes to anybody. */
export function entryFor({ request, reading, answered, at }: Matter, house: House): NewEntry {
  const { op, asker: actor, place } = request;
  const common = {
    ...frameOf(house, { op, at, actor, place }),
    private: privateTexts(request, reading, answered),
  };
  const reply = {
    citations: answered.citations.map(({ provision, id }) => ({ provision, passage: id })),
    notices: answered.notices.map(({ kind, about }) => `${kind}:${about}`),
    language: answered.language,
    ...(request.follows ? { follows: request.follows } : {}),
  };
  if (request.kind === 'question' && answered.verdict === null) {
    return { ...common, kind: 'answer', body: { refused: answered.refused, ...reply } };
  }
  return {
    ...common,
    kind: 'decision',
    body: { asked: request.kind, ...decisionOf(answered), ...reply },
  };
}

function decisionOf(answered: Omit<Answered, 'ms'>) {
  const { verdict, assessment, asOf, route, facts, declined, questions, ways } = answered;
  return {
    verdict,
    verdicts: assessment.verdicts,
    asOf,
    route,
    facts: Object.entries(facts).flatMap(([id, fact]) => (fact ? [loggedFact(id, fact)] : [])),
    unknown: declined,
    findings: assessment.findings.map(({ control, severity, outcome, markets, missing }) => ({
      control,
      severity,
      outcome,
      markets,
      ...(missing.length > 0 ? { missing } : {}),
    })),
    questions,
    wayToYes: ways.map((way) => ({
      verdict: way.verdict,
      changes: way.changes.map(({ fact, value }) => ({ fact, value })),
    })),
  };
}

function loggedFact(id: string, fact: Fact) {
  const { value, origin, confirmed, complete, unclear } = fact;
  return {
    fact: id,
    value,
    origin,
    confirmed,
    ...(complete === undefined ? {} : { complete }),
    ...(unclear === undefined ? {} : { unclear }),
  };
}

/** Free text is kept apart: an adapter seals it, so that it can be forgotten. */
function privateTexts(
  request: Request,
  reading: Reading,
  answered: Omit<Answered, 'ms'>,
): Record<string, string> {
  const quotes = Object.entries(reading.facts).flatMap(([id, fact]) =>
    fact?.quote ? [`${id}=${valuesOf(fact).join('+')}: ${fact.quote}`] : [],
  );
  return {
    text: request.text,
    message: answered.text,
    ...(quotes.length > 0 ? { quotes: quotes.join('\n') } : {}),
    ...(reading.steering.length > 0 ? { steering: reading.steering.join('\n') } : {}),
  };
}
