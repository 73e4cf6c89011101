import { html } from 'hono/html';
import type { Feedback } from '#assistant/desk.ts';
import type { Html } from '#web/layout.ts';
import { momentIn, timeZone } from '#web/log/moments.ts';
import { logPage, type View } from '#web/log/view.ts';

const words = {
  de: {
    title: 'Rückmeldungen',
    intro: 'Was Menschen zu den Antworten gesagt haben. Wer es war, steht hier nicht.',
    caption: (zone: string) => `Die neuesten zuerst. Uhrzeit des Servers (${zone}).`,
    heads: ['Zeit', 'Aktenzeichen', 'Hilfreich', 'Grund'],
    yes: 'ja',
    no: 'nein',
    empty:
      'Noch hat niemand etwas gesagt. Unter jeder Antwort kann man angeben, ob sie geholfen hat.',
    more: (count: number) => `Gezeigt werden die neuesten ${count}.`,
  },
  en: {
    title: 'Feedback',
    intro: 'What people said of the answers. Who it was is not shown here.',
    caption: (zone: string) => `The newest first. Time of the server (${zone}).`,
    heads: ['Time', 'Reference', 'Helpful', 'Reason'],
    yes: 'yes',
    no: 'no',
    empty: 'Nobody has said anything yet. Below each answer one can say whether it helped.',
    more: (count: number) => `The newest ${count} are shown.`,
  },
} as const;

const shownMax = 200;

/** What people said of answers, newest first. */
export async function feedbackPage(view: View): Promise<Html> {
  const word = words[view.language];
  const all = await view.rooms.feedback.list();
  if (all.length === 0) {
    return logPage(view, word.title, html`<p class="card" role="status">${word.empty}</p>`);
  }
  return logPage(
    view,
    word.title,
    html`<p>${word.intro}</p>
      <div class="table" role="region" aria-label="${word.title}" tabindex="0">
        <table>
          <caption>
            ${word.caption(timeZone())}
          </caption>
          <thead>
            <tr>
              ${word.heads.map((head) => html`<th scope="col">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${all.slice(0, shownMax).map((one) => rowOf(one, view))}
          </tbody>
        </table>
      </div>
      ${all.length > shownMax ? html`<p class="small">${word.more(shownMax)}</p>` : ''}`,
  );
}

function rowOf({ at, reference, helpful, reason }: Feedback, { language }: View): Html {
  const word = words[language];
  return html`<tr>
    <td>${momentIn(at, language)}</td>
    <td><a href="/log/${reference}">${reference}</a></td>
    <td>${helpful ? word.yes : word.no}</td>
    <td>${reason ?? ''}</td>
  </tr>`;
}
