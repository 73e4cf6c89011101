import { html } from 'hono/html';
import { confirmedDays, renewalsDue, type Profile } from '#domain/company.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { idOf, type Form } from '#web/company/field.ts';
import { confirmation } from '#web/company/form.ts';
import { stateOf } from '#web/company/practice.ts';
import type { Typed } from '#web/company/typed.ts';
import { words } from '#web/company/words.ts';
import type { Html } from '#web/layout.ts';

/** The confirmations that are due, and one button for all of them. */
export function renewals(
  form: Form & {
    readonly typed: Pick<Typed, 'by' | 'until'>;
    readonly profile: Profile;
    readonly knowledge: Knowledge;
    readonly today: string;
  },
): Html {
  const { profile, knowledge, language, today } = form;
  const word = words[language];
  const due = renewalsDue(profile.facts, today, confirmedDays.notice);
  if (due.length === 0) return html`<p class="small">${word.nothingDue(confirmedDays.notice)}</p>`;
  return html`<section class="card" aria-labelledby="renewals">
    <h2 id="renewals">${word.renewals}</h2>
    <p>${word.renewalsMean}</p>
    <ul>
      ${due.map(
        (one) =>
          html`<li>
            <a href="#${idOf(one.fact)}">${knowledge.facts.get(one.fact)?.ask[language]}</a>
            ${answerOf(one.fact, form)} <span class="small">(${stateOf(one, form)})</span>
          </li>`,
      )}
    </ul>
    <form method="post" action="/company/renew" novalidate>
      <fieldset>
        <legend>${word.again}</legend>
        <p>${word.renewMeans}</p>
        ${confirmation(form, { form: 'renew', hasDay: true })}
        <button type="submit" class="primary">${word.renewAll}</button>
      </fieldset>
    </form>
  </section>`;
}

/** The profile with all that is due confirmed once more. */
export function renewed(
  profile: Profile,
  today: string,
  { by, until }: Pick<Typed, 'by' | 'until'>,
): Profile {
  const due = new Set(
    renewalsDue(profile.facts, today, confirmedDays.notice).map(({ fact }) => fact),
  );
  const facts = Object.entries(profile.facts).map(([id, entry]) => [
    id,
    due.has(id) ? { ...entry, by, until } : entry,
  ]);
  return { ...profile, facts: Object.fromEntries(facts) };
}

function answerOf(
  id: string,
  { profile, knowledge, language }: Parameters<typeof renewals>[0],
): string {
  const chosen = [profile.facts[id]?.value ?? []].flat();
  const labels = (knowledge.facts.get(id)?.options ?? [])
    .filter((option) => chosen.includes(option.id))
    .map((option) => option.label[language]);
  return labels.join(', ');
}
