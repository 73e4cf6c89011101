import type { Language } from '#domain/language.ts';

/** An ISO day as people of a language write it. */
export function dayIn(day: string, language: Language): string {
  const locale = { de: 'de-DE', en: 'en-GB' }[language];
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}
