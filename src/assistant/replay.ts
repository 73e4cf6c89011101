import { confirmedAsRead } from '#assistant/consider.ts';
import type { House } from '#assistant/house.ts';
import type { Ledger } from '#assistant/ledger.ts';
import { isHouseOf, messageAnew, type DecisionEntry } from '#assistant/replay-message.ts';
import { factsToAsk } from '#domain/asking.ts';
import { assessCampaign } from '#domain/assessment.ts';
import type { Decision } from '#domain/entry.ts';
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
  /**
   * Whether its texts are still there, and the message is the one whose hash is on record; `rewritten`
   * where it was also written anew, byte for byte.
   */
  readonly message: 'same' | 'rewritten' | 'different' | 'erased' | 'none';
};

export type Difference = {
  readonly what: 'verdict' | 'verdicts' | 'findings' | 'questions' | 'message';
  readonly recorded: string;
  readonly replayed: string;
};

/** Gives the knowledge base of a version, where it is at hand. */
export type KnowledgeSource = (version: string) => Promise<Knowledge | undefined>;

/**
 * Reckons a decision anew: from the facts on record, for their day, with the knowledge of that day.
 * Given a house of the same versions, its message is written anew too.
 */
export async function replay(
  entry: DecisionEntry,
  ledger: Pick<Ledger, 'open'>,
  knowledgeOf: KnowledgeSource,
  house?: House,
): Promise<Replay> {
  const version = entry.engine.knowledge;
  const knowledge = await knowledgeOf(version);
  const ruled = knowledge ? compared(entry.body, rejudged(entry.body, knowledge)) : [];
  const { message, difference } = await messageOf(entry, ledger, house);
  const differences = difference ? [...ruled, difference] : ruled;
  return {
    reference: entry.ref,
    outcome: outcomeOf(differences, knowledge !== undefined),
    differences,
    knowledge: version,
    message,
  };
}

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

type Told = { readonly message: Replay['message']; readonly difference?: Difference };

/** Opening an entry hashes its message and holds it against the hash on record. */
async function messageOf(
  entry: DecisionEntry,
  ledger: Pick<Ledger, 'open'>,
  house: House | undefined,
): Promise<Told> {
  if (entry.messageHash === undefined) return { message: 'none' };
  try {
    const { message, text } = await ledger.open(entry);
    if (message === undefined) return { message: 'erased' };
    if (text === undefined || !house || !isHouseOf(entry, house)) return { message: 'same' };
    const anew = await messageAnew(entry, text, house);
    if (anew === message) return { message: 'rewritten' };
    const difference = { what: 'message', ...firstOtherLine(message, anew) } as const;
    return { message: 'different', difference };
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.code !== 'log.damaged') throw cause;
    const difference = {
      what: 'message',
      recorded: 'messageHash',
      replayed: cause.message,
    } as const;
    return { message: 'different', difference };
  }
}

function firstOtherLine(was: string, is: string): Pick<Difference, 'recorded' | 'replayed'> {
  const [before, after] = [was.split('\n'), is.split('\n')];
  const at = before.findIndex((line, index) => line !== after[index]);
  const line = at === -1 ? before.length : at;
  return { recorded: before[line] ?? '', replayed: after[line] ?? '' };
}
