import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import type { Html } from '#web/layout.ts';
import { actAddress, type Spot } from '#web/playground/addresses.ts';
import { spotFields } from '#web/playground/controls.ts';
import type { Trouble } from '#web/playground/stage.ts';
import { textArea } from '#web/playground/text-area.ts';
import { words } from '#web/playground/words.ts';

type Composer = {
  readonly language: Language;
  readonly spot: Spot;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly trouble: Trouble | undefined;
};

/** The box to write into. */
export function composerHtml({ language, spot, label, hint, trouble }: Composer): Html {
  const word = words[language];
  const id = `say-${spot.thread ?? spot.place}`;
  const described = trouble === undefined ? `${id}-hint` : `${id}-complaint ${id}-hint`;
  const invalid = trouble === undefined ? '' : html`aria-invalid="true"`;
  const attributes = html`id="${id}" name="text" rows="2" data-sends aria-describedby="${described}"
  ${invalid}`;
  return html`<form class="composer" method="post" action="${actAddress(spot.person)}">
    <input type="hidden" name="kind" value="say" />
    ${spotFields(spot)}
    <label for="${id}">${label}</label>
    ${
      trouble === undefined
        ? ''
        : html`<p class="complaint" id="${id}-complaint" role="alert">${trouble.told}</p>`
    }
    ${textArea(attributes, trouble?.text ?? '')}
    <button class="primary" id="${id}-send">${word.send}</button>
    <p class="small" id="${id}-hint">${hint} <span class="with-script">${word.keys}</span></p>
  </form>`;
}
