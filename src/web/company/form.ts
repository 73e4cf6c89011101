import { html } from 'hono/html';
import type { Profile } from '#domain/company.ts';
import { factInRole } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { Language } from '#domain/language.ts';
import { choice, complaintOf, idOf, textField, type Form } from '#web/company/field.ts';
import { practiceFields } from '#web/company/practice.ts';
import type { Typed } from '#web/company/typed.ts';
import { words } from '#web/company/words.ts';
import type { Html } from '#web/layout.ts';

/** What the form of the company shows. */
export type CompanyForm = Form & {
  readonly typed: Typed;
  /** What is on file. */
  readonly before: Profile | undefined;
  /** The version that was there when the form was opened. */
  readonly version: string;
  readonly knowledge: Knowledge;
  readonly today: string;
};

/** The company and its standing practice, to be changed and saved together. */
export function companyForm(form: CompanyForm): Html {
  const { before, language, version } = form;
  const word = words[language];
  return html`<form method="post" action="/company" novalidate>
    <input type="hidden" name="version" value="${version}" />
    ${aboutFields(form)}
    ${
      before === undefined
        ? html`<h2>${word.practice}</h2>
            <p>${word.practiceLater}</p>`
        : practiceFields({ ...form, before })
    }
    <fieldset>
      <legend>${word.confirm}</legend>
      ${before === undefined ? '' : html`<p class="small">${word.confirmMeans}</p>`}
      ${confirmation(form, { form: 'company', hasDay: before !== undefined })}
      <button type="submit" class="primary">${word.save}</button>
    </fieldset>
  </form>`;
}

/** Who confirms, and until when that counts. */
export function confirmation(
  form: Form & { readonly typed: Pick<Typed, 'by' | 'until'> },
  given: { readonly form: string; readonly hasDay: boolean },
): Html {
  const { typed, language } = form;
  const word = words[language];
  return html`<div class="cols">
    ${textField(
      {
        form: given.form,
        name: 'by',
        label: word.by,
        hint: word.byHint,
        value: typed.by,
        isRequired: true,
      },
      form,
    )}
    ${
      given.hasDay
        ? textField(
            {
              form: given.form,
              name: 'until',
              type: 'date',
              label: word.until,
              hint: word.untilHint,
              value: typed.until,
              isRequired: true,
            },
            form,
          )
        : ''
    }
  </div>`;
}

function aboutFields(form: CompanyForm): Html {
  const { typed, language } = form;
  const word = words[language];
  const languages = Language.options.map((id) => ({ id, label: word.languages[id] }));
  const markets = (factInRole(form.knowledge.facts, 'markets')?.options ?? []).map(
    ({ id, label }) => ({ id, label: label[language] }),
  );
  return html`<h2>${word.about}</h2>
    <fieldset>
      <legend>${word.basics}</legend>
      <div class="cols">
        ${textField({ name: 'name', label: word.name, value: typed.name, isRequired: true }, form)}
        ${textField(
          {
            name: 'seat',
            label: word.seat,
            hint: word.seatHint,
            value: typed.seat,
            isRequired: true,
          },
          form,
        )}
        ${textField(
          {
            name: 'staff',
            type: 'number',
            label: word.staff,
            value: typed.staff,
            isRequired: true,
          },
          form,
        )}
        ${textField(
          { name: 'contact', label: word.contact, hint: word.contactHint, value: typed.contact },
          form,
        )}
      </div>
    </fieldset>
    ${choices({ name: 'markets', type: 'checkbox', label: word.markets, options: markets, chosen: typed.markets }, form)}
    ${choices({ name: 'language', type: 'radio', label: word.language, hint: word.languageHint, options: languages, chosen: [typed.language] }, form)}
    ${textField(
      { name: 'tools', type: 'lines', label: word.tools, hint: word.toolsHint, value: typed.tools },
      form,
    )}`;
}

type Choices = {
  readonly name: string;
  readonly type: 'checkbox' | 'radio';
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
};

function choices({ name, type, label, hint, options, chosen }: Choices, form: Form): Html {
  const complaint = complaintOf(name, form);
  return html`<fieldset id="${idOf(name)}">
    <legend>${label}</legend>
    ${hint === undefined ? '' : html`<p class="small">${hint}</p>`}
    ${complaint === undefined ? '' : html`<p class="complaint">${complaint}</p>`}
    <div class="cols">
      ${options.map(({ id, label: text }) =>
        choice({ type, name, value: id, isChosen: chosen.includes(id) }, text),
      )}
    </div>
  </fieldset>`;
}
