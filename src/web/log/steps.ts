import { html } from 'hono/html';
import type { Decision, FactValue } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { answerOf, questionOf } from '#web/log/named.ts';
import type { View } from '#web/log/view.ts';

type Change = Decision['wayToYes'][number]['changes'][number];

/** What one would do for a change, as the vocabulary words it; else the answer it leads to. */
export function stepOf({ fact, value }: Change, { facts }: Decision, view: View): Html {
  const options = view.rooms.knowledge.facts.get(fact)?.options ?? [];
  const now = listed(facts.find((one) => one.fact === fact)?.value);
  const then = listed(value);
  const taken = options.find(({ id, do: step }) => step && then.includes(id) && !now.includes(id));
  const left = options.find(({ id, without }) => without && now.includes(id) && !then.includes(id));
  const step = taken?.do ?? left?.without;
  return step
    ? html`${step[view.language]}`
    : html`${questionOf(fact, view)} ${answerOf(fact, value, view)}`;
}

function listed(value: FactValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}
