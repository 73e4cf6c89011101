import type { Material } from '#assistant/house.ts';
import type { Notice, Sentence } from '#domain/answer.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import { wording } from '#language/wording.ts';

/** The notices of an answer as sentences; what lies ahead has a section of its own. */
export function noticeSentences(
  { notices, language }: Material,
  knowledge: Knowledge,
): readonly Sentence[] {
  return notices.flatMap((notice) => {
    const text = noticeText(notice, language, knowledge);
    return text === undefined ? [] : [{ text, cites: [] }];
  });
}

function noticeText(
  { kind, about }: Notice,
  language: Language,
  knowledge: Knowledge,
): string | undefined {
  const word = wording[language].notice;
  switch (kind) {
    case 'trusted-text':
      return word.trusted;
    case 'steering':
      return word.steering;
    case 'uncovered': {
      const markets = [...knowledge.facts.values()].find((fact) => fact.role === 'markets');
      const label = markets?.options.find((option) => option.id === about)?.label[language];
      return word.uncovered(label ?? about);
    }
    case 'sample-company':
      return word.sampleCompany;
    case 'union-only':
      return word.unionOnly;
    case 'ahead':
      return undefined;
  }
}
