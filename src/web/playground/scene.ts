import { html } from 'hono/html';
import type { Scene } from '#assistant/playground.ts';
import type { Html } from '#web/layout.ts';
import { addressOf, spotOf } from '#web/playground/addresses.ts';
import { composerHtml } from '#web/playground/composer.ts';
import { viewHtml } from '#web/playground/form.ts';
import { messageHtml, type Column, type Setting } from '#web/playground/message.ts';
import { railHtml } from '#web/playground/rail.ts';
import { samplesHtml } from '#web/playground/samples.ts';
import { placeName, type Stage } from '#web/playground/stage.ts';
import { words } from '#web/playground/words.ts';

/** Persons and places, the messages of one place, perhaps a thread beside them, perhaps a form in front. */
export function stageHtml(stage: Stage): Html {
  const { language, scene, trouble } = stage;
  const { view, thread, person } = scene;
  const word = words[language];
  const spot = spotOf(scene);
  return html`
    ${trouble?.at === 'stage' ? html`<p class="complaint" role="alert">${trouble.told}</p>` : ''}
    <div
      class="stage ${thread ? 'with-thread' : ''}"
      data-spot="${person.id} ${scene.place.id}"
      data-thread="${thread?.root ?? ''}"
      data-busy="${word.busy}"
      data-lost="${word.lost}"
      data-news="${word.news}"
      ${view ? 'inert' : ''}
    >
      ${railHtml(stage)} ${placeHtml(stage)} ${thread ? threadHtml(stage, thread) : ''}
    </div>
    ${view ? viewHtml(view, { language: person.language, spot }) : ''}
  `;
}

function placeHtml(stage: Stage): Html {
  const { language, scene, trouble } = stage;
  const { messages, place, person } = scene;
  const word = words[language];
  const name = placeName(place);
  return html`<section class="place" aria-labelledby="place-name">
    <div class="top">
      <h2 id="place-name" tabindex="-1">${name}</h2>
      ${place.isDirect ? html`<span class="small">${word.direct}</span>` : ''}
    </div>
    <div
      class="scroller"
      id="place-scroller"
      tabindex="0"
      role="group"
      aria-label="${word.messages(name)}"
    >
      ${
        messages.length === 0
          ? html`<div>
              <p>${word.empty} ${word.start}</p>
              ${samplesHtml(stage)}
            </div>`
          : html`<ol class="messages">
              ${messages.map((one) => messageHtml(one, settingOf(stage, 'place')))}
            </ol>`
      }
    </div>
    ${
      messages.length === 0
        ? ''
        : html`<details class="more" id="more">
            <summary>${word.samples}</summary>
            ${samplesHtml(stage)}
          </details>`
    }
    ${composerHtml({
      language,
      spot: { person: person.id, place: place.id },
      label: word.say(name),
      hint: place.isDirect ? word.command : `${word.mention} ${word.command}`,
      trouble: trouble?.at === 'place' ? trouble : undefined,
    })}
  </section>`;
}

function threadHtml(stage: Stage, thread: NonNullable<Scene['thread']>): Html {
  const { language, scene, trouble } = stage;
  const word = words[language];
  const spot = spotOf(scene);
  return html`<section class="thread" aria-labelledby="thread-name">
    <div class="top">
      <h2 id="thread-name" tabindex="-1">${word.thread}</h2>
      <span class="small">${placeName(scene.place)}</span>
      <a class="close" href="${addressOf({ ...spot, thread: undefined })}">${word.close}</a>
    </div>
    <div
      class="scroller"
      id="thread-scroller"
      tabindex="0"
      role="group"
      aria-label="${word.messages(word.thread)}"
    >
      <ol class="messages">
        ${thread.messages.map((one) => messageHtml(one, settingOf(stage, 'thread')))}
      </ol>
    </div>
    ${composerHtml({
      language,
      spot,
      label: word.reply,
      trouble: trouble?.at === 'thread' ? trouble : undefined,
    })}
  </section>`;
}

function settingOf({ language, scene }: Stage, column: Column): Setting {
  const { isDirect } = scene.place;
  return { language, spot: spotOf(scene), column, isDirect, personal: scene.person.language };
}
