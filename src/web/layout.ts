import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import type { Counter, Shown, Span } from '#assistant/counter.ts';
import { words } from '#web/words.ts';

type Html = ReturnType<typeof html>;

/** What the box needs to know. */
export type Box = {
  readonly markets: Counter['markets'];
  readonly conversation?: string;
  readonly text?: string;
};

/** The empty box. */
export function askPage(language: Language, box: Box, complaint?: string): Html {
  return page(
    language,
    '/',
    html`${complaint ? html`<p class="complaint" role="alert">${complaint}</p>` : ''}${form(language, box)}`,
  );
}

/** A conversation, and the box to go on with it. */
export function conversationPage(language: Language, shown: readonly Shown[], box: Box): Html {
  const word = words[language];
  const isWaiting = shown.at(-1)?.isAssistant !== true;
  const body = html` <ol class="conversation">
      ${shown.map(message)}
    </ol>
    ${isWaiting ? html`<p role="status">${word.waiting}</p>` : form(language, box)}
    <p><a href="/?lang=${language}">${word.anew}</a></p>`;
  return page(language, `/conversations/${box.conversation ?? ''}`, body, isWaiting);
}

/** One sentence and nothing to do; reloads itself where that helps. */
export function sentencePage(language: Language, sentence: string, reloads = false): Html {
  return page(language, '/', html`<p role="status">${sentence}</p>`, reloads);
}

function page(language: Language, path: string, body: Html, reloads = false): Html {
  const word = words[language];
  const other = language === 'de' ? 'en' : 'de';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${reloads ? html`<meta http-equiv="refresh" content="2" />` : ''}
        <title>${word.title}</title>
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body>
        <header>
          <h1>${word.title}</h1>
          <a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${word.other}</a>
          <p>${word.notSlack}</p>
          <p>${word.notice}</p>
        </header>
        <main>${body}</main>
      </body>
    </html>`;
}

function form(language: Language, { markets, conversation, text = '' }: Box): Html {
  const word = words[language];
  const options = markets.map(
    ({ id, label }) => html`<option value="${id}">${label[language]}</option>`,
  );
  return html`<form method="post" action="/ask">
    <input type="hidden" name="lang" value="${language}" />
    ${conversation === undefined ? '' : html`<input type="hidden" name="conversation" value="${conversation}" />`}
    <label for="text">${word.box}</label>
    <textarea
      id="text"
      name="text"
      rows="8"
      maxlength="40000"
      required
      placeholder="${word.example}"
    >
${text}</textarea>
    <label for="market">${word.market}</label>
    <select id="market" name="market">
      <option value="">${word.own}</option>
      ${options}
    </select>
    <button>${conversation === undefined ? word.send : word.goOn}</button>
  </form>`;
}

function message({ by, isAssistant, paragraphs }: Shown): Html {
  const shown = paragraphs.map(
    ({ isSmall, lines }) =>
      html`<p class="${isSmall ? 'small' : 'text'}">
        ${lines.map((line, index) => html`${index > 0 ? html`<br />` : ''}${line.map(span)}`)}
      </p>`,
  );
  return html`<li class="${isAssistant ? 'assistant' : 'person'}">
    <strong>${by}</strong>${shown}
  </li>`;
}

function span({ text, isStrong, link }: Span): Html {
  if (link !== undefined) return html`<a href="${link}" rel="noreferrer noopener">${text}</a>`;
  return isStrong ? html`<strong>${text}</strong>` : html`${text}`;
}
