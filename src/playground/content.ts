import { checkBlocks } from '#playground/limits.ts';
import type { Block } from '#playground/limits/blocks.ts';
import { refused, type Result } from '#playground/results.ts';

const textMax = 40_000;

/** Checks text and blocks of a message, or of a response; older clients refuse newer blocks. */
export function checkContent(
  text: string,
  blocks: unknown,
  refusesNewBlocks: boolean,
): { readonly ok: true; readonly blocks: readonly Block[] } | (Result & { readonly ok: false }) {
  if (text.length > textMax) return refused('msg_too_long');
  const checked = checkBlocks(blocks ?? []);
  if (!checked.ok) {
    return refused(checked.error, { response_metadata: { messages: checked.messages } });
  }
  const unsupported = checked.blocks.find(({ type }) => newBlocks.includes(type));
  if (refusesNewBlocks && unsupported) {
    const messages = [`[ERROR] unsupported type: ${unsupported.type}`];
    return refused('invalid_blocks', { response_metadata: { messages } });
  }
  if (text === '' && checked.blocks.length === 0) return refused('no_text');
  return checked;
}

const newBlocks = ['alert', 'context_actions'];
