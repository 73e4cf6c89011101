import type { webApi } from '@slack/bolt';
import type { Language } from '#domain/language.ts';

/** The language that a person has chosen in Slack; where that cannot be found out, the given one. */
export async function languageOf(
  user: string,
  client: webApi.WebClient,
  otherwise: Language,
): Promise<Language> {
  try {
    const { user: person } = await client.users.info({ user, include_locale: true });
    if (!person?.locale) return otherwise;
    return person.locale.startsWith('de') ? 'de' : 'en';
  } catch {
    // Only the language of a short message hangs on it.
    return otherwise;
  }
}
