import { z } from 'zod';
import { checkContent } from '#playground/content.ts';
import { assistant } from '#playground/places.ts';
import type { Origin } from '#playground/response-urls.ts';
import { refused, type Result } from '#playground/results.ts';
import type { State } from '#playground/web-api.ts';

/** Shows a response to a command or to a press: as a message of its own, or in place of the pressed one. */
export function respond(origin: Origin, fields: unknown, state: State): Result {
  const read = Response.safeParse(fields);
  if (!read.success) return refused('invalid_arguments');
  const { text, blocks, thread_ts: thread } = read.data;
  const { messages } = state;
  const original = origin.message ? messages.find(origin.channel.id, origin.message) : undefined;
  if (read.data.delete_original) {
    if (!original) return refused('message_not_found');
    messages.remove(original);
    return { ok: true };
  }
  const content = checkContent(text, blocks, state.switches.refusesNewBlocks);
  if (!content.ok) return content;
  if (read.data.replace_original && original) {
    messages.change(original, { text, blocks: content.blocks });
    return { ok: true };
  }
  const onlyFor = read.data.response_type === 'ephemeral' ? origin.user : undefined;
  const said = { channel: origin.channel.id, user: assistant.user, text, blocks: content.blocks };
  messages.add({ ...said, onlyFor, thread });
  return { ok: true };
}

const Flag = z.union([z.boolean(), z.stringbool()]).default(false);
const Response = z.object({
  text: z.string().default(''),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: Flag,
  delete_original: Flag,
  thread_ts: z.string().optional(),
});
