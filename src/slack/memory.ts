import type { Desk, Thread, ThreadKey } from '#assistant/desk.ts';
import type { Request } from '#domain/request.ts';

/** What somebody adds to a conversation. */
export type Step = (thread: Thread) => Promise<Thread>;

/** What an answer leaves behind for the next time. */
export type Outcome = Pick<
  Thread,
  'language' | 'decision' | 'reference' | 'verdict' | 'message' | 'shown' | 'updated'
>;

/** A conversation in which nothing has been said yet. */
export function newThread(
  key: ThreadKey,
  { author, language, updated }: Pick<Thread, 'author' | 'language' | 'updated'>,
): Thread {
  return {
    ...key,
    revision: 0,
    kind: 'question',
    author,
    text: '',
    given: {},
    declined: [],
    language,
    updated,
  };
}

/** The part of a request that comes from what was said in the thread so far. */
export function requestFrom(
  thread: Thread,
): Pick<Request, 'kind' | 'text' | 'follows' | 'markets' | 'launch' | 'said' | 'declined'> {
  const { kind, text, decision: follows, markets, launch, given, declined } = thread;
  return {
    kind,
    text,
    follows,
    markets,
    launch,
    said: Object.fromEntries(Object.entries(given).map(([fact, { value }]) => [fact, value])),
    declined,
  };
}

/** Keeps what a thread has come to, for the next step in it. */
export async function remember(
  { threads }: Pick<Desk, 'threads'>,
  fresh: Thread,
  step: Step,
  outcome: Outcome,
): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    // Another process may have answered here meanwhile: its words are kept as well.
    const thread = (await threads.find(fresh)) ?? fresh;
    const { saved } = await threads.save({ ...(await step(thread)), ...outcome });
    if (saved) return;
  }
  throw new Error(`Somebody else was quicker ${triesMax} times.`);
}

const triesMax = 5;
