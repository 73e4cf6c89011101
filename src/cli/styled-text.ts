import { styleText } from 'node:util';
import { sourceLine } from '#assistant/plain-text.ts';
import type { Answered, Section } from '#domain/answer.ts';
import type { Verdict } from '#domain/assessment.ts';

const signs: Readonly<Record<Verdict, string>> = {
  allowed: '✔',
  allowed_with_conditions: '✔!',
  needs_information: '?',
  not_allowed: '✘',
};

const colors = {
  allowed: 'green',
  allowed_with_conditions: 'yellow',
  needs_information: 'cyan',
  not_allowed: 'red',
} as const;

const words = {
  de: {
    sources: 'Fundstellen',
    footer: 'Auskunft eines KI-Systems, keine Rechtsberatung. Aktenzeichen',
  },
  en: { sources: 'Sources', footer: 'Answer of an AI system, not legal advice. Reference' },
} as const;

/** An answer for a terminal: verdict first, then why, then what to do, then sources. */
export function styledText(answered: Answered, hasColor: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    hasColor ? styleText(style, text, { validateStream: false }) : text;
  const number = new Map(answered.citations.map((passage, index) => [passage.id, index + 1]));
  const word = words[answered.language];

  const body = answered.sections.map((section) => {
    const lines = section.sentences.map(({ text, cites }) => {
      const marks = cites.flatMap((id) => number.get(id) ?? []).map((one) => `[${one}]`);
      return marks.length > 0 ? `${text} ${paint('dim', marks.join(''))}` : text;
    });
    if (section.id === 'verdict')
      return paint(headStyle(answered), `${head(answered)}${lines.join(' ')}`);
    return headed(section, lines, paint);
  });
  const sources = answered.citations.map(
    (passage, index) => `  [${index + 1}] ${sourceLine(passage, answered.language)}`,
  );
  return [
    ...body,
    ...(sources.length > 0 ? [[paint('bold', word.sources), ...sources].join('\n')] : []),
    paint('dim', `${word.footer} ${answered.reference}`),
  ].join('\n\n');
}

function headed(
  { heading }: Section,
  lines: readonly string[],
  paint: (style: 'bold', text: string) => string,
): string {
  if (heading === undefined) return lines.join('\n');
  return [paint('bold', heading), ...lines.map((line) => `  • ${line}`)].join('\n');
}

function head({ verdict }: Answered): string {
  return verdict === null ? '' : `${signs[verdict]} `;
}

function headStyle({ verdict }: Answered): Parameters<typeof styleText>[0] {
  return verdict === null ? 'bold' : ['bold', colors[verdict]];
}
