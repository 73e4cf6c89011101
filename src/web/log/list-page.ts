import { html } from 'hono/html';
import type { Entry, StoredEntry } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { queryOf, type Choice } from '#web/log/choice.ts';
import { choiceComplaints, choiceFields } from '#web/log/choice-form.ts';
import { momentIn, timeZone } from '#web/log/moments.ts';
import { marketName } from '#web/log/named.ts';
import { resultOf } from '#web/log/result.ts';
import { terms } from '#web/log/terms.ts';
import { logPage, type View } from '#web/log/view.ts';

const words = {
  de: {
    title: 'Protokoll',
    intro:
      'Jede Antwort steht hier, bevor sie jemand liest. Kein Eintrag lässt sich unbemerkt ändern oder entfernen.',
    filter: 'Filtern',
    reset: 'Alle zeigen',
    caption: (zone: string) => `Die neuesten zuerst. Uhrzeit des Servers (${zone}).`,
    at: 'Zeit',
    reference: 'Aktenzeichen',
    kind: 'Art',
    verdict: 'Ergebnis',
    markets: 'Märkte',
    place: 'Ort',
    language: 'Sprache',
    older: 'Ältere Einträge',
    newer: 'Neuere Einträge',
    pages: 'Seiten',
    take: 'Diese Auswahl exportieren',
    noneFits: 'Zu dieser Auswahl gibt es keinen Eintrag. Nehmen Sie einen Filter heraus.',
    empty:
      'Hier steht noch nichts. Stellen Sie dem Assistenten eine Frage, oder lassen Sie eine Kampagne prüfen: Die Antwort erscheint dann hier.',
    toPlayground: 'Zur Probebühne',
  },
  en: {
    title: 'Decision log',
    intro:
      'Every answer stands here before anybody reads it. No entry can be changed or removed unseen.',
    filter: 'Filter',
    reset: 'Show all',
    caption: (zone: string) => `The newest first. Time of the server (${zone}).`,
    at: 'Time',
    reference: 'Reference',
    kind: 'Kind',
    verdict: 'Result',
    markets: 'Markets',
    place: 'Place',
    language: 'Language',
    older: 'Older entries',
    newer: 'Newer entries',
    pages: 'Pages',
    take: 'Export this selection',
    noneFits: 'No entry fits this selection. Take a filter out.',
    empty:
      'There is nothing here yet. Ask the assistant a question, or have a campaign checked: the answer will then appear here.',
    toPlayground: 'To the playground',
  },
} as const;

const onOnePage = 50;

/** Where somebody stands in the list. */
export type Turn = { readonly before?: number | undefined; readonly after?: number | undefined };

/** The entries that were chosen, newest first, page by page. */
export async function listPage(choice: Choice, turn: Turn, view: View): Promise<Html> {
  const word = words[view.language];
  const isWrong = Object.keys(choice.complaints).length > 0;
  const found = isWrong ? undefined : await pageOf(choice, turn, view);
  const isEmpty = (await view.rooms.book.head()).size === 0;
  if (isEmpty) return logPage(view, word.title, emptyLog(view));
  return logPage(
    view,
    word.title,
    html`<p>${word.intro}</p>
      ${choiceComplaints(choice)}
      <form class="filters" method="get" action="/log">
        ${choiceFields(choice, view)}
        <div class="actions">
          <button type="submit">${word.filter}</button>
          <a href="/log">${word.reset}</a>
        </div>
      </form>
      ${found ? entriesOf(found, choice, view) : ''}`,
  );
}

type Found = {
  readonly entries: readonly StoredEntry[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
};

/** One entry more than fits tells whether there is another page. */
async function pageOf({ filter }: Choice, { before, after }: Turn, view: View): Promise<Found> {
  const { book } = view.rooms;
  const limit = onOnePage + 1;
  const up =
    after === undefined ? [] : await book.read({ ...filter, after, oldestFirst: true, limit });
  if (up.length === limit) {
    return { entries: up.slice(0, onOnePage).toReversed(), hasNewer: true, hasOlder: true };
  }
  // What is left upwards is the beginning of the list.
  const down = await book.read({ ...filter, before, limit });
  return {
    entries: down.slice(0, onOnePage),
    hasOlder: down.length > onOnePage,
    hasNewer: before !== undefined,
  };
}

function entriesOf({ entries, hasOlder, hasNewer }: Found, choice: Choice, view: View): Html {
  const word = words[view.language];
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return html`<p role="status">${word.noneFits}</p>`;
  const older = queryOf(choice, { before: String(last.index) });
  const newer = queryOf(choice, { after: String(first.index) });
  return html`${tableOf(entries, view)}
    <nav class="actions" aria-label="${word.pages}">
      ${hasNewer ? html`<a href="/log${newer}" rel="prev">${word.newer}</a>` : ''}
      ${hasOlder ? html`<a href="/log${older}" rel="next">${word.older}</a>` : ''}
      <a href="/log/export${queryOf(choice)}">${word.take}</a>
    </nav>`;
}

function tableOf(entries: readonly StoredEntry[], view: View): Html {
  const word = words[view.language];
  const heads = [
    word.at,
    word.reference,
    word.kind,
    word.verdict,
    word.markets,
    word.place,
    word.language,
  ];
  return html`<div class="table" role="region" aria-label="${word.title}" tabindex="0">
    <table>
      <caption>
        ${word.caption(timeZone())}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${entries.map(({ entry }) => rowOf(entry, view))}
      </tbody>
    </table>
  </div>`;
}

function rowOf(entry: Entry, view: View): Html {
  const term = terms[view.language];
  const markets = entry.kind === 'decision' ? Object.keys(entry.body.verdicts) : [];
  const isReply = entry.kind === 'decision' || entry.kind === 'answer';
  return html`<tr>
    <td>${momentIn(entry.at, view.language)}</td>
    <td><a href="/log/${entry.ref}">${entry.ref}</a></td>
    <td>${term.kind[entry.kind]}</td>
    <td>${resultOf(entry, view)}</td>
    <td>${markets.map((market) => marketName(market, view)).join(', ')}</td>
    <td>${term.place[entry.place]}</td>
    <td>${isReply ? term.language[entry.body.language] : ''}</td>
  </tr>`;
}

function emptyLog({ language, rooms }: View): Html {
  const word = words[language];
  return html`<div class="card" role="status">
    <p>${word.empty}</p>
    ${rooms.playground ? html`<p><a class="button" href="/">${word.toPlayground}</a></p>` : ''}
  </div>`;
}
