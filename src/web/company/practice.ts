import { html } from 'hono/html';
import type { Profile } from '#domain/company.ts';
import { factsForMarkets } from '#domain/facts-for-markets.ts';
import type { FactDefinition } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { dayIn } from '#web/company/day.ts';
import { choice, complaintOf, idOf, textField, type Form } from '#web/company/field.ts';
import { fieldsOf, standingFacts, type Typed } from '#web/company/typed.ts';
import { words } from '#web/company/words.ts';
import type { Html } from '#web/layout.ts';

/** What is on file, what was typed, and the day. */
export type Practice = Form & {
  readonly typed: Typed;
  readonly before: Profile;
  readonly knowledge: Knowledge;
  readonly today: string;
};

/** The questions on standing practice: first those that matter in the markets, the rest folded away. */
export function practiceFields(practice: Practice): Html {
  const { typed, knowledge, language } = practice;
  const word = words[language];
  const mattering = factsForMarkets(knowledge, typed.markets);
  const all = standingFacts(knowledge.facts);
  const first = all.filter(({ id }) => mattering.has(id));
  const others = all.filter(({ id }) => !mattering.has(id));
  const settled = first.filter(({ id }) => (typed.practice[id]?.values.length ?? 0) > 0);
  const hasComplaint = others.some(({ id }) => practice.complaints.has(id));
  return html`<h2>${word.practice}</h2>
    <p>${word.practiceMeans}</p>
    <p class="small">${word.settled(settled.length, first.length)}</p>
    ${(['company', 'own-list'] as const).map((kind) => {
      const group = first.filter(({ standing }) => standing === kind);
      return group.length === 0
        ? ''
        : html`<h3>${word[kind]}</h3>
            ${group.map((fact) => factFields(fact, practice))}`;
    })}
    ${
      others.length === 0
        ? ''
        : html`<details ${hasComplaint ? 'open' : ''}>
            <summary>${word.others(others.length)}</summary>
            ${others.map((fact) => factFields(fact, practice))}
          </details>`
    }`;
}

function factFields(fact: FactDefinition, practice: Practice): Html {
  const { language, typed, before } = practice;
  const word = words[language];
  const fields = fieldsOf(fact.id);
  const { values = [], evidence = '', isAgain = false } = typed.practice[fact.id] ?? {};
  const complaint = complaintOf(fact.id, practice);
  const type = fact.kind === 'choices' ? 'checkbox' : 'radio';
  const answer = (value: string, label: string, isChosen: boolean) =>
    choice({ type, name: fields.value, value, isChosen }, label);
  const state = before.facts[fact.id];
  return html`<fieldset id="${idOf(fact.id)}">
    <legend>${fact.ask[language]}</legend>
    ${fact.hint ? html`<p class="small">${fact.hint[language]}</p>` : ''}
    ${complaint === undefined ? '' : html`<p class="complaint">${complaint}</p>`}
    ${fact.options.map(({ id, label }) => answer(id, label[language], values.includes(id)))}
    ${
      type === 'radio'
        ? answer('', word.eachTime, values.length === 0)
        : html`<p class="small">${word.eachTimeIfNone}</p>`
    }
    <details ${evidence === '' ? '' : 'open'}>
      <summary>${word.addEvidence}</summary>
      ${textField({ name: fields.evidence, label: word.evidence, value: evidence }, practice)}
    </details>
    ${
      state === undefined
        ? ''
        : html`<p class="small">${stateOf(state, practice)}</p>
            ${choice(
              { type: 'checkbox', name: fields.again, value: 'yes', isChosen: isAgain },
              word.again,
            )}`
    }
  </fieldset>`;
}

/** Who has confirmed something, and whether that still counts. */
export function stateOf(
  { by, until }: { readonly by: string; readonly until: string },
  { language, today }: Pick<Practice, 'language' | 'today'>,
): string {
  const word = words[language];
  const day = dayIn(until, language);
  return `${word.confirmedBy(by)}, ${until < today ? word.over(day) : word.due(day)}`;
}
