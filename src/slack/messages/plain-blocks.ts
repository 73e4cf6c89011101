import type { types } from '@slack/bolt';
import { buttonOf } from '#slack/messages/controls.ts';

/** The same content in blocks that every workspace takes: for where the newer ones are refused. */
export function plainBlocks(blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  return blocks.map((block) => {
    if (block.type === 'alert') return { type: 'section', text: block.text };
    if (block.type !== 'context_actions') return block;
    return { type: 'actions', elements: block.elements.flatMap(buttonsFor) };
  });
}

/** Ids of controls are unique in a block, so the two buttons get an ending. */
function buttonsFor(element: types.ContextActionsBlockElement): readonly types.Button[] {
  if (element.type !== 'feedback_buttons') return [];
  const id = element.action_id ?? 'feedback';
  const { positive_button: yes, negative_button: no } = element;
  return [
    buttonOf({ id: `${id}:yes`, label: yes.text.text, value: yes.value }),
    buttonOf({ id: `${id}:no`, label: no.text.text, value: no.value }),
  ];
}
