import type { Language } from '#domain/language.ts';
import { contentOf, filled, type Given, type Values } from '#playground/filled.ts';
import type { Input } from '#playground/limits/blocks.ts';
import { inputsIn } from '#playground/targets.ts';
import type { OpenView } from '#playground/views.ts';

/** What a view holds once a person has filled it in, and what the client complains of before it sends it. */
export type FilledIn = {
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
};

/** Fills in the fields of a view; what is not named keeps what it holds. Throws a RangeError for a field that is not there. */
export function fillIn(
  view: OpenView,
  given: Readonly<Record<string, Given>>,
  language: Language,
): FilledIn {
  const inputs = inputsIn(view.blocks);
  const stranger = Object.keys(given).find((id) => inputs.every((input) => input.block_id !== id));
  if (stranger !== undefined) throw new RangeError(`The view has no field ${stranger}.`);
  const fields = inputs.map((input) => {
    const { block_id: block = '', element } = input;
    const action = element.action_id ?? '';
    const one = given[block];
    const before = view.values[block]?.[action] ?? filled(element);
    const holds = one === undefined ? before : filled(element, one);
    return { block, action, holds, complaint: complaintOf(input, contentOf(holds)) };
  });
  return {
    values: Object.fromEntries(
      fields.map(({ block, action, holds }) => [block, { [action]: holds }]),
    ),
    errors: Object.fromEntries(
      fields.flatMap(({ block, complaint }) =>
        complaint ? [[block, words[complaint][language]]] : [],
      ),
    ),
  };
}

function complaintOf(
  { element, optional }: Input,
  content: readonly string[],
): keyof typeof words | undefined {
  const [first = ''] = content;
  if (content.length === 0) return optional ? undefined : 'missing';
  switch (element.type) {
    case 'plain_text_input':
      if (first.length > (element.max_length ?? 3_000)) return 'long';
      return first.length < (element.min_length ?? 0) ? 'short' : undefined;
    case 'number_input': {
      const number = Number(first);
      if (Number.isNaN(number)) return 'number';
      if (!element.is_decimal_allowed && !Number.isInteger(number)) return 'whole';
      const [least, most] = [
        Number(element.min_value ?? -Infinity),
        Number(element.max_value ?? Infinity),
      ];
      return number < least || number > most ? 'range' : undefined;
    }
    case 'datepicker':
      return /^\d{4}-\d{2}-\d{2}$/.test(first) ? undefined : 'day';
    case 'multi_static_select':
      return content.length > (element.max_selected_items ?? Infinity) ? 'many' : undefined;
    case 'static_select':
    case 'radio_buttons':
    case 'checkboxes':
      return undefined;
  }
}

const words = {
  missing: { de: 'Bitte füllen Sie dieses Feld aus.', en: 'Please fill in this field.' },
  long: { de: 'Dieser Text ist zu lang.', en: 'This text is too long.' },
  short: { de: 'Dieser Text ist zu kurz.', en: 'This text is too short.' },
  number: { de: 'Bitte geben Sie eine Zahl ein.', en: 'Please enter a number.' },
  whole: { de: 'Bitte geben Sie eine ganze Zahl ein.', en: 'Please enter a whole number.' },
  range: { de: 'Diese Zahl ist hier nicht möglich.', en: 'This number is out of range.' },
  day: { de: 'Bitte geben Sie ein Datum ein.', en: 'Please enter a date.' },
  many: { de: 'Das sind zu viele Angaben.', en: 'These are too many.' },
} as const;
