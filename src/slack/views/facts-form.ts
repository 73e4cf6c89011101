import { z } from 'zod';
import type { Thread } from '#assistant/desk.ts';
import type { FactCatalog, FactDefinition, FactValue } from '#domain/fact.ts';
import { Language } from '#domain/language.ts';
import { Operation } from '#domain/reference.ts';
import { viewIds } from '#slack/action-ids.ts';
import { readRowId } from '#slack/card-ids.ts';
import { formWords } from '#slack/messages/form-words.ts';
import { plain, sectionOf } from '#slack/messages/message.ts';
import { slackText } from '#slack/messages/slack-text.ts';
import { dontKnowValue, factInput } from '#slack/views/fact-input.ts';
import type { Form } from '#slack/views/filled.ts';

/** Slack takes 100 blocks in a form. */
const inputsMax = 90;

/** Where a form belongs: the thread, and the decision that its card showed when it was opened. */
const Origin = z.object({
  place: z.string(),
  thread: z.string(),
  decision: Operation.optional(),
  language: Language,
});
export type Origin = z.infer<typeof Origin>;

/** One input for each fact, with what is understood or stated of it now. */
export function factsForm(
  thread: Thread,
  facts: readonly FactDefinition[],
  more: {
    /** What stands in the inputs instead, where the form has been filled in already. */
    readonly filled?: Readonly<Record<string, FactValue>>;
    readonly isLate?: boolean;
  } = {},
): Form {
  const { language, place, thread: id, decision } = thread;
  const word = formWords[language];
  const metadata: Origin = { place, thread: id, decision, language };
  return {
    type: 'modal',
    callback_id: viewIds.facts,
    private_metadata: JSON.stringify(metadata),
    title: plain(word.facts, 24),
    submit: plain(word.save, 24),
    close: plain(word.cancel, 24),
    blocks: [
      ...(more.isLate === true ? [sectionOf(slackText`${word.meanwhile}`)] : []),
      ...facts.slice(0, inputsMax).map((fact) =>
        factInput(fact, {
          block: fact.id,
          language,
          now: more.filled ? more.filled[fact.id] : knownOf(fact.id, thread),
          canBeUnknown: true,
        }),
      ),
    ],
  };
}

/** Where a form that comes back belongs; nothing where an older version has made it. */
export function originOf(form: { readonly private_metadata: string }): Origin | undefined {
  const metadata = jsonIn(form.private_metadata);
  return Origin.safeParse(metadata).data;
}

/** All that a card shows: what is understood, what is asked, what was stated and what nobody knew. */
export function factsOn(
  blocks: unknown,
  { shown = {}, given, declined }: Thread,
  catalog: FactCatalog,
): readonly FactDefinition[] {
  const ids = [...Object.keys(shown), ...askedIn(blocks), ...Object.keys(given), ...declined];
  return [...new Set(ids)].flatMap((id) => catalog.get(id) ?? []);
}

function knownOf(id: string, { given, shown, declined }: Thread): FactValue | undefined {
  return given[id]?.value ?? (declined.includes(id) ? dontKnowValue : shown?.[id]);
}

const Rows = z.array(z.object({ block_id: z.string().optional() }));

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The facts that the rows of a message ask for. */
function askedIn(blocks: unknown): readonly string[] {
  const rows = Rows.safeParse(blocks);
  if (!rows.success) return [];
  return rows.data.flatMap(({ block_id: id }) => readRowId(id ?? '')?.fact ?? []);
}
