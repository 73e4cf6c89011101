import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { FactDefinition, FactValue } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import { formWords } from '#slack/messages/form-words.ts';
import { dontKnowValue, inputId } from '#slack/views/fact-input.ts';

const Field = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});
const State = z.record(z.string(), z.record(z.string(), Field));
export type Fields = z.infer<typeof State>;

/** What was filled into a form, by block. */
export function fieldsIn(view: { readonly state: { readonly values: unknown } }): Fields {
  return State.parse(view.state.values);
}

/** A text as it was typed. */
export function textIn(fields: Fields, block: string): string {
  return (fields[block]?.[inputId]?.value ?? '').trim();
}

/** What a person says of one fact in a form. */
export type Filled =
  | { readonly kind: 'said'; readonly value: FactValue }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly why: string };

/** Reads one field; what contradicts itself is named. */
export function filledIn(
  fact: FactDefinition,
  fields: Fields,
  block: string,
  language: Language,
): Filled {
  const field = fields[block]?.[inputId];
  if (fact.kind === 'choices') {
    return listIn(
      fact,
      (field?.selected_options ?? []).map(({ value }) => value),
      language,
    );
  }
  const value = field?.selected_option?.value ?? field?.selected_date ?? field?.value ?? '';
  if (value === '') return { kind: 'empty' };
  if (value === dontKnowValue) return { kind: 'unknown' };
  if (fact.options.length > 0 && !isOption(fact, value)) return { kind: 'empty' };
  if (fact.kind !== 'number') return { kind: 'said', value };
  return /^-?\d{1,15}$/.test(value)
    ? { kind: 'said', value: Number(value) }
    : { kind: 'wrong', why: formWords[language].number };
}

function listIn(fact: FactDefinition, chosen: readonly string[], language: Language): Filled {
  const values = chosen.filter((one) => isOption(fact, one));
  if (values.length === 0) return { kind: 'empty' };
  const alone = fact.options.find(({ id, exclusive }) => exclusive && values.includes(id));
  return alone && values.length > 1
    ? { kind: 'wrong', why: formWords[language].alone(alone.label[language]) }
    : { kind: 'said', value: values };
}

/** A form may be older than the vocabulary. */
function isOption({ options }: FactDefinition, value: string): boolean {
  return options.some(({ id }) => id === value);
}

/** A form that is open before somebody, as `views.open` takes it. */
export type Form = types.ModalView;
