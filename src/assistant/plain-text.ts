import type { Section } from '#domain/answer.ts';
import type { Language } from '#domain/language.ts';
import type { Passage } from '#domain/passage.ts';
import { formatProvision, parseProvision } from '#domain/provision.ts';

const words = {
  de: {
    sources: 'Fundstellen',
    footer: 'Diese Auskunft gibt ein KI-System; sie ist keine Rechtsberatung.',
  },
  en: {
    sources: 'Sources',
    footer: 'This answer comes from an AI system; it is not legal advice.',
  },
} as const;

/** An answer as plain text: verdict, why, what to do, then the sources and the reference. */
export function plainText(
  sections: readonly Section[],
  citations: readonly Passage[],
  reference: string,
  language: Language,
): string {
  const number = new Map(citations.map((passage, index) => [passage.id, index + 1]));
  const body = sections.map(({ heading, sentences }) => {
    const lines = sentences.map(({ text, cites }) => {
      const marks = cites.flatMap((id) => number.get(id) ?? []).map((one) => `[${one}]`);
      return [text, marks.join('')].filter(Boolean).join(' ');
    });
    if (heading === undefined) return lines.join('\n');
    return [`${heading}:`, ...lines.map((line) => `- ${line}`)].join('\n');
  });
  const sources = citations.map(
    (passage, index) => `[${index + 1}] ${sourceLine(passage, language)}`,
  );
  return [
    ...body,
    ...(sources.length > 0 ? [[`${words[language].sources}:`, ...sources].join('\n')] : []),
    `${words[language].footer} ${reference}`,
  ].join('\n\n');
}

/** A source as people cite it: provision, what it says in short, and the link. */
export function sourceLine(passage: Passage, language: Language): string {
  const provision = parseProvision(passage.provision);
  const name = provision ? formatProvision(provision, language) : passage.provision;
  const link = passage.source.startsWith('https://') ? ` – ${passage.source}` : '';
  return `${name}: ${passage.title[language]}${link}`;
}
