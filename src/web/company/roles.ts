import { html } from 'hono/html';
import { Role, type PersonWithRoles } from '#assistant/desk.ts';
import type { PlaygroundPerson } from '#assistant/playground.ts';
import { choice, textField, type Form } from '#web/company/field.ts';
import { words } from '#web/company/words.ts';
import type { Html } from '#web/layout.ts';

/** What stands in the form of the roles. */
export type TypedRoles = {
  readonly person: string;
  readonly roles: readonly string[];
  readonly by: string;
};

type RolesForm = Form & {
  readonly typed: TypedRoles;
  readonly people: readonly PersonWithRoles[];
  /** Whom a playground has to offer. */
  readonly persons: readonly PlaygroundPerson[];
};

/** Who has which role, and the form to change it. */
export function rolesSection(form: RolesForm): Html {
  const { language, people } = form;
  const word = words[language];
  const hasLead = people.some(({ roles }) => roles.includes('lead'));
  return html`<section aria-labelledby="roles">
    <h2 id="roles">${word.roles}</h2>
    <p>${word.rolesMean}</p>
    ${hasLead ? '' : html`<p class="card">${people.length === 0 ? word.nobody : word.noLead}</p>`}
    ${people.length === 0 ? '' : tableOf(form)} ${formOf(form)}
  </section>`;
}

function formOf(form: RolesForm): Html {
  const { typed, language, persons } = form;
  const word = words[language];
  return html`<form method="post" action="/company/roles" novalidate>
    <fieldset>
      <legend>${word.assign}</legend>
      ${
        persons.length === 0
          ? ''
          : html`<p>
              ${word.suggestions}
              ${persons.map((one) => html`<a href="${linkTo(one.id)}">${one.name} (${one.id})</a> `)}
            </p>`
      }
      ${textField(
        {
          form: 'roles',
          name: 'person',
          label: word.member,
          hint: word.memberHint,
          value: typed.person,
          isRequired: true,
        },
        form,
      )}
      ${Role.options.map((role) =>
        choice(
          { type: 'checkbox', name: 'roles', value: role, isChosen: typed.roles.includes(role) },
          `${word.role[role]}: ${word.does[role]}`,
        ),
      )}
      <p class="small">${word.noRoles}</p>
      ${textField(
        { form: 'roles', name: 'by', label: word.by, value: typed.by, isRequired: true },
        form,
      )}
      <button type="submit" class="primary">${word.saveRoles}</button>
    </fieldset>
  </form>`;
}

function tableOf({ language, people, persons }: RolesForm): Html {
  const word = words[language];
  return html`<div class="table">
    <table>
      <thead>
        <tr>
          <th scope="col">${word.person}</th>
          <th scope="col">${word.rolesOf}</th>
          <th scope="col">${word.change}</th>
        </tr>
      </thead>
      <tbody>
        ${people.map(({ person, roles }) => {
          const name = persons.find(({ id }) => id === person)?.name;
          return html`<tr>
            <th scope="row">${name === undefined ? person : `${name} (${person})`}</th>
            <td>${roles.map((role) => word.role[role]).join(', ')}</td>
            <td>
              <a href="${linkTo(person)}" aria-label="${word.changeOf(name ?? person)}"
                >${word.change}</a
              >
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function linkTo(person: string): string {
  return `/company?person=${encodeURIComponent(person)}#roles`;
}
