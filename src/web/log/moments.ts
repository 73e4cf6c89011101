import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import type { Html } from '#web/layout.ts';

const locale: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** A moment as the clock on the wall of the server shows it. */
export function momentIn(instant: string, language: Language): Html {
  const shown = new Intl.DateTimeFormat(locale[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
  return html`<time datetime="${instant}">${shown}</time>`;
}

/** An ISO day in words; it belongs to no time zone. */
export function dayIn(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locale[language], {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return format.format(new Date(day));
}

/** The time zone that moments are shown in. */
export function timeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The instant at which a day begins in that time zone; `later` counts days from there. */
export function startOf(day: string, later = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
