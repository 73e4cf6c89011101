import type { types } from '@slack/bolt';
import { z } from 'zod';
import { Language } from '#domain/language.ts';
import { viewIds } from '#slack/action-ids.ts';
import { faults, words } from '#slack/feedback/words.ts';
import { optionOf } from '#slack/messages/controls.ts';
import { plain, sectionOf } from '#slack/messages/message.ts';
import { slackText } from '#slack/messages/slack-text.ts';
import { inputId } from '#slack/views/fact-input.ts';
import { fieldsIn, textIn } from '#slack/views/filled.ts';

const blockIds = { fault: 'fault', text: 'text' } as const;
const titleMax = 24;
const labelMax = 2_000;
const textMax = 2_000;

/** What the form remembers: ids only, and how to speak. */
export const FeedbackFrom = z.strictObject({
  decision: z.string(),
  channel: z.string(),
  thread: z.string(),
  language: Language,
});
export type FeedbackFrom = z.infer<typeof FeedbackFrom>;

/** Asks what was wrong with an answer. */
export function feedbackForm(from: FeedbackFrom, reference: string): types.ModalView {
  const word = words[from.language];
  return {
    type: 'modal',
    callback_id: viewIds.feedback,
    private_metadata: JSON.stringify(from),
    title: plain(word.title, titleMax),
    submit: plain(word.send, titleMax),
    close: plain(word.close, titleMax),
    blocks: [
      sectionOf(slackText`${word.noted(reference)}`),
      {
        type: 'input',
        block_id: blockIds.fault,
        label: plain(word.fault, labelMax),
        element: {
          type: 'radio_buttons',
          action_id: inputId,
          options: faults.map((fault) => optionOf(fault, word.faults[fault])),
        },
      },
      {
        type: 'input',
        block_id: blockIds.text,
        optional: true,
        label: plain(word.text, labelMax),
        element: {
          type: 'plain_text_input',
          action_id: inputId,
          multiline: true,
          max_length: textMax,
        },
      },
    ],
  };
}

/** What was wrong, in the words of the person's language. */
export function reasonIn(view: Parameters<typeof fieldsIn>[0], language: Language): string {
  const fields = fieldsIn(view);
  const fault = z.enum(faults).parse(fields[blockIds.fault]?.[inputId]?.selected_option?.value);
  const text = textIn(fields, blockIds.text);
  return [words[language].faults[fault], text].filter((part) => part !== '').join(': ');
}
