import { html } from 'hono/html';
import type { Field } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';
import type { Html } from '#web/layout.ts';
import { textArea } from '#web/playground/text-area.ts';
import { words } from '#web/playground/words.ts';

/** The name under which a form sends a field. */
export function fieldName(id: string): string {
  return `field:${id}`;
}

/** A labelled field; hint and complaint stand at it and are read with it. */
export function fieldHtml(field: Field, language: Language): Html {
  const { label, input, hint, complaint, isOptional } = field;
  const id = elementId(field.id);
  const named = html`${label}${
    isOptional ? html` <span class="small">${words[language].optional}</span>` : ''
  }`;
  const told = html`${hint === undefined ? '' : html`<p class="small" id="${id}-hint">${hint}</p>`}
  ${complaint === undefined ? '' : html`<p class="complaint" id="${id}-complaint">${complaint}</p>`}`;
  if (input.kind === 'choice' && (input.isOpen || input.isMultiple)) {
    const isSingle = !input.isMultiple;
    return html`<fieldset
      ${isSingle ? html`role="radiogroup"` : ''}
      ${isSingle && complaint !== undefined ? html`aria-invalid="true"` : ''}
      ${describedBy(field)}
    >
      <legend>${named}</legend>
      ${told}
      <div class="cols">${input.options.map((option) => optionHtml(option, field))}</div>
    </fieldset>`;
  }
  return html`<div class="field">
    <label for="${id}">${named}</label>
    ${told} ${inputHtml(field, language)}
  </div>`;
}

function optionHtml(
  { value, label }: { readonly value: string; readonly label: string },
  { id, input, complaint }: Field,
): Html {
  if (input.kind !== 'choice') return html``;
  const type = input.isMultiple ? 'checkbox' : 'radio';
  return html`<label
    ><input
      type="${type}"
      name="${fieldName(id)}"
      value="${value}"
      ${input.chosen.includes(value) ? 'checked' : ''}
      ${input.isMultiple && complaint !== undefined ? html`aria-invalid="true"` : ''}
    />${label}</label
  >`;
}

function inputHtml(field: Field, language: Language): Html {
  const { id, input } = field;
  const named = html`id="${elementId(id)}" name="${fieldName(id)}" ${describedBy(field)}
  ${field.complaint === undefined ? '' : html`aria-invalid="true"`}`;
  switch (input.kind) {
    case 'text':
      return input.isLong
        ? textArea(html`${named} rows="6" maxlength="${input.most}"`, input.text)
        : html`<input type="text" ${named} maxlength="${input.most}" value="${input.text}" />`;
    case 'date':
      return html`<input type="date" ${named} value="${input.text}" />`;
    case 'number':
      return html`<input type="number" step="any" ${named} value="${input.text}" />`;
    case 'choice':
      return html`<select ${named}>
        <option value="">${words[language].choose}</option>
        ${input.options.map(
          ({ value, label }) =>
            html`<option value="${value}" ${input.chosen.includes(value) ? 'selected' : ''}>
              ${label}
            </option>`,
        )}
      </select>`;
  }
}

function describedBy({ id, hint, complaint }: Field): Html {
  const ids = [
    ...(hint === undefined ? [] : [`${elementId(id)}-hint`]),
    ...(complaint === undefined ? [] : [`${elementId(id)}-complaint`]),
  ];
  return ids.length === 0 ? html`` : html`aria-describedby="${ids.join(' ')}"`;
}

/** What a field is called on the page; without blanks, because references are lists of names. */
function elementId(id: string): string {
  return `field-${encodeURIComponent(id)}`;
}
