import type { types } from '@slack/bolt';
import { plain } from '#slack/messages/message.ts';
import { plainWords } from '#slack/messages/slack-text.ts';

/** Slack takes so many characters on a button, and as many in a line of a list. */
export const labelMax = 75;

/** A button; its value holds ids only. */
export function buttonOf(given: {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly isPrimary?: boolean;
}): types.Button {
  return {
    type: 'button',
    action_id: given.id,
    text: plain(given.label, labelMax),
    ...(given.value === undefined ? {} : { value: given.value }),
    ...(given.isPrimary === true ? { style: 'primary' } : {}),
  };
}

/** A row of controls; nothing where there are none. */
export function rowOf(
  elements: readonly types.ActionsBlockElement[],
  id?: string,
): readonly types.ActionsBlock[] {
  if (elements.length === 0) return [];
  const named = id === undefined ? {} : { block_id: id };
  return [{ type: 'actions', elements: [...elements], ...named }];
}

/** One line of a list; a long label goes on below. */
export function optionOf(value: string, label: string): types.PlainTextOption {
  const line = plainWords(label, label.length);
  if (line.length <= labelMax) return { text: plain(line, labelMax), value };
  const blank = line.lastIndexOf(' ', labelMax);
  const end = blank > 0 ? blank : labelMax;
  return {
    text: plain(line.slice(0, end), labelMax),
    description: plain(line.slice(end), labelMax),
    value,
  };
}
