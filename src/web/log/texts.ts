import { html } from 'hono/html';
import type { Entry } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { linesOf } from '#web/log/html-parts.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    erased: 'Die Texte dieses Eintrags sind gelöscht oder gesperrt. Eintrag und Beweis bleiben.',
    none: 'Zu diesem Eintrag gehören keine Texte.',
    named: {
      text: 'Gefragt wurde',
      question: 'Gefragt wurde',
      message: 'Geantwortet wurde',
      steering: 'Versuche, den Assistenten zu lenken (ohne Wirkung)',
      reason: 'Grund',
      reply: 'Antwort an die fragende Person',
    },
  },
  en: {
    erased: 'The texts of this entry have been erased or are locked. Entry and proof remain.',
    none: 'There are no texts with this entry.',
    named: {
      text: 'What was asked',
      question: 'What was asked',
      message: 'What was answered',
      steering: 'Attempts to steer the assistant (without effect)',
      reason: 'Reason',
      reply: 'Reply to the person who asked',
    },
  },
} as const;

export type Texts = Readonly<Record<string, string>>;

/** Longer texts are folded, so that the page can be read over. */
const unfoldedMax = 6_000;

/** What was asked and answered; where it was erased, that is said. */
export function textsOf(texts: Texts, entry: Entry, { language }: View): Html {
  const word = words[language];
  if (Object.keys(texts).length === 0) {
    return html`<p>${entry.sealed ? word.erased : word.none}</p>`;
  }
  const named: Readonly<Record<string, string>> = word.named;
  // The quotes are shown with the facts that were read from them.
  const shown = Object.entries(texts).filter(([name]) => name !== 'quotes');
  return html`${shown.map(([name, text]) => textOf(named[name] ?? name, text))}`;
}

function textOf(heading: string, text: string): Html {
  const body = linesOf(text);
  if (text.length <= unfoldedMax)
    return html`<h3>${heading}</h3>
      ${body}`;
  return html`<details>
    <summary>${heading}</summary>
    ${body}
  </details>`;
}

const quoteStart = /^([a-z][a-z0-9_]*)=[^:]*: /;

/** The words that facts were read from, by fact. */
export function quotesIn(texts: Texts): ReadonlyMap<string, string> {
  const quotes = new Map<string, string>();
  let fact: string | undefined;
  for (const line of texts['quotes']?.split('\n') ?? []) {
    const start = quoteStart.exec(line);
    const named = start?.[1];
    if (start && named) {
      fact = named;
      quotes.set(named, line.slice(start[0].length));
    } else if (fact !== undefined) {
      quotes.set(fact, `${quotes.get(fact) ?? ''}\n${line}`);
    }
  }
  return quotes;
}
