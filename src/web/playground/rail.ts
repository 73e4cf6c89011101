import { html } from 'hono/html';
import type { Html } from '#web/layout.ts';
import { addressOf } from '#web/playground/addresses.ts';
import { placeName, type Stage } from '#web/playground/stage.ts';
import { words } from '#web/playground/words.ts';

/** Who one is, where one can go, and the way behind the scenes. */
export function railHtml({ language, playground, scene }: Stage): Html {
  const word = words[language];
  return html`<div class="rail">
    <nav aria-labelledby="persons">
      <h2 id="persons">${word.persons}</h2>
      <ul class="persons">
        ${playground.persons.map(
          ({ id, name, role }) =>
            html`<li>
              <a
                href="${addressOf({ person: id, place: playground.home(id) ?? scene.place.id })}"
                ${id === scene.person.id ? html`aria-current="true"` : ''}
                ><strong>${name}</strong> <span>${role[language]}</span></a
              >
            </li>`,
        )}
      </ul>
    </nav>
    <nav aria-labelledby="places">
      <h2 id="places">${word.places}</h2>
      <ul class="places">
        ${scene.places.map(
          (place) =>
            html`<li>
              <a
                href="${addressOf({ person: scene.person.id, place: place.id })}"
                ${place.id === scene.place.id ? html`aria-current="page"` : ''}
                >${placeName(place)} ${unreadHtml(place.unread, word.unread)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    <p class="behind"><a href="/inspector">${word.inspector}</a></p>
  </div>`;
}

function unreadHtml(count: number, told: (count: number) => string): Html {
  return count === 0
    ? html``
    : html`<span class="unread" aria-hidden="true">${count}</span
        ><span class="unseen">(${told(count)})</span>`;
}
