import { html } from 'hono/html';
import type { Verdict } from '#domain/assessment.ts';
import type { Language } from '#domain/language.ts';
import type { Html } from '#web/layout.ts';
import { terms } from '#web/log/terms.ts';

/** A verdict that can be told at a glance, and without colour. */
export function badge(verdict: Verdict, language: Language): Html {
  return html`<span class="badge" data-verdict="${verdict}"
    >${terms[language].verdict[verdict]}</span
  >`;
}
