import { z } from 'zod';
import { ViewBlock } from '#playground/limits/blocks.ts';
import { plain } from '#playground/limits/texts.ts';
import { repetitionsIn } from '#playground/limits/unique.ts';

// https://docs.slack.dev/reference/views/modal-views
const View = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(24),
    blocks: z.array(ViewBlock).max(100),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    private_metadata: z.string().max(3_000).optional(),
    callback_id: z.string().max(255).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine(({ blocks, submit }) => submit || blocks.every(({ type }) => type !== 'input'), {
    message: 'missing required field: submit',
  });
export type View = z.infer<typeof View>;

/** A view as Slack accepts it, or what it complains of. */
export type CheckedView =
  | { readonly ok: true; readonly view: View }
  | { readonly ok: false; readonly messages: readonly string[] };

/** Checks a view against Slack's limits. */
export function checkView(given: unknown): CheckedView {
  const read = View.safeParse(given);
  if (!read.success) {
    const messages = read.error.issues.map(
      ({ message, path }) => `[ERROR] ${message} [json-pointer:/view/${path.join('/')}]`,
    );
    return { ok: false, messages };
  }
  const messages = repetitionsIn(read.data.blocks);
  return messages.length > 0 ? { ok: false, messages } : { ok: true, view: read.data };
}
