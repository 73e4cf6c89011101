import { html } from 'hono/html';
import type { Control } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';
import type { Html } from '#web/layout.ts';
import { actAddress, type Spot } from '#web/playground/addresses.ts';
import { outwards } from '#web/playground/outwards.ts';
import { words } from '#web/playground/words.ts';

/** What a press has to say besides which control it was. */
export type Pressed = {
  readonly language: Language;
  readonly spot: Spot;
  /** Nothing within a form, where only links lead on. */
  readonly message?: string | undefined;
  /** Keeps names apart where a message stands twice on a page. */
  readonly prefix: string;
};

/** Something to press or to choose from; each is a form of its own, so that it works without a script. */
export function controlHtml(control: Control, pressed: Pressed): Html {
  if (control.kind === 'button' && control.link !== undefined) {
    const { language } = pressed;
    return outwards(control.link, html`${control.label}`, { language, kind: 'button' });
  }
  if (pressed.message === undefined) return html``;
  const id = `${pressed.prefix}-${pressed.message}-${control.id}`;
  return html`<form class="control" method="post" action="${actAddress(pressed.spot.person)}">
    <input type="hidden" name="kind" value="press" />
    ${spotFields(pressed.spot)}
    <input type="hidden" name="message" value="${pressed.message}" />
    <input type="hidden" name="control" value="${control.id}" />
    ${control.kind === 'button' ? button(control, id) : choice(control, id, pressed.language)}
  </form>`;
}

/** Where a form was sent from, to come back to. */
export function spotFields({ place, thread }: Spot): Html {
  return html`<input type="hidden" name="place" value="${place}" />${
      thread === undefined ? '' : html`<input type="hidden" name="thread" value="${thread}" />`
    }`;
}

function button({ label, style, spoken }: Extract<Control, { kind: 'button' }>, id: string): Html {
  const name = spoken === undefined ? '' : html`aria-label="${spoken}"`;
  return html`<button id="${id}" class="${style ?? ''}" ${name}>${label}</button>`;
}

function choice(
  { label, options, isMultiple, chosen }: Extract<Control, { kind: 'choice' }>,
  id: string,
  language: Language,
): Html {
  const word = words[language];
  return html`<label class="unseen" for="${id}">${label}</label>
    <select id="${id}" name="value" ${isMultiple ? html`multiple size="4"` : ''}>
      ${isMultiple || chosen.length > 0 ? '' : html`<option value="">${label}</option>`}
      ${options.map(
        (option) =>
          html`<option value="${option.value}" ${chosen.includes(option.value) ? 'selected' : ''}>
            ${option.label}
          </option>`,
      )}
    </select>
    <button id="${id}-apply">${word.apply}<span class="unseen">: ${label}</span></button>`;
}
