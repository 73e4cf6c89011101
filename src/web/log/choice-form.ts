import { html } from 'hono/html';
import { Verdict } from '#domain/assessment.ts';
import { factInRole } from '#domain/fact.ts';
import type { Html } from '#web/layout.ts';
import { forReview, routeChoice, type Choice, type Field } from '#web/log/choice.ts';
import { terms } from '#web/log/terms.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    reference: 'Aktenzeichen (auch ein Teil)',
    kind: 'Art',
    verdict: 'Ergebnis',
    market: 'Markt',
    release: 'Wer gefragt ist',
    from: 'Von (Tag)',
    until: 'Bis (Tag)',
    any: 'alle',
    review: 'Ein Mensch muss etwas beurteilen',
  },
  en: {
    reference: 'Reference (or part of it)',
    kind: 'Kind',
    verdict: 'Result',
    market: 'Market',
    release: 'Who is asked',
    from: 'From (day)',
    until: 'Until (day)',
    any: 'all',
    review: 'A person has to judge something',
  },
} as const;

/** The fields that choose entries, with what is wrong with them. */
export function choiceFields(choice: Choice, view: View): Html {
  const { language, rooms } = view;
  const term = terms[language];
  const markets = factInRole(rooms.knowledge.facts, 'markets')?.options ?? [];
  const releases = [
    [forReview, words[language].review],
    ...rooms.setUp
      .company()
      .routes.map(({ route, title }) => [routeChoice(route), title[language]] as const),
  ] as const;
  const select = (name: Field, options: readonly (readonly [string, string])[]) =>
    field(name, choice, view, (typed) => selectOf({ name, options, typed }, choice, view));
  const input = (name: Field, type: 'text' | 'date') =>
    field(
      name,
      choice,
      view,
      (typed) =>
        html`<input
          id="${name}"
          name="${name}"
          type="${type}"
          value="${typed}"
          autocomplete="off"
          ${marksOf(name, choice)}
        />`,
    );
  return html`
    ${input('reference', 'text')} ${select('kind', Object.entries(term.kind))}
    ${select(
      'verdict',
      Verdict.options.map((one) => [one, term.verdict[one]]),
    )}
    ${select(
      'market',
      markets.map(({ id, label }) => [id, label[language]]),
    )}
    ${select('release', releases)} ${input('from', 'date')} ${input('until', 'date')}
  `;
}

/** What is wrong with the choice, to stand above its form. */
export function choiceComplaints({ complaints }: Choice): readonly Html[] {
  return Object.entries(complaints).map(
    ([name, text]) => html`<p class="complaint" role="alert" id="${name}-wrong">${text}</p>`,
  );
}

function field(
  name: Field,
  choice: Choice,
  { language }: View,
  draw: (typed: string) => Html,
): Html {
  return html`<div>
    <label for="${name}">${words[language][name]}</label>
    ${draw(choice.typed[name] ?? '')}
  </div>`;
}

type Select = {
  readonly name: Field;
  readonly options: readonly (readonly [string, string])[];
  readonly typed: string;
};

function selectOf({ name, options, typed }: Select, choice: Choice, { language }: View): Html {
  return html`<select id="${name}" name="${name}" ${marksOf(name, choice)}>
    <option value="">${words[language].any}</option>
    ${options.map(
      ([value, label]) =>
        html`<option value="${value}" ${value === typed ? html`selected` : ''}>${label}</option>`,
    )}
  </select>`;
}

function marksOf(name: Field, { complaints }: Choice): Html | '' {
  return complaints[name] === undefined
    ? ''
    : html`aria-invalid="true" aria-describedby="${name}-wrong"`;
}
