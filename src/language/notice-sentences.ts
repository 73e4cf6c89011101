import type { Material } from '#assistant/house.ts';
import type { Notice, Sentence } from '#domain/answer.ts';
import type { Knowledge, Topic } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import { instruments } from '#domain/provision/instruments.ts';
import { marketName } from '#language/market-lines.ts';
import { wording } from '#language/wording.ts';

/** The notices of an answer as sentences; what lies ahead has a section of its own. */
export function noticeSentences(
  { notices, language }: Pick<Material, 'notices' | 'language'>,
  knowledge: Knowledge,
): readonly Sentence[] {
  const texts = notices.map((notice) => noticeText(notice, language, knowledge));
  return [...new Set([...uncheckedTexts(notices, language, knowledge), ...texts])].flatMap((text) =>
    text === undefined ? [] : [{ text, cites: [] }],
  );
}

/** The topic that a notice is about, if it is one that no control looks at. */
export function topicOf(
  { kind, about }: Notice,
  { packs }: Pick<Knowledge, 'packs'>,
): Topic | undefined {
  if (kind !== 'not-covered') return undefined;
  const [pack = '', id] = about.split('/');
  return packs.get(pack)?.notCovered.find((topic) => topic.id === id);
}

/** One sentence for each topic, however many packs leave it out. */
function uncheckedTexts(
  notices: readonly Notice[],
  language: Language,
  knowledge: Knowledge,
): readonly string[] {
  const unchecked = notices.flatMap((notice) => {
    const topic = topicOf(notice, knowledge);
    const pack = knowledge.packs.get(notice.about.split('/')[0] ?? '');
    return topic && pack ? [{ topic, pack: pack.name[language] }] : [];
  });
  return [...Map.groupBy(unchecked, ({ topic }) => topic.id).values()].map((group) => {
    const packs = group.map(({ pack }) => pack).join(', ');
    return wording[language].notice.unchecked(group[0]?.topic.name[language] ?? '', packs);
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
    case 'uncovered':
      return word.uncovered(marketName(about, knowledge, language));
    case 'no-source': {
      const source = Object.entries(instruments).find(([id]) => id === about)?.[1];
      return word.noSource(source?.[language] ?? about);
    }
    case 'sample-company':
      return word.sampleCompany;
    case 'union-only':
      return word.unionOnly;
    case 'not-covered':
    case 'ahead':
      return undefined;
  }
}
