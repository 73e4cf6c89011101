import type { Block, Input } from '#playground/limits/blocks.ts';
import type { Element } from '#playground/limits/elements.ts';
import { elementsIn } from '#playground/limits/unique.ts';

/** Something that can be pressed, chosen or filled in, and where it stands. */
export type Target = {
  readonly block: string;
  readonly action: string;
  readonly element: Element;
};

/** The same blocks, in which everything without a name has got one. */
export function named(blocks: readonly Block[], stamp: string): readonly Block[] {
  return blocks.map((block, index) => ({
    ...withNamedElements(block),
    block_id: block.block_id ?? `${stamp}-${index}`,
  }));
}

/** Everything in the blocks that a person can do something with, from top to bottom. */
export function targetsIn(blocks: readonly Block[]): readonly Target[] {
  return blocks.flatMap((block) =>
    elementsIn(block).map((element) => ({
      block: block.block_id ?? '',
      action: element.action_id ?? '',
      element,
    })),
  );
}

/** The fields of a view. */
export function inputsIn(blocks: readonly Block[]): readonly Input[] {
  return blocks.filter((block) => block.type === 'input');
}

function withNamedElements(block: Block): Block {
  switch (block.type) {
    case 'actions':
      return { ...block, elements: block.elements.map(withName) };
    case 'context_actions':
      return { ...block, elements: block.elements.map(withName) };
    case 'section':
      return block.accessory ? { ...block, accessory: withName(block.accessory, 0) } : block;
    case 'input':
      return { ...block, element: withName(block.element, 0) };
    case 'alert':
    case 'context':
    case 'divider':
    case 'header':
      return block;
  }
}

function withName<T extends Element>(element: T, index: number): T {
  return { ...element, action_id: element.action_id ?? `element-${index}` };
}
