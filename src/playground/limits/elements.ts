import { z } from 'zod';
import { Name, plain, text } from '#playground/limits/texts.ts';

// https://docs.slack.dev/reference/block-kit/block-elements
const Style = z.enum(['primary', 'danger']).optional();

const Confirm = z.strictObject({
  title: plain(100).optional(),
  text: text(300),
  confirm: plain(30).optional(),
  deny: plain(30).optional(),
  style: Style,
});

const option = (label: ReturnType<typeof text>) =>
  z.strictObject({
    text: label,
    value: z.string().min(1).max(150),
    description: plain(75).optional(),
  });
const Option = option(text(75));
export type Option = z.infer<typeof Option>;
const PlainOption = Option.refine((one) => one.text.type === 'plain_text', {
  message: 'must be plain_text',
  path: ['text', 'type'],
});

const Button = z.strictObject({
  type: z.literal('button'),
  action_id: Name,
  text: plain(75),
  value: z.string().max(2_000).optional(),
  url: z.url().max(3_000).optional(),
  style: Style,
  confirm: Confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
});

type Starting = {
  readonly options: readonly Option[];
  readonly initial_option?: Option | undefined;
  readonly initial_options?: readonly Option[] | undefined;
};
const notAnOption = { message: 'the initial option must be one of the options' };

function startsAmongItsOptions({
  options,
  initial_option: first,
  initial_options: more,
}: Starting) {
  const initial = [...(more ?? []), ...(first ? [first] : [])];
  return initial.every(({ value }) => options.some((one) => one.value === value));
}

const focusable = { action_id: Name, focus_on_load: z.boolean().optional() };
const withPlaceholder = { ...focusable, placeholder: plain(150).optional() };
const confirmed = { confirm: Confirm.optional() };

const StaticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...withPlaceholder,
    ...confirmed,
    options: z.array(PlainOption).min(1).max(100),
    initial_option: PlainOption.optional(),
  })
  .refine(startsAmongItsOptions, notAnOption);

const MultiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...withPlaceholder,
    ...confirmed,
    options: z.array(PlainOption).min(1).max(100),
    initial_options: z.array(PlainOption).min(1).optional(),
    max_selected_items: z.int().min(1).optional(),
  })
  .refine(startsAmongItsOptions, notAnOption);

const RadioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...focusable,
    ...confirmed,
    options: z.array(Option).min(1).max(10),
    initial_option: Option.optional(),
  })
  .refine(startsAmongItsOptions, notAnOption);

const Checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...focusable,
    ...confirmed,
    options: z.array(Option).min(1).max(10),
    initial_options: z.array(Option).min(1).optional(),
  })
  .refine(startsAmongItsOptions, notAnOption);

const DatePicker = z.strictObject({
  type: z.literal('datepicker'),
  ...withPlaceholder,
  ...confirmed,
  initial_date: z.iso.date().optional(),
});

const PlainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...withPlaceholder,
  initial_value: z.string().max(3_000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3_000).optional(),
  max_length: z.int().min(1).max(3_000).optional(),
});

const NumberInput = z.strictObject({
  type: z.literal('number_input'),
  ...withPlaceholder,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});

const FeedbackButton = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(2_000),
  accessibility_label: z.string().max(75).optional(),
});
const FeedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: Name,
  positive_button: FeedbackButton,
  negative_button: FeedbackButton,
});
const IconButton = z.strictObject({
  type: z.literal('icon_button'),
  action_id: Name,
  icon: z.literal('trash'),
  text: plain(75),
  value: z.string().max(2_000).optional(),
  confirm: Confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
});

/** What stands in a row of actions. */
export const Pressable = z.discriminatedUnion('type', [
  Button,
  StaticSelect,
  MultiStaticSelect,
  RadioButtons,
  Checkboxes,
]);

/** What stands small below an answer. */
export const Aside = z.discriminatedUnion('type', [FeedbackButtons, IconButton]);

/** What is filled in. */
export const Fillable = z.discriminatedUnion('type', [
  PlainTextInput,
  NumberInput,
  DatePicker,
  StaticSelect,
  MultiStaticSelect,
  RadioButtons,
  Checkboxes,
]);
export type Fillable = z.infer<typeof Fillable>;
export type Element = z.infer<typeof Pressable> | z.infer<typeof Aside> | Fillable;
