import { citationsMax } from '#assistant/citations.ts';
import type { Material } from '#assistant/house.ts';
import type { Section, Sentence } from '#domain/answer.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Passage } from '#domain/passage.ts';
import { noticeSentences, topicOf } from '#language/notice-sentences.ts';
import { anyOf } from '#language/patterns.ts';
import { plainOf } from '#language/plain.ts';
import { wording } from '#language/wording.ts';

/** The answer to a question about a rule: the rule first, then an example of each side, then neighbours. */
export function questionSections(material: Material, knowledge: Knowledge): readonly Section[] {
  const { language, passages, reading } = material;
  const word = wording[language];
  if (reading.kind === 'out-of-scope')
    return [{ id: 'answer', sentences: [plain(word.outOfScope)] }];
  if (reading.kind === 'small-talk') return [{ id: 'answer', sentences: [plain(word.greeting)] }];

  const missing = material.noSuchProvision.map((name) => plain(word.noSuch(name)));
  const [first, ...others] = material.covered ? passages.slice(0, citationsMax) : [];
  if (!first) {
    // Where a verdict stands too, its notices follow anyway.
    const notices = material.verdict === null ? aboutLaw(material) : [];
    const known = noticeSentences({ language, notices }, knowledge);
    return [{ id: 'answer', sentences: [...missing, plain(word.notCovered), ...known] }];
  }
  return [
    { id: 'answer', sentences: [...missing, ...ruleSentences(first, material)] },
    {
      id: 'review',
      heading: word.seeAlso,
      sentences: others.map((one) => neighbour(one, material)),
    },
    ...(material.verdict === null
      ? [
          {
            id: 'notice' as const,
            heading: word.heading.notice,
            sentences: noticeSentences(
              { ...material, notices: untold(material, knowledge) },
              knowledge,
            ),
          },
        ]
      : []),
  ];
}

/** Which law nobody has looked at. */
function aboutLaw({ notices }: Material): Material['notices'] {
  return notices.filter(({ kind }) => kind === 'not-covered' || kind === 'no-source');
}

/** The notices of an answer, without a topic that the passages themselves speak of. */
function untold(
  { notices, covered, passages, language }: Material,
  knowledge: Knowledge,
): Material['notices'] {
  const texts = covered
    ? passages.map(({ title, words, text }) =>
        plainOf([title[language], text[language].rule, ...words[language]].join('\n')),
      )
    : [];
  return notices.filter((notice) => {
    const topic = topicOf(notice, knowledge);
    if (!topic) return true;
    const pattern = anyOf(topic.lexicon[language]);
    return !texts.some(({ text }) => pattern.test(text));
  });
}

function ruleSentences(passage: Passage, { language }: Material): readonly Sentence[] {
  const word = wording[language];
  const { rule, fine, notFine, small } = passage.text[language];
  return [
    { text: rule, cites: [passage.id] },
    ...(small ? [{ text: small, cites: [passage.id] }] : []),
    { text: word.fine(fine), cites: [passage.id] },
    { text: word.notFine(notFine), cites: [passage.id] },
  ];
}

function neighbour(passage: Passage, { language }: Material): Sentence {
  return { text: passage.title[language], cites: [passage.id] };
}

function plain(text: string): Sentence {
  return { text, cites: [] };
}
