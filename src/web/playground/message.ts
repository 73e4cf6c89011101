import { html } from 'hono/html';
import type { Shown } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';
import type { Html } from '#web/layout.ts';
import { addressOf, type Spot } from '#web/playground/addresses.ts';
import { partHtml } from '#web/playground/parts.ts';
import { words } from '#web/playground/words.ts';

/** Whether a message stands in its place or in the thread beside it. */
export type Column = 'place' | 'thread';

/** The name of a message on the page; the same message may stand in both columns. */
export function messageId(column: Column, id: string): string {
  return `${column}-${id}`;
}

/** What a message needs to know of where it stands. */
export type Setting = {
  readonly language: Language;
  readonly spot: Spot;
  readonly column: Column;
  readonly isDirect: boolean;
  /** The language of whoever looks. */
  readonly personal: Language;
};

/** One message with who wrote it and when, and the way into its thread. */
export function messageHtml(message: Shown, setting: Setting): Html {
  const { id, by, at, isAssistant, isChanged, isPrivate, parts } = message;
  const { language, spot, column, isDirect, personal } = setting;
  const word = words[language];
  const kinds = ['message', isAssistant ? 'assistant' : '', isPrivate ? 'private' : ''];
  // In channels people of both languages write, and nothing tells which one a message is in.
  const spoken = isDirect || isPrivate ? personal : language;
  const around = { language: spoken, spot, message: id, prefix: column, level: 4 } as const;
  return html`<li
    id="${messageId(column, id)}"
    class="${kinds.join(' ').trim()}"
    tabindex="-1"
    data-initial="${[...by][0]}"
  >
    <h3>
      <span>${by}</span> ${isAssistant ? html`<span class="badge">${word.ai}</span>` : ''}
      <time>${at}</time> ${isChanged ? html`<span class="small">${word.changed}</span>` : ''}
    </h3>
    ${isPrivate ? html`<p class="mark">${word.private}</p>` : ''}
    <div lang="${spoken}">${parts.map((part) => partHtml(part, around))}</div>
    ${column === 'place' ? threadLink(message, { language, spot }) : ''}
  </li>`;
}

function threadLink(
  { id, by, at, replies, isAssistant, isPrivate }: Shown,
  { language, spot }: { language: Language; spot: Spot },
): Html {
  if (isPrivate || (replies === 0 && !isAssistant)) return html``;
  const word = words[language];
  const isOpen = spot.thread === id;
  return html`<p class="replies">
    <a href="${addressOf({ ...spot, thread: id })}" ${isOpen ? html`aria-current="true"` : ''}
      >${replies === 0 ? word.open : word.replies(replies)}<span class="unseen">
        (${by}, ${at})</span
      ></a
    >
  </p>`;
}
