import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import type { Html } from '#web/layout.ts';
import { words } from '#web/playground/words.ts';

/** A link that leads out, in a window of its own; what is no address of the web stays words. */
export function outwards(
  address: string,
  inner: Html,
  { language, kind = '' }: { readonly language: Language; readonly kind?: 'button' | '' },
): Html {
  if (!/^https?:\/\//i.test(address)) return inner;
  return html`<a class="${kind}" href="${address}" target="_blank" rel="noreferrer noopener"
    >${inner}<span class="unseen"> ${words[language].window}</span></a
  >`;
}
