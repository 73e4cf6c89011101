import type { Thread } from '#assistant/desk.ts';
import type { Reader } from '#assistant/house.ts';
import { valuesOf, type FactCatalog, type FactValue } from '#domain/fact.ts';
import type { Reading } from '#domain/reading.ts';
import type { Request } from '#domain/request.ts';
import { kindOfAll } from '#slack/kind.ts';
import type { Step } from '#slack/memory.ts';

/** What a message adds to a conversation. */
export type Added = {
  readonly text: string;
  readonly kind: Request['kind'];
  readonly markets?: readonly string[] | undefined;
};

/** Goes on with a message. What was stated before and the message speaks of anew is open again. */
export function saying(added: Added, reader: Reader): Step {
  return async (thread) => {
    const text = thread.text === '' ? added.text : `${thread.text}\n\n${added.text}`;
    const reopened = await reopenedBy(added.text, thread, text, reader);
    return {
      ...thread,
      text,
      kind: thread.text === '' ? added.kind : kindOfAll(thread.kind, added.kind, text),
      given: Object.fromEntries(Object.entries(thread.given).filter(([id]) => !reopened.has(id))),
      declined: thread.declined.filter((id) => !reopened.has(id)),
      ...(added.markets ? { markets: added.markets } : {}),
    };
  };
}

/** What a person says of facts: a value, or nothing where the person does not know. */
export type Said = Readonly<Record<string, FactValue | undefined>>;

/** Goes on with what a person has pressed, chosen or filled in. */
export function stating(
  said: Said,
  { by, at }: { readonly by: string; readonly at: string },
  catalog: FactCatalog,
): Step {
  const values = Object.entries(said).flatMap(([id, value]) =>
    value === undefined ? [] : [[id, { value, by, at }] as const],
  );
  const unknown = Object.keys(said).filter((id) => said[id] === undefined);
  const launch = values.find(([id]) => catalog.get(id)?.role === 'launch')?.[1].value;
  return async (thread) => {
    const kept = Object.entries(thread.given).filter(([id]) => !(id in said));
    return {
      ...thread,
      given: Object.fromEntries([...kept, ...values]),
      declined: [...thread.declined.filter((id) => !(id in said)), ...unknown],
      ...(typeof launch === 'string' ? { launch } : {}),
    };
  };
}

/** Takes back what was stated of some facts. */
export function withdrawing(facts: readonly string[]): Step {
  return async (thread) => ({
    ...thread,
    given: Object.fromEntries(Object.entries(thread.given).filter(([id]) => !facts.includes(id))),
  });
}

/** Has a question checked as a campaign. */
export const asCampaign: Step = async (thread) => ({ ...thread, kind: 'brief' });

/** One step after the other. */
export function inOrder(...steps: readonly Step[]): Step {
  return async (thread) => {
    let gone: Thread = thread;
    for (const step of steps) gone = await step(gone);
    return gone;
  };
}

/**
 * A statement counts as complete, so a message that says more would not be heard: what the message
 * reads differently, by itself or together with what stood before, is taken back and asked again.
 */
async function reopenedBy(
  added: string,
  { text: before, given, declined }: Thread,
  text: string,
  reader: Reader,
): Promise<ReadonlySet<string>> {
  const stated = [...Object.keys(given), ...declined];
  if (stated.length === 0) return new Set();
  const [was, is, alone] = await Promise.all([before, text, added].map((one) => reader.read(one)));
  if (!was || !is || !alone) return new Set();
  return new Set(
    stated.filter((id) => {
      const said = [given[id]?.value ?? []].flat().map(String);
      const old = new Set(mentioned(id, was));
      const news = [...mentioned(id, alone), ...mentioned(id, is).filter((one) => !old.has(one))];
      const isDoubted =
        alone.touched.includes(id) || (is.touched.includes(id) && !was.touched.includes(id));
      return news.some((one) => !said.includes(one)) || (isDoubted && news.length === 0);
    }),
  );
}

/** Everything that a text says or may say of a fact. */
function mentioned(id: string, { facts }: Reading): readonly string[] {
  return [...valuesOf(facts[id]), ...(facts[id]?.unclear ?? [])];
}
