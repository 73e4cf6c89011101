import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import { words } from '#web/words.ts';

export type Html = ReturnType<typeof html>;

/** One page of the site. */
export type Page = {
  readonly language: Language;
  /** Path and query of this page, without `lang`. */
  readonly path: string;
  readonly title: string;
  /** What of it this page shows, for the title of the window. */
  readonly part?: string | undefined;
  /** Stands beside the heading. */
  readonly beside?: Html | undefined;
  readonly room?: 'playground' | 'log' | 'company' | undefined;
  /** Whether there is a playground to go to. */
  readonly hasPlayground?: boolean | undefined;
  readonly body: Html;
  /** The page loads itself anew after this many seconds. */
  readonly reloadsAfter?: number | undefined;
};

/** Puts the frame of the site around a page. */
export function layout(page: Page): Html {
  const { language, path, title, part, beside, room, hasPlayground, body, reloadsAfter } = page;
  const word = words[language];
  const other = language === 'de' ? 'en' : 'de';
  const rooms = [
    ...(hasPlayground === false ? [] : [['playground', '/', word.playground] as const]),
    ['log', '/log', word.log] as const,
    ['company', '/company', word.company] as const,
  ];
  const separator = path.includes('?') ? '&' : '?';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${reloadsAfter === undefined ? '' : html`<meta http-equiv="refresh" content="${reloadsAfter}" />`}
        <title>${part === undefined ? '' : `${part} – `}${title} – Leitplanke</title>
        <link rel="stylesheet" href="/page.css" />
        <script src="/page.js" defer></script>
      </head>
      <body class="${room ?? 'plain'}">
        <a class="skip" href="#main">${word.skip}</a>
        <header class="site">
          <strong>Leitplanke</strong>
          <nav aria-label="${word.rooms}">
            ${rooms.map(
              ([id, href, name]) =>
                html`<a href="${href}" ${id === room ? html`aria-current="page"` : ''}>${name}</a>`,
            )}
          </nav>
          <a href="${path}${separator}lang=${other}" lang="${other}" hreflang="${other}"
            >${word.other}</a
          >
        </header>
        <main id="main">
          ${
            beside === undefined
              ? html`<h1>${title}</h1>`
              : html`<div class="headline">
                  <h1>${title}</h1>
                  ${beside}
                </div>`
          }
          ${body}
        </main>
        <p id="live" role="status"></p>
        <footer><p>${word.notice}</p></footer>
      </body>
    </html>`;
}

/** One sentence and nothing to do. */
export function sentencePage(language: Language, sentence: string, reloadsAfter?: number): Html {
  return layout({
    language,
    path: '/',
    title: 'Leitplanke',
    body: html`<p role="status">${sentence}</p>`,
    reloadsAfter,
  });
}
