import type { FactDefinition, FactValue } from '#domain/fact.ts';
import type { Language } from '#domain/language.ts';

/** A value of a fact in words. */
export function labelOf(definition: FactDefinition, value: FactValue, language: Language): string {
  if (definition.kind === 'date') return dayIn(String(value), language);
  const values = typeof value === 'object' ? value : [String(value)];
  return values
    .map((one) => definition.options.find(({ id }) => id === one)?.label[language] ?? one)
    .join(', ');
}

/** An ISO day in words. */
export function dayIn(day: string, language: Language): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}
