import type { Command } from '#cli/command.ts';
import type { Language } from '#domain/language.ts';

const words = {
  de: {
    usage: 'Aufruf',
    options: 'Überall',
    lang: 'Sprache der Ausgabe',
    more: 'Mehr zu einem Befehl',
  },
  en: {
    usage: 'Usage',
    options: 'Everywhere',
    lang: 'language of the output',
    more: 'More on a command',
  },
} as const;

/** Help for one command, or the list of all. */
export function helpText(
  commands: Readonly<Record<string, Command>>,
  name: string | undefined,
  language: Language,
): string {
  const word = words[language];
  const command = name === undefined ? undefined : commands[name];
  if (command) {
    return `${word.usage}: leitplanke ${command.usage}\n\n${command.summary[language]}\n\n${command.help[language]}`;
  }
  const lines = Object.values(commands).map(
    (one) => `  ${one.usage.split('\n')[0]}\n      ${one.summary[language]}`,
  );
  return [
    `${word.usage}: npm run -s leitplanke -- <…>`,
    '',
    ...lines,
    '',
    `${word.options}: --lang de|en (${word.lang}), --help`,
    `${word.more}: leitplanke help <…>`,
  ].join('\n');
}
