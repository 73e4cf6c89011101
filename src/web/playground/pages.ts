import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import { languageOf } from '#web/language.ts';
import { layout, type Html } from '#web/layout.ts';
import { dealWith } from '#web/playground/act.ts';
import { addressOf, spotOf } from '#web/playground/addresses.ts';
import { inspectorHtml } from '#web/playground/inspector.ts';
import { stageHtml } from '#web/playground/scene.ts';
import { placeName, type Stage } from '#web/playground/stage.ts';
import { words } from '#web/playground/words.ts';
import type { OpenRooms } from '#web/rooms.ts';

/** The pages of the playground: a place as one person sees it, what they do there, and a look behind. */
export function playgroundPages(open: OpenRooms): Hono {
  const pages = new Hono();
  pages.get('/', (context) => {
    const { playground } = open();
    const language = languageOf(context);
    if (!playground) return context.html(closedPage(language));
    const person = playground.persons.find((one) => one.language === language);
    const first = (person ?? playground.persons[0])?.id;
    const place = first === undefined ? undefined : playground.home(first);
    return first === undefined || place === undefined
      ? context.notFound()
      : context.redirect(addressOf({ person: first, place }));
  });
  pages.get('/as/:person/in/:place', (context) => {
    const { playground } = open();
    const { person, place } = context.req.param();
    const scene = playground?.look(person, place, context.req.query('thread'));
    if (!playground || !scene) return context.notFound();
    return context.html(scenePage({ language: languageOf(context), playground, scene }));
  });
  pages.post('/as/:person/act', async (context) => {
    const { playground } = open();
    const language = languageOf(context);
    const { person } = context.req.param();
    const form = new URLSearchParams(await context.req.text());
    if (!playground) return context.notFound();
    const outcome = await dealWith({ playground, person, form, language });
    switch (outcome.kind) {
      case 'unknown':
        return context.notFound();
      case 'done':
        return context.redirect(outcome.address, 303);
      case 'refused':
        return context.html(scenePage(outcome.stage), outcome.status);
    }
  });
  pages.get('/inspector', (context) => {
    const { playground } = open();
    if (!playground) return context.notFound();
    const language = languageOf(context);
    const body = inspectorHtml(playground.traffic(), language);
    const title = words[language].inspector;
    return context.html(layout({ language, path: '/inspector', title, room: 'playground', body }));
  });
  return pages;
}

function scenePage(stage: Stage): Html {
  const { language, scene } = stage;
  const word = words[language];
  return layout({
    language,
    path: addressOf(spotOf(scene)),
    title: word.title,
    part: `${placeName(scene.place)}, ${scene.person.name}`,
    room: 'playground',
    beside: html`<p class="not-slack"><strong>${word.notSlack}</strong> ${word.about}</p>`,
    body: stageHtml(stage),
  });
}

/** Says where the assistant is instead. */
function closedPage(language: Language): Html {
  const word = words[language];
  return layout({
    language,
    path: '/',
    title: word.title,
    hasPlayground: false,
    body: html`<p>${word.realSlack}</p>
      <p>${word.instead}</p>
      <ul>
        <li><a href="/log">${word.log}</a></li>
        <li><a href="/company">${word.company}</a></li>
      </ul>`,
  });
}
