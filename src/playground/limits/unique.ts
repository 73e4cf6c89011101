import type { Block } from '#playground/limits/blocks.ts';
import type { Element } from '#playground/limits/elements.ts';

/** Complains of names that stand twice: of blocks anywhere, of elements within one block. */
export function repetitionsIn(blocks: readonly Block[]): readonly string[] {
  const blockIds = blocks.map((block) => block.block_id);
  return [
    ...repeated(blockIds).map((id) => `block_id already exists: ${id}`),
    ...blocks.flatMap((block) =>
      repeated(elementsIn(block).map((element) => element.action_id)).map(
        (id) => `action_id already exists: ${id}`,
      ),
    ),
  ].map((message) => `[ERROR] ${message}`);
}

/** Everything of a block that can be pressed, chosen or filled in. */
export function elementsIn(block: Block): readonly Element[] {
  switch (block.type) {
    case 'actions':
    case 'context_actions':
      return block.elements;
    case 'section':
      return block.accessory ? [block.accessory] : [];
    case 'input':
      return [block.element];
    case 'alert':
    case 'context':
    case 'divider':
    case 'header':
      return [];
  }
}

function repeated(names: readonly (string | undefined)[]): readonly string[] {
  const given = names.filter((name) => name !== undefined);
  return given.filter((name, index) => given.indexOf(name) < index);
}
