import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import type { Complaints } from '#web/company/typed.ts';
import type { Html } from '#web/layout.ts';

/** What all fields of a form share. */
export type Form = {
  readonly language: Language;
  readonly complaints: Complaints;
};

/** One field of text with its label, its hint, and what is wrong with it. */
export type TextField = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'number' | 'date' | 'lines' | undefined;
  readonly isRequired?: boolean | undefined;
  /** Tells fields of the same name apart where a page has several forms. */
  readonly form?: string | undefined;
};

/** A field of text. */
export function textField(field: TextField, form: Form): Html {
  const { name, label, value, hint, type = 'text', isRequired = false } = field;
  const id = idOf(name, field.form);
  const complaint = complaintOf(name, form);
  const about = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(complaint === undefined ? [] : [`${id}-complaint`]),
  ].join(' ');
  const given = html`id="${id}" name="${name}"
  ${about === '' ? '' : html`aria-describedby="${about}"`}
  ${complaint === undefined ? '' : html`aria-invalid="true"`} ${isRequired ? 'required' : ''}`;
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${
      type === 'lines'
        ? html`<textarea ${given} rows="4" maxlength="4000">${value}</textarea>`
        : html`<input ${given} type="${type}" value="${value}" ${limits[type]} />`
    }
    ${hint === undefined ? '' : html`<p class="small" id="${id}-hint">${hint}</p>`}
    ${complaint === undefined ? '' : html`<p class="complaint" id="${id}-complaint">${complaint}</p>`}
  </div>`;
}

const limits = {
  text: html`maxlength="300"`,
  number: html`min="1" step="1"`,
  date: '',
};

/** One box to tick, or one of several answers. */
export function choice(
  given: {
    readonly type: 'checkbox' | 'radio';
    readonly name: string;
    readonly value: string;
    readonly isChosen: boolean;
  },
  label: string,
): Html {
  return html`<label
    ><input
      type="${given.type}"
      name="${given.name}"
      value="${given.value}"
      ${given.isChosen ? 'checked' : ''}
    />
    <span>${label}</span></label
  >`;
}

/** Where a field stands on the page. */
export function idOf(name: string, form = 'company'): string {
  return `${form}-${name.replaceAll(':', '-')}`;
}

/** What is wrong with a field, in the language of the form. */
export function complaintOf(name: string, { complaints, language }: Form): string | undefined {
  return complaints.get(name)?.[language];
}
