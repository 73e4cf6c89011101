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
