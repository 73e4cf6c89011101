import type { Case, Feedback, PersonOnDesk, Role, Thread } from '#assistant/desk.ts';

/** What stands where the id of a person stood. */
const erased = 'erased';

/** A conversation without one person; nothing is left of one that they began. */
export function threadWithout(thread: Thread, person: string): Thread | undefined {
  return thread.author === person ? undefined : unnamed(thread, person);
}

/** A case without one person; nothing is left of one that they asked about. */
export function caseWithout(one: Case, person: string): Case | undefined {
  if (one.requester === person) return undefined;
  const cards = one.cards.filter((card) => card.person !== person);
  if (one.assignee !== person) return unnamed({ ...one, cards }, person);
  const { assignee: _assignee, reply: _reply, ...rest } = one;
  // What nobody works on any more is open to the others again.
  const state = one.state === 'taken' ? 'open' : one.state;
  return unnamed({ ...rest, cards, state }, person);
}

/** What somebody said of an answer without one person; nothing is left of their own word. */
export function feedbackWithout(feedback: Feedback, person: string): Feedback | undefined {
  return feedback.person === person ? undefined : unnamed(feedback, person);
}

/** Out of everything, what is held about one person. */
export function heldAbout(
  person: string,
  all: {
    readonly threads: readonly Thread[];
    readonly cases: readonly Case[];
    readonly feedback: readonly Feedback[];
    readonly roles: readonly Role[];
    readonly met: boolean;
  },
): PersonOnDesk {
  return {
    threads: all.threads.filter(({ author }) => author === person),
    statements: all.threads
      .filter(({ author }) => author !== person)
      .flatMap(({ workspace, place, thread, given }) => {
        const own = Object.entries(given).filter(([, { by }]) => by === person);
        return own.length > 0 ? [{ workspace, place, thread, given: Object.fromEntries(own) }] : [];
      }),
    cases: all.cases.filter(
      ({ requester, assignee }) => requester === person || assignee === person,
    ),
    feedback: all.feedback.filter((one) => one.person === person),
    roles: all.roles,
    met: all.met,
  };
}

/** Wherever the id stands, in a mention too; never inside a longer id. */
function unnamed<T>(record: T, person: string): T {
  const escaped = person.replaceAll(/[^A-Za-z0-9]/g, String.raw`\$&`);
  const id = new RegExp(`(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`, 'g');
  return replaced(record, (text) => text.replaceAll(id, erased));
}

function replaced<T>(value: T, change: (text: string) => string): T;
function replaced(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one: unknown) => replaced(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, replaced(one, change)]),
  );
}
