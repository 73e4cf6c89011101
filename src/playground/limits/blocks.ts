import { z } from 'zod';
import { Aside, Fillable, Pressable } from '#playground/limits/elements.ts';
import { Name, plain, text } from '#playground/limits/texts.ts';

// https://docs.slack.dev/reference/block-kit/blocks: what is not in this list is not sent by the
// assistant, and the workspace refuses it, so that a new block comes with its limits.
const Section = z
  .strictObject({
    type: z.literal('section'),
    block_id: Name,
    text: text(3_000).optional(),
    fields: z.array(text(2_000)).min(1).max(10).optional(),
    accessory: Pressable.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text: words, fields }) => words !== undefined || fields !== undefined, {
    message: 'missing required field: text',
  });

const Context = z.strictObject({
  type: z.literal('context'),
  block_id: Name,
  elements: z.array(text(3_000)).min(1).max(10),
});

const Header = z.strictObject({ type: z.literal('header'), block_id: Name, text: plain(150) });

const Divider = z.strictObject({ type: z.literal('divider'), block_id: Name });

const Alert = z.strictObject({
  type: z.literal('alert'),
  block_id: Name,
  text: text(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const Actions = z.strictObject({
  type: z.literal('actions'),
  block_id: Name,
  elements: z.array(Pressable).min(1).max(25),
});

const ContextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id: Name,
  elements: z.array(Aside).min(1).max(5),
});

const Input = z.strictObject({
  type: z.literal('input'),
  block_id: Name,
  label: plain(2_000),
  hint: plain(2_000).optional(),
  optional: z.boolean().optional(),
  element: Fillable,
});
export type Input = z.infer<typeof Input>;

const everywhere = [Section, Context, Header, Divider, Alert, Actions] as const;
export const MessageBlock = z.discriminatedUnion('type', [...everywhere, ContextActions]);
export const ViewBlock = z.discriminatedUnion('type', [...everywhere, Input]);

/** A block of a message or of a view. */
export type Block = z.infer<typeof MessageBlock> | z.infer<typeof ViewBlock>;
