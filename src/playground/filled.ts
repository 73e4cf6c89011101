import type { Element, Fillable, Option } from '#playground/limits/elements.ts';

/** What a person gives: words, a day, or the values of options. */
export type Given = string | readonly string[];

/** What a field, a select or a choice holds, as Slack tells it. */
export type Filled = {
  readonly type: Fillable['type'];
  readonly value?: string | null;
  readonly selected_date?: string | null;
  readonly selected_option?: Option | null;
  readonly selected_options?: readonly Option[];
};

/** What persons have filled in, by block and element. */
export type Values = Readonly<Record<string, Readonly<Record<string, Filled>>>>;

export function isFillable(element: Element): element is Fillable {
  return !['button', 'feedback_buttons', 'icon_button'].includes(element.type);
}

/** What it holds after something was given, or at first; throws a RangeError where that is no option of it. */
export function filled(element: Fillable, given?: Given): Filled {
  const { type } = element;
  const first = typeof given === 'string' ? given : given?.[0];
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
      return { type, value: (given === undefined ? element.initial_value : first) || null };
    case 'datepicker':
      return { type, selected_date: (given === undefined ? element.initial_date : first) || null };
    case 'static_select':
    case 'radio_buttons': {
      const initial = element.initial_option ?? null;
      return {
        type,
        selected_option: given === undefined ? initial : (chosen(element, given)[0] ?? null),
      };
    }
    case 'multi_static_select':
    case 'checkboxes': {
      const initial = element.initial_options ?? [];
      return { type, selected_options: given === undefined ? initial : chosen(element, given) };
    }
  }
}

/** The words, or the values of the options, that it holds. */
export function contentOf(holds: Filled): readonly string[] {
  const { value, selected_date: day, selected_option: option, selected_options: options } = holds;
  return [value, day, option?.value, ...(options ?? []).map((one) => one.value)].filter(
    (one) => typeof one === 'string',
  );
}

function chosen(
  { options }: { readonly options: readonly Option[] },
  given: Given,
): readonly Option[] {
  const wanted = (typeof given === 'string' ? [given] : given).filter((value) => value !== '');
  return wanted.map((value) => {
    const option = options.find((one) => one.value === value);
    if (!option) throw new RangeError(`There is no option ${value} to choose.`);
    return option;
  });
}
