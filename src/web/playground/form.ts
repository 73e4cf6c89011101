import { html } from 'hono/html';
import type { Field, Part, ShownView } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';
import type { Html } from '#web/layout.ts';
import { actAddress, type Spot } from '#web/playground/addresses.ts';
import { spotFields } from '#web/playground/controls.ts';
import { partHtml } from '#web/playground/parts.ts';

/** A form that the assistant has opened; it stands in front until it is sent or closed. */
export function viewHtml(
  { id, title, parts, submit, close }: ShownView,
  { language, spot }: { language: Language; spot: Spot },
): Html {
  const around = { language, spot, prefix: 'view', level: 3 } as const;
  return html`<dialog
    open
    class="view"
    aria-labelledby="view-title"
    lang="${language}"
    data-view="${id}"
  >
    <form method="post" action="${actAddress(spot.person)}" novalidate>
      ${spotFields(spot)}
      <input type="hidden" name="view" value="${id}" />
      <h2 id="view-title" tabindex="-1">${title}</h2>
      ${parts.map((part) => partHtml(part, around))}
      <div class="actions">
        ${submit === undefined ? '' : html`<button class="primary" name="kind" value="submit">${submit}</button>`}
        <button name="kind" value="dismiss">${close}</button>
      </div>
    </form>
  </dialog>`;
}

/** The fields of a form. */
export function fieldsOf({ parts }: ShownView): readonly Field[] {
  return parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []));
}

/** What somebody filled in, by field. */
export type Filled = Readonly<Record<string, readonly string[]>>;

/** The form as somebody filled it in, with a complaint at each field that gets one. */
export function filledIn(
  view: ShownView,
  filled: Filled,
  complaintAbout: (field: Field) => string | undefined,
): ShownView {
  const parts = view.parts.map((part): Part => {
    if (part.kind !== 'field') return part;
    const { field } = part;
    const input = withValues(field.input, filled[field.id] ?? []);
    return { kind: 'field', field: { ...field, input, complaint: complaintAbout(field) } };
  });
  return { ...view, parts };
}

function withValues(input: Field['input'], values: readonly string[]): Field['input'] {
  return input.kind === 'choice'
    ? { ...input, chosen: values }
    : { ...input, text: values[0] ?? '' };
}

/** Whether something was filled in that is not taken. */
export function hasComplaint(view: ShownView): boolean {
  return fieldsOf(view).some(({ complaint }) => complaint !== undefined);
}
