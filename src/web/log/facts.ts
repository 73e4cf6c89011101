import { html } from 'hono/html';
import type { Decision } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { section } from '#web/log/html-parts.ts';
import { answerOf, questionOf } from '#web/log/named.ts';
import { terms } from '#web/log/terms.ts';
import { quotesIn, type Texts } from '#web/log/texts.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    facts: 'Sachverhalt',
    assumed: 'Angenommen, weil es im Firmenprofil steht',
    question: 'Frage',
    answer: 'Antwort',
    origin: 'Woher',
    confirmed: 'Bestätigt',
    yes: 'ja',
    no: 'nein',
    only: 'nur das',
    perhaps: 'vielleicht noch mehr',
    unclear: 'unklar ist:',
    quoted: (origin: string, quote: string) => `${origin}: „${quote}“`,
  },
  en: {
    facts: 'Facts',
    assumed: 'Assumed because the company profile says so',
    question: 'Question',
    answer: 'Answer',
    origin: 'Where from',
    confirmed: 'Confirmed',
    yes: 'yes',
    no: 'no',
    only: 'only that',
    perhaps: 'perhaps more',
    unclear: 'unclear is:',
    quoted: (origin: string, quote: string) => `${origin}: "${quote}"`,
  },
} as const;

type Fact = Decision['facts'][number];

/** What was known of the campaign, and where from; the profile's assumptions stand apart. */
export function factsOf({ facts }: Decision, texts: Texts, view: View): Html {
  const word = words[view.language];
  const quotes = quotesIn(texts);
  const rows = (isAssumed: boolean) =>
    facts
      .filter(({ origin }) => (origin === 'profile') === isAssumed)
      .map((fact) => rowOf(fact, quotes.get(fact.fact), view));
  const [known, assumed] = [rows(false), rows(true)];
  return html`${section(word.facts, known.length > 0 ? tableOf(word.facts, known, view) : '')}
  ${assumed.length > 0 ? assumptions(assumed, view) : ''}`;
}

/** Folded: it is much, and the same for most campaigns. */
function assumptions(rows: readonly Html[], view: View): Html {
  const word = words[view.language];
  return html`<details>
    <summary>${word.assumed} (${rows.length})</summary>
    ${tableOf(word.assumed, rows, view)}
  </details>`;
}

function tableOf(name: string, rows: readonly Html[], { language }: View): Html {
  const word = words[language];
  const heads = [word.question, word.answer, word.origin, word.confirmed];
  return html`<div class="table" role="region" aria-label="${name}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function rowOf(fact: Fact, quote: string | undefined, view: View): Html {
  const word = words[view.language];
  return html`<tr>
    <td>${questionOf(fact.fact, view)}</td>
    <td>${answerOf(fact.fact, fact.value, view)}${extentOf(fact, view)}</td>
    <td>${originOf(fact, quote, view)}</td>
    <td>${fact.confirmed ? word.yes : word.no}</td>
  </tr>`;
}

/** Whether a list is the whole list. */
function extentOf({ fact, complete, unclear }: Fact, view: View): Html | '' {
  const word = words[view.language];
  const open =
    unclear && unclear.length > 0
      ? html`<br /><span class="small">${word.unclear} ${answerOf(fact, unclear, view)}</span>`
      : '';
  if (complete === undefined) return open;
  return html` (${complete ? word.only : word.perhaps})${open}`;
}

function originOf({ origin }: Fact, quote: string | undefined, { language }: View): string {
  const said = terms[language].origin[origin];
  const isRead = origin === 'text' || origin === 'model';
  return isRead && quote !== undefined ? words[language].quoted(said, quote) : said;
}
