import { html } from 'hono/html';
import { Problem } from '#domain/problem.ts';
import type { Language } from '#domain/language.ts';
import { layout, type Html } from '#web/layout.ts';
import type { Rooms } from '#web/rooms.ts';

const words = {
  de: {
    parts: 'Im Protokoll',
    list: 'Alle Einträge',
    verify: 'Unversehrtheit prüfen',
    export: 'Exportieren',
    feedback: 'Rückmeldungen',
  },
  en: {
    parts: 'In the log',
    list: 'All entries',
    verify: 'Verify the log',
    export: 'Export',
    feedback: 'Feedback',
  },
} as const;

/** What a page of the log is drawn from. */
export type View = {
  readonly language: Language;
  /** Path and query of the page, without the language. */
  readonly path: string;
  readonly rooms: Rooms;
};

const parts = [
  ['list', '/log'],
  ['verify', '/log/verify'],
  ['export', '/log/export'],
  ['feedback', '/log/feedback'],
] as const;

/** A page of the log with the way to its other parts. */
export function logPage({ language, path, rooms }: View, title: string, body: Html): Html {
  const word = words[language];
  const [here] = path.split('?');
  const links = parts.map(
    ([name, href]) =>
      html`<a href="${href}" ${href === here ? html`aria-current="page"` : ''}>${word[name]}</a>`,
  );
  return layout({
    language,
    path,
    title,
    room: 'log',
    hasPlayground: rooms.playground !== undefined,
    body: html`<nav class="actions" aria-label="${word.parts}">${links}</nav>
      ${body}`,
  });
}

/** A part of a page; what the log cannot give is told in its place. */
export async function orComplaint(view: View, draw: () => Promise<Html>): Promise<Html> {
  try {
    return await draw();
  } catch (cause) {
    if (cause instanceof Problem) return complaint(cause.toldIn(view.language));
    throw cause;
  }
}

/** What is wrong and what one can do. */
export function complaint(text: string): Html {
  return html`<p class="complaint" role="alert">${text}</p>`;
}
