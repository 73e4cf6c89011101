import { z } from 'zod';
import { MessageBlock, type Block } from '#playground/limits/blocks.ts';
import type { Element } from '#playground/limits/elements.ts';
import { elementsIn, repetitionsIn } from '#playground/limits/unique.ts';

export type { Block } from '#playground/limits/blocks.ts';

const Blocks = z.array(MessageBlock).max(50);
const charactersMax = 13_200;

/** Blocks as Slack accepts them, or its error. */
export type Checked =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

/** Checks the blocks of a message against Slack's limits, the undocumented one on their sum included. */
export function checkBlocks(given: unknown): Checked {
  const read = Blocks.safeParse(given);
  if (!read.success) {
    const messages = read.error.issues.map(
      ({ message, path }) => `[ERROR] ${message} [json-pointer:/blocks/${path.join('/')}]`,
    );
    return { ok: false, error: 'invalid_blocks', messages };
  }
  const messages = repetitionsIn(read.data);
  if (messages.length > 0) return { ok: false, error: 'invalid_blocks', messages };
  if (charactersIn(read.data) > charactersMax)
    return { ok: false, error: 'msg_blocks_too_long', messages: [] };
  return { ok: true, blocks: read.data };
}

function charactersIn(blocks: readonly Block[]): number {
  return blocks.flatMap(textsIn).reduce((sum, text) => sum + text.length, 0);
}

/** Every text of a block, in order. */
export function textsIn(block: Block): readonly string[] {
  return [...ownTextsIn(block), ...elementsIn(block).flatMap(labelsIn)];
}

function ownTextsIn(block: Block): readonly string[] {
  switch (block.type) {
    case 'section':
      return [
        ...(block.text ? [block.text.text] : []),
        ...(block.fields ?? []).map(({ text }) => text),
      ];
    case 'context':
      return block.elements.map(({ text }) => text);
    case 'header':
    case 'alert':
      return [block.text.text];
    case 'input':
      return [block.label.text, ...(block.hint ? [block.hint.text] : [])];
    case 'actions':
    case 'context_actions':
    case 'divider':
      return [];
  }
}

function labelsIn(element: Element): readonly string[] {
  switch (element.type) {
    case 'button':
    case 'icon_button':
      return [element.text.text];
    case 'feedback_buttons':
      return [element.positive_button.text.text, element.negative_button.text.text];
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes':
      return element.options.map(({ text }) => text.text);
    case 'datepicker':
    case 'plain_text_input':
    case 'number_input':
      return [];
  }
}
