import { html } from 'hono/html';
import type { Bilingual, Language } from '#domain/language.ts';
import { readReference } from '#domain/reference.ts';
import type { Profile } from '#domain/company.ts';
import { complaintOf, idOf } from '#web/company/field.ts';
import { companyForm } from '#web/company/form.ts';
import { renewals } from '#web/company/renewals.ts';
import { rolesSection, type TypedRoles } from '#web/company/roles.ts';
import { typedFrom, type Complaints, type Typed } from '#web/company/typed.ts';
import { words } from '#web/company/words.ts';
import { layout, type Html } from '#web/layout.ts';
import type { Rooms } from '#web/rooms.ts';

/** What was just done on the page, or refused. */
export type View = {
  readonly language: Language;
  /** What came of the last change, as the address says it. */
  readonly saved?: string | undefined;
  /** Whose roles to show in the form. */
  readonly person?: string | undefined;
  readonly refused?: Refused | undefined;
  /** What was typed into the form that was refused. */
  readonly typed?: Typed | undefined;
  readonly renewal?: Pick<Typed, 'by' | 'until'> | undefined;
  readonly roles?: TypedRoles | undefined;
};

/** Why one of the forms was not taken. */
export type Refused = {
  readonly form: 'company' | 'renew' | 'roles';
  readonly complaints?: Complaints | undefined;
  /** What is wrong with all of it. */
  readonly says?: Bilingual | undefined;
};

/** The page of the company: who it is, what holds for it, what is due, who may do what. */
export async function companyPage(view: View, rooms: Rooms): Promise<Html> {
  const { language, refused } = view;
  const { setUp, knowledge, clock, playground } = rooms;
  const today = clock.today();
  const profile = await setUp.profile();
  const people = await setUp.roles();
  const typed = view.typed ?? typedFrom(profile, language, today);
  const held = people.find(({ person }) => person === view.person)?.roles ?? [];
  const formOf = (form: Refused['form']) => ({
    language,
    complaints: (refused?.form === form ? refused.complaints : undefined) ?? new Map(),
  });
  const body = html`${savedNote(view)} ${refused ? refusal(refused, language) : ''}
  ${stateNote(rooms, language, profile)}
  ${
    profile === undefined
      ? ''
      : renewals({
          ...formOf('renew'),
          typed: view.renewal ?? typedFrom(profile, language, today),
          profile,
          knowledge,
          today,
        })
  }
  ${companyForm({
    ...formOf('company'),
    typed,
    before: profile,
    version: setUp.company().version,
    knowledge,
    today,
  })}
  ${rolesSection({
    ...formOf('roles'),
    typed: view.roles ?? { person: view.person ?? '', roles: held, by: '' },
    people,
    persons: playground?.persons ?? [],
  })}
  ${elsewhere(language)}`;
  return layout({
    language,
    path: '/company',
    title: words[language].title,
    room: 'company',
    hasPlayground: playground !== undefined,
    body,
  });
}

function elsewhere(language: Language): Html {
  const word = words[language];
  return html`<p>
    ${word.more} <a href="/log">${word.log}</a> ${word.and}
    <a href="/log/feedback">${word.feedback}</a>.
  </p>`;
}

function stateNote({ setUp }: Rooms, language: Language, profile: Profile | undefined): Html {
  const word = words[language];
  const { name } = setUp.company();
  return profile === undefined
    ? html`<p class="card"><strong>${word.sample(name)}</strong></p>`
    : html`<p>${word.own(profile.name)}</p>`;
}

function savedNote({ saved, language }: View): Html | string {
  const word = words[language];
  if (saved === undefined) return '';
  if (saved === 'unchanged') return html`<p class="card" role="status">${word.unchanged}</p>`;
  const reference = readReference(saved);
  return html`<p class="card" role="status">
    ${word.saved}${
      reference === undefined
        ? ''
        : html` ${word.onRecord} <a href="/log/${reference}">${reference}</a>`
    }.
  </p>`;
}

function refusal({ form, says, complaints = new Map() }: Refused, language: Language): Html {
  return html`<div class="card" role="alert">
    <p class="complaint">${words[language].complaints}</p>
    <ul>
      ${says === undefined ? '' : html`<li>${says[language]}</li>`}
      ${[...complaints.keys()].map(
        (field) =>
          html`<li>
            <a href="#${idOf(field, form)}">${complaintOf(field, { complaints, language })}</a>
          </li>`,
      )}
    </ul>
  </div>`;
}
