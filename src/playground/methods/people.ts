import { assistant, directMessages, team } from '#playground/places.ts';
import { refused } from '#playground/results.ts';
import type { Method } from '#playground/web-api.ts';

/** Who is who, and where to reach them. */
export const peopleMethods: Readonly<Record<string, Method>> = {
  'auth.test': () => ({
    ok: true,
    url: 'https://workspace.invalid/',
    team: team.domain,
    team_id: team.id,
    user: assistant.name,
    user_id: assistant.user,
    bot_id: assistant.bot,
    is_enterprise_install: false,
  }),
  'users.info': (fields, { people }) => {
    const person = people.find(({ id }) => id === fields['user']);
    if (!person) return refused('user_not_found');
    const { id, name, locale } = person;
    const shown = fields['include_locale'] === true ? { locale } : {};
    return { ok: true, user: { id, name, is_bot: false, team_id: team.id, ...shown } };
  },
  'conversations.open': (fields, { people }) => {
    const person = people.find(({ id }) => id === fields['users']);
    return person
      ? { ok: true, channel: { id: directMessages(person.id).id } }
      : refused('user_not_found');
  },
};
