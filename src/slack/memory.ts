import type { Desk, Thread, ThreadKey } from '#assistant/ports.ts';
import type { Answered } from '#domain/answer.ts';
import type { Request } from '#domain/request.ts';
import { kindOfAll } from '#slack/kind.ts';

/** What a message adds to a conversation. */
export type Added = {
  readonly text: string;
  readonly kind: Request['kind'];
  readonly markets?: readonly string[] | undefined;
};

/** The part of a request that comes from what was said in the thread so far. */
export function continued(
  thread: Thread | undefined,
  added: Added,
): Pick<Request, 'kind' | 'text' | 'follows' | 'markets' | 'launch' | 'said' | 'declined'> {
  const text = thread ? `${thread.text}\n\n${added.text}` : added.text;
  return {
    kind: thread ? kindOfAll(thread.kind, added.kind, text) : added.kind,
    text,
    follows: thread?.decision,
    markets: added.markets ?? thread?.markets,
    launch: thread?.launch,
    said: Object.fromEntries(
      Object.entries(thread?.given ?? {}).map(([fact, { value }]) => [fact, value]),
    ),
    declined: thread?.declined ?? [],
  };
}

/** Keeps what a thread has come to, for the next message in it. */
export async function remember(
  { threads }: Pick<Desk, 'threads'>,
  key: ThreadKey,
  told: {
    readonly added: Added;
    readonly answered: Answered;
    readonly author: string;
    readonly message: string;
    readonly at: string;
  },
): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const thread = await threads.find(key);
    // Another process may have answered here meanwhile: its words are kept as well.
    const { kind, text, markets } = continued(thread, told.added);
    const { saved } = await threads.save({
      ...(thread ?? { ...key, revision: 0, author: told.author, given: {}, declined: [] }),
      kind,
      text,
      ...(markets ? { markets } : {}),
      language: told.answered.language,
      decision: told.answered.op,
      message: told.message,
      updated: told.at,
    });
    if (saved) return;
  }
  throw new Error(`Somebody else was quicker ${triesMax} times.`);
}

const triesMax = 5;
