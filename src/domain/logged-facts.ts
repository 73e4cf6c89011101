import type { Decision } from '#domain/entry.ts';
import type { Facts } from '#domain/fact.ts';

/** The facts that a decision in the log was made from, as they stood then. */
export function factsOf({ facts }: Pick<Decision, 'facts'>): Facts {
  return Object.fromEntries(
    facts.map(({ fact, value, origin, confirmed, complete, unclear }) => [
      fact,
      {
        value,
        origin,
        confirmed,
        ...(complete === undefined ? {} : { complete }),
        ...(unclear === undefined ? {} : { unclear }),
      },
    ]),
  );
}

/** The topics of its text that some pack left out, as the notices of the decision name them. */
export function topicsOf({ notices }: Pick<Decision, 'notices'>): readonly string[] {
  return notices.flatMap((notice) => /^not-covered:[^/]+\/(.+)$/.exec(notice)?.[1] ?? []);
}
