import type { types } from '@slack/bolt';
import type { FactDefinition, FactValue } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import { labelMax, optionOf } from '#slack/messages/controls.ts';
import { formWords } from '#slack/messages/form-words.ts';
import { plain } from '#slack/messages/message.ts';

/** The one action of every input: the block tells which it is. */
export const inputId = 'value';
/** "I don't know"; no option of the vocabulary is called so. */
export const dontKnowValue = '?';

const textMax = 2_000;

/** How an input differs from what the vocabulary says of its fact. */
export type InputOptions = {
  readonly block: string;
  readonly language: Language;
  readonly now?: FactValue | undefined;
  /** A choice can be answered with "I don't know". */
  readonly canBeUnknown: boolean;
};

/** The input for one fact, with what is known of it now. */
export function factInput(fact: FactDefinition, options: InputOptions): types.InputBlock {
  const { block, language } = options;
  const only = fact.kind === 'choices' ? formWords[language].only : '';
  const hint = [fact.hint?.[language] ?? '', only].filter(Boolean).join(' ');
  return {
    type: 'input',
    block_id: block,
    optional: true,
    label: plain(fact.ask[language], textMax),
    ...(hint === '' ? {} : { hint: plain(hint, textMax) }),
    element: elementFor(fact, options),
  };
}

function elementFor(fact: FactDefinition, options: InputOptions): types.InputBlock['element'] {
  const { language, now } = options;
  const word = formWords[language];
  switch (fact.kind) {
    case 'yes-no':
    case 'form':
    case 'choice':
      return selectFor(fact, options);
    case 'choices':
      return multiSelectFor(fact, options);
    case 'date':
      return {
        type: 'datepicker',
        action_id: inputId,
        placeholder: plain(word.date, labelMax),
        ...(typeof now === 'string' ? { initial_date: now } : {}),
      };
    case 'number':
      return {
        type: 'number_input',
        action_id: inputId,
        is_decimal_allowed: false,
        ...(now === undefined ? {} : { initial_value: String(now) }),
      };
  }
}

function selectFor(
  fact: FactDefinition,
  { language, now, canBeUnknown }: InputOptions,
): types.StaticSelect {
  const word = formWords[language];
  const options = [
    ...fact.options.map(({ id, label }) => optionOf(id, label[language])),
    ...(canBeUnknown ? [optionOf(dontKnowValue, word.dontKnow)] : []),
  ];
  const chosen = options.find(({ value }) => value === now);
  return {
    type: 'static_select',
    action_id: inputId,
    placeholder: plain(word.choose, labelMax),
    options,
    ...(chosen ? { initial_option: chosen } : {}),
  };
}

function multiSelectFor(
  fact: FactDefinition,
  { language, now }: InputOptions,
): types.MultiStaticSelect {
  const options = fact.options.map(({ id, label }) => optionOf(id, label[language]));
  const values = typeof now === 'object' ? now : [];
  const chosen = options.filter(({ value }) => value !== undefined && values.includes(value));
  return {
    type: 'multi_static_select',
    action_id: inputId,
    placeholder: plain(formWords[language].choose, labelMax),
    options,
    ...(chosen.length > 0 ? { initial_options: chosen } : {}),
  };
}
