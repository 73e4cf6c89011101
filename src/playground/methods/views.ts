import { z } from 'zod';
import { viewSeenByApps } from '#playground/interactions.ts';
import { checkView, type View } from '#playground/limits/view.ts';
import { refused, type Result } from '#playground/results.ts';
import type { OpenView } from '#playground/views.ts';
import type { Method, State } from '#playground/web-api.ts';
import type { Fields } from '#playground/fields.ts';

/** Views: opened, put on top of another, changed. */
export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': (fields, state) =>
    withTrigger(fields, state, (user, view) => state.views.open(user, view)),
  'views.push': (fields, state) =>
    withTrigger(fields, state, (user, view) => state.views.push(user, view)),
  'views.update': (fields, { views }) => {
    const read = Updated.safeParse(fields);
    if (!read.success) return refused('invalid_arguments');
    const checked = checkView(read.data.view);
    if (!checked.ok) return invalid(checked.messages);
    return resultOf(views.update(read.data.view_id, checked.view, read.data.hash));
  },
};

const Triggered = z.object({ trigger_id: z.string(), view: z.unknown() });
const Updated = z.object({
  view_id: z.string(),
  view: z.unknown(),
  hash: z.string().optional(),
});

function withTrigger(
  fields: Fields,
  { triggers }: State,
  show: (user: string, view: View) => OpenView | string,
): Result {
  const read = Triggered.safeParse(fields);
  if (!read.success) return refused('invalid_arguments');
  const { trigger_id: trigger, view } = read.data;
  const holder = triggers.check(trigger);
  if (typeof holder === 'string') return refused(holder);
  const checked = checkView(view);
  if (!checked.ok) return invalid(checked.messages);
  triggers.use(trigger);
  return resultOf(show(holder.user, checked.view));
}

function resultOf(shown: OpenView | string): Result {
  return typeof shown === 'string' ? refused(shown) : { ok: true, view: viewSeenByApps(shown) };
}

function invalid(messages: readonly string[]) {
  return refused('invalid_arguments', { response_metadata: { messages } });
}
