import { html } from 'hono/html';
import type { Traffic } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';
import type { Html } from '#web/layout.ts';
import { words } from '#web/playground/words.ts';

/** What went between workspace and assistant, to look behind the scenes. */
export function inspectorHtml(traffic: readonly Traffic[], language: Language): Html {
  const word = words[language];
  return html`
    <p>${word.inspectorAbout}</p>
    <p><a href="/">${word.back}</a></p>
    ${
      traffic.length === 0
        ? html`<p>${word.noTraffic}</p>`
        : html`<div class="table" role="region" aria-label="${word.inspector}" tabindex="0">
            <table>
              <thead>
                <tr>
                  <th scope="col">${word.number}</th>
                  <th scope="col">${word.direction}</th>
                  <th scope="col">${word.name}</th>
                  <th scope="col" class="number">${word.ms}</th>
                  <th scope="col">${word.result}</th>
                </tr>
              </thead>
              <tbody>
                ${traffic.map((one) => rowHtml(one, language))}
              </tbody>
            </table>
          </div>`
    }
  `;
}

function rowHtml(
  { number, direction, name, ms, result, content }: Traffic,
  language: Language,
): Html {
  const word = words[language];
  return html`<tr>
    <td>${number}</td>
    <td>
      <span aria-hidden="true">${direction === 'to-assistant' ? '→' : '←'}</span> ${word[direction]}
    </td>
    <td>
      <details>
        <summary><code>${name}</code><span class="unseen"> (${word.content})</span></summary>
        <pre>${content}</pre>
      </details>
    </td>
    <td class="number">${ms === undefined ? word.underWay : duration(ms, language)}</td>
    <td>${result === undefined ? '' : html`<code>${result}</code>`}</td>
  </tr>`;
}

function duration(ms: number, language: Language): string {
  return `${ms.toLocaleString(language, { maximumFractionDigits: 1 })} ms`;
}
