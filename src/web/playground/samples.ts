import { html } from 'hono/html';
import type { Html } from '#web/layout.ts';
import { actAddress } from '#web/playground/addresses.ts';
import type { Stage } from '#web/playground/stage.ts';
import { words } from '#web/playground/words.ts';

/** Cases to try with one click, each said by its person in its place. */
export function samplesHtml({
  language,
  playground,
  scene,
}: Pick<Stage, 'language' | 'playground' | 'scene'>): Html {
  return html`<ul class="samples">
    ${playground.samples.map(({ id, title, text, person: speakers }) => {
      const person = playground.persons.find((one) => one.id === speakers[language]);
      const isOther = person !== undefined && person.id !== scene.person.id;
      return html`<li>
        <form method="post" action="${actAddress(speakers[language])}">
          <input type="hidden" name="kind" value="sample" />
          <input type="hidden" name="sample" value="${id}" />
          <button class="sample">
            <strong>${title[language]}</strong>
            ${isOther ? html`<span class="small">${words[language].asWhom(person.name)}</span>` : ''}
            <span>${text[language]}</span>
          </button>
        </form>
      </li>`;
    })}
  </ul>`;
}
