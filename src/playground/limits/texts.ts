import { z } from 'zod';

// https://docs.slack.dev/reference/block-kit/composition-objects/text-object
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

/** Plain words of limited length. */
export const plain = (most: number) =>
  Plain.refine((one) => one.text.length <= most, tooLong(most));

/** Words of limited length, with Slack's markup where wanted. */
export const text = (most: number) => Text.refine((one) => one.text.length <= most, tooLong(most));

/** A name within a message or view; Slack makes one up where it is missing. */
export const Name = z.string().min(1).max(255).optional();

function tooLong(most: number) {
  return { message: `must be less than ${most + 1} characters`, path: ['text'] };
}
