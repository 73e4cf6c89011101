import { html } from 'hono/html';
import type { Entry } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { badge } from '#web/log/badge.ts';
import { terms } from '#web/log/terms.ts';
import type { View } from '#web/log/view.ts';

const words = { de: { refused: 'Nicht das Thema' }, en: { refused: 'Out of scope' } } as const;

/** What came of an entry, in a word or two. */
export function resultOf(entry: Entry, { language }: View): Html | '' {
  switch (entry.kind) {
    case 'decision':
      return entry.body.verdict ? badge(entry.body.verdict, language) : '';
    case 'answer':
      return entry.body.refused ? html`${words[language].refused}` : '';
    case 'review':
      return html`${terms[language].review[entry.body.action]}`;
    case 'override':
      return html`${terms[language].override[entry.body.action]}`;
    case 'config':
      return html`${terms[language].config[entry.body.what]}`;
    case 'reveal':
    case 'export':
    case 'erasure':
    case 'retention':
    case 'key':
    case 'clock':
    case 'error':
      return '';
  }
}
