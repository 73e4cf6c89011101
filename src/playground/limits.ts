import { z } from 'zod';

// https://docs.slack.dev/reference/block-kit/blocks: what is not in this list is not sent by the
// assistant, and the workspace refuses it, so that a new block comes with its limits.
const blockId = z.string().max(255).optional();
const Plain = z.strictObject({
  type: z.literal('plain_text'),
  text: z.string().min(1),
  emoji: z.boolean().optional(),
});
const Mrkdwn = z.strictObject({
  type: z.literal('mrkdwn'),
  text: z.string().min(1),
  verbatim: z.boolean().optional(),
});
const Text = z.discriminatedUnion('type', [Plain, Mrkdwn]);

const upTo = (most: number) =>
  Text.refine(({ text }) => text.length <= most, {
    message: `must be less than ${most + 1} characters`,
    path: ['text'],
  });

const Section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: upTo(3_000).optional(),
    fields: z.array(upTo(2_000)).min(1).max(10).optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, {
    message: 'missing required field: text',
  });

const Context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z.array(upTo(3_000)).min(1).max(10),
});

const Header = z.strictObject({
  type: z.literal('header'),
  block_id: blockId,
  text: Plain.refine(({ text }) => text.length <= 150, {
    message: 'must be less than 151 characters',
    path: ['text'],
  }),
});

const Divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });

const Blocks = z.array(z.discriminatedUnion('type', [Section, Context, Header, Divider])).max(50);
export type Block = z.infer<typeof Blocks>[number];

/** Blocks as Slack accepts them, or its error. */
export type Checked =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

/** Checks blocks against Slack's limits, the undocumented one on their sum included. */
export function checkBlocks(given: unknown): Checked {
  const read = Blocks.safeParse(given);
  if (!read.success) {
    const messages = read.error.issues.map(
      ({ message, path }) => `[ERROR] ${message} [json-pointer:/blocks/${path.join('/')}]`,
    );
    return { ok: false, error: 'invalid_blocks', messages };
  }
  if (charactersIn(read.data) > charactersMax)
    return { ok: false, error: 'msg_blocks_too_long', messages: [] };
  return { ok: true, blocks: read.data };
}

const charactersMax = 13_200;

function charactersIn(blocks: readonly Block[]): number {
  return blocks.flatMap(textsIn).reduce((sum, text) => sum + text.length, 0);
}

/** Every text of a block, in order. */
export function textsIn(block: Block): readonly string[] {
  switch (block.type) {
    case 'section':
      return [
        ...(block.text ? [block.text.text] : []),
        ...(block.fields ?? []).map(({ text }) => text),
      ];
    case 'context':
      return block.elements.map(({ text }) => text);
    case 'header':
      return [block.text.text];
    case 'divider':
      return [];
  }
}
