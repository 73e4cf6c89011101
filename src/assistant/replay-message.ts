import { compose } from '#assistant/answer.ts';
import { weigh } from '#assistant/consider.ts';
import type { House } from '#assistant/house.ts';
import type { Entry } from '#domain/entry.ts';
import type { Facts } from '#domain/fact.ts';
import { factsOf } from '#domain/logged-facts.ts';
import type { Reading } from '#domain/reading.ts';
import type { Request } from '#domain/request.ts';

export type DecisionEntry = Extract<Entry, { kind: 'decision' }>;

/** Whether this house is the one that wrote the entry: then it must say the same again. */
export function isHouseOf({ engine }: DecisionEntry, house: House): boolean {
  return (
    engine.code === house.engine.code &&
    engine.knowledge === house.knowledge.version &&
    engine.profile === house.company.version &&
    engine.reader === house.reader.name &&
    engine.model === undefined
  );
}

/** The message of a decision, written anew from the facts on record and the text that was asked. */
export async function messageAnew(
  entry: DecisionEntry,
  text: string,
  house: House,
): Promise<string> {
  const { op, at, place, body } = entry;
  const reading = await house.reader.read(text);
  const request: Request = {
    op,
    kind: body.asked ?? 'brief',
    text,
    language: body.language,
    trustText: body.notices.some((notice) => notice.startsWith('trusted-text:')),
    asker: entry.pseudonym,
    place,
    said: {},
    declined: body.unknown,
  };
  const facts = withQuotes(factsOf(body), reading);
  const considered = weigh(facts, body.asOf, { request, reading, house });
  return (await compose({ request, reading, at }, considered, house)).text;
}

/** What was read is told with the words that it was read from; they are in no entry in clear. */
function withQuotes(facts: Facts, reading: Reading): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([id, fact]) => {
      const quote = reading.facts[id]?.quote;
      const isRead = fact?.origin === 'text' || fact?.origin === 'model';
      return [id, fact && isRead && quote !== undefined ? { ...fact, quote } : fact];
    }),
  );
}
