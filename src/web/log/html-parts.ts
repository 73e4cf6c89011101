import { html } from 'hono/html';
import type { Html } from '#web/layout.ts';

/** A part of a page under its heading; without content there is no heading either. */
export function section(heading: string, content: Html | '' | readonly Html[]): Html | '' {
  if (content === '' || (Array.isArray(content) && content.length === 0)) return '';
  return html`<section>
    <h2>${heading}</h2>
    ${content}
  </section>`;
}

/** A list; none where there is nothing to list. */
export function listOf(items: readonly Html[]): Html | '' {
  if (items.length === 0) return '';
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;
}

/** Names and what belongs to them; what is not there is left out. */
export function pairs(entries: readonly (readonly [string, Html | string | undefined])[]): Html {
  return html`<dl class="facts">
    ${entries.map(([name, value]) =>
      value === undefined || value === ''
        ? ''
        : html`<dt>${name}</dt>
            <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** A text as its lines were written. */
export function linesOf(text: string): Html {
  const lines = text.split('\n');
  return html`<p>${lines.map((line, index) => html`${index > 0 ? html`<br />` : ''}${line}`)}</p>`;
}
