import { html, raw } from 'hono/html';
import type { Html } from '#web/layout.ts';

// A browser drops one line break after this tag, so that there is always one to drop. It is written
// apart, because a formatter takes a line break in a template for layout.
const end = raw('>\n');

/** A box for longer texts that holds its text to the letter. */
export function textArea(attributes: Html, text: string): Html {
  return html`${raw('<textarea ')}${attributes}${end}${text}${raw('</textarea>')}`;
}
