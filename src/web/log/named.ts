import { html } from 'hono/html';
import type { FactValue } from '#domain/entry.ts';
import { factInRole, type FactDefinition } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';
import { formatProvision, parseProvision } from '#domain/provision.ts';
import type { Html } from '#web/layout.ts';
import { dayIn } from '#web/log/moments.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: { gone: 'gibt es im heutigen Stand nicht mehr', none: 'keine' },
  en: { gone: 'is not there any more today', none: 'none' },
} as const;

/** The question that a fact answers. */
export function questionOf(fact: string, { rooms, language }: View): Html {
  const definition = rooms.knowledge.facts.get(fact);
  return definition ? html`${definition.ask[language]}` : gone(fact, language);
}

/** A value of a fact in words. */
export function answerOf(fact: string, value: FactValue, { rooms, language }: View): Html {
  const definition = rooms.knowledge.facts.get(fact);
  const values = typeof value === 'object' ? value : [String(value)];
  if (values.length === 0) return html`${words[language].none}`;
  const shown = values.map((one) => optionOf(one, definition, language));
  return html`${shown.map((one, index) => html`${index > 0 ? ', ' : ''}${one}`)}`;
}

function optionOf(value: string, definition: FactDefinition | undefined, language: Language): Html {
  const option = definition?.options.find(({ id }) => id === value);
  if (option) return html`${option.label[language]}`;
  if (definition?.kind === 'date') return html`${dayIn(value, language)}`;
  return definition?.kind === 'number' ? html`${value}` : gone(value, language);
}

/** The title of a control. */
export function titleOf(control: string, { rooms, language }: View): Html {
  const found = rooms.knowledge.controls.find(({ id }) => id === control);
  return found ? html`${found.title[language]}` : gone(control, language);
}

/** The country of a market; its id where the vocabulary has no such country. */
export function marketName(market: string, { rooms, language }: View): string {
  const option = factInRole(rooms.knowledge.facts, 'markets')?.options.find(
    ({ id }) => id === market,
  );
  return option?.label[language] ?? market;
}

/** Who releases, as the company's policy puts it. */
export function routeName(route: string, { rooms, language }: View): Html {
  const found = rooms.setUp.company().routes.find((one) => one.route === route);
  return found ? html`${found.title[language]}` : gone(route, language);
}

/** A source as people cite it, with the way to its text. */
export function sourceOf(passage: string, view: View, provision?: string): Html {
  const { language, rooms } = view;
  const found = rooms.knowledge.passages.get(passage);
  if (!found) {
    return html`${provision === undefined ? '' : html`${citedAs(provision, language)} – `}${gone(passage, language)}`;
  }
  const name = citedAs(provision ?? found.provision, language);
  const linked = found.source.startsWith('https://')
    ? html`<a href="${found.source}" rel="noreferrer">${name}</a>`
    : html`${name}`;
  return html`${linked}: ${found.title[language]}`;
}

/** The usual citation of a provision in a language. */
export function citedAs(provision: string, language: Language): string {
  const parsed = parseProvision(provision);
  return parsed ? formatProvision(parsed, language) : provision;
}

function gone(id: string, language: Language): Html {
  return html`<code>${id}</code> <span class="small">(${words[language].gone})</span>`;
}
