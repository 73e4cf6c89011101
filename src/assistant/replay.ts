import { confirmedAsRead } from '#assistant/consider.ts';
import type { Ledger } from '#assistant/ledger.ts';
import { factsToAsk } from '#domain/asking.ts';
import { assessCampaign } from '#domain/assessment.ts';
import type { Decision, Entry } from '#domain/entry.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { factsOf, topicsOf } from '#domain/logged-facts.ts';
import { Problem } from '#domain/problem.ts';

/** What comes out when a decision is reckoned anew from its entry. */
export type Replay = {
  readonly reference: string;
  readonly outcome: 'same' | 'different' | 'not-replayable';
  /** What comes out otherwise, as it is on record and as it comes out now. */
  readonly differences: readonly Difference[];
  /** The version of the knowledge base that it takes. */
  readonly knowledge: string;
  /** Whether its texts are still there, and the message is the one whose hash is on record. */
  readonly message: 'same' | 'different' | 'erased' | 'none';
};

export type Difference = {
  readonly what: 'verdict' | 'verdicts' | 'findings' | 'questions' | 'message';
  readonly recorded: string;
  readonly replayed: string;
};

/** Gives the knowledge base of a version, where it is at hand. */
export type KnowledgeSource = (version: string) => Promise<Knowledge | undefined>;
export type DecisionEntry = Extract<Entry, { kind: 'decision' }>;

/** Reckons a decision anew: from the facts on record, for their day, with the knowledge of that day. */
export async function replay(
  entry: DecisionEntry,
  ledger: Pick<Ledger, 'open'>,
  knowledgeOf: KnowledgeSource,
): Promise<Replay> {
  const version = entry.engine.knowledge;
  const [knowledge, message] = [await knowledgeOf(version), await messageOf(entry, ledger)];
  const ruled = knowledge ? compared(entry.body, rejudged(entry.body, knowledge)) : [];
  const differences = message === 'different' ? [...ruled, otherMessage] : ruled;
  return {
    reference: entry.ref,
    outcome: outcomeOf(differences, knowledge !== undefined),
    differences,
    knowledge: version,
    message,
  };
}

const otherMessage: Difference = {
  what: 'message',
  recorded: 'messageHash',
  replayed: 'another message',
};

function outcomeOf(differences: readonly Difference[], isReckoned: boolean): Replay['outcome'] {
  if (differences.length > 0) return 'different';
  return isReckoned ? 'same' : 'not-replayable';
}

/** What rules make of a decision; each part in the one form in which it is compared. */
type Ruling = Pick<Decision, 'verdict' | 'verdicts' | 'findings' | 'questions'>;

function rejudged(decision: Decision, knowledge: Knowledge): Ruling {
  const facts = factsOf(decision);
  const topics = topicsOf(decision);
  const { verdict, verdicts, findings } = assessCampaign(knowledge, facts, decision.asOf, topics);
  const confirmed = confirmedAsRead(facts);
  const afterwards = assessCampaign(knowledge, confirmed, decision.asOf, topics);
  return {
    verdict,
    verdicts,
    findings: findings.map(({ control, severity, outcome, markets, missing }) => ({
      control,
      severity,
      outcome,
      markets,
      ...(missing.length > 0 ? { missing } : {}),
    })),
    questions: factsToAsk(knowledge, confirmed, afterwards, new Set(decision.unknown)),
  };
}

function compared(recorded: Ruling, replayed: Ruling): readonly Difference[] {
  return (['verdict', 'verdicts', 'findings', 'questions'] as const).flatMap((what) => {
    const [was, is] = [inOneForm(recorded[what]), inOneForm(replayed[what])];
    return was === is ? [] : [{ what, recorded: was, replayed: is }];
  });
}

/** Members in one order: the log sorts them, the rules do not. */
function inOneForm(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Opening an entry hashes its message and holds it against the hash on record. */
async function messageOf(
  entry: DecisionEntry,
  ledger: Pick<Ledger, 'open'>,
): Promise<Replay['message']> {
  if (entry.messageHash === undefined) return 'none';
  try {
    return 'message' in (await ledger.open(entry)) ? 'same' : 'erased';
  } catch (cause) {
    if (cause instanceof Problem && cause.code === 'log.damaged') return 'different';
    throw cause;
  }
}
