import { describe, expect, test } from 'vitest';
import { wordsOfBoth } from '#language/patterns.ts';
import { sentencesOf } from '#language/segment.ts';
import { knowledge } from './readers.ts';

const { abbreviations, clauseStarts, ordinals } = knowledge.readingWords;
const cuts = {
  abbreviations: new Set(abbreviations),
  ordinals: new Set(ordinals),
  clauseStarts: wordsOfBoth(clauseStarts),
};
const sentences = (text: string) => [...sentencesOf(text, cuts)];
const textsOf = (text: string) => sentences(text).map((sentence) => sentence.text);
const clausesOf = (text: string) =>
  sentences(text).flatMap(({ text: whole, start, clauses }) =>
    clauses.map((clause) => whole.slice(clause.start - start, clause.end - start)),
  );

describe('cutting a text into sentences', () => {
  test.for([
    ['wir mailen. dann rufen wir an!', ['wir mailen.', 'dann rufen wir an!']],
    ['start am 3. märz um 10.30 uhr.', ['start am 3. märz um 10.30 uhr.']],
    ['leute zwischen 25 und 35. die auswahl', ['leute zwischen 25 und 35.', 'die auswahl']],
    [
      'mails, z. b. zum geburtstag, gem. abs. 2 nr. 3.',
      ['mails, z. b. zum geburtstag, gem.', 'abs. 2 nr. 3.'],
    ],
    ['plan:\n- mail an alle\n- brief an den rest', ['plan:', 'mail an alle', 'brief an den rest']],
    ['1. mail\n2) brief\n[x] anruf', ['mail', 'brief', 'anruf']],
    ['', []],
    ['\n \n', []],
  ] as const)('%j', ([text, expected]) => {
    expect(textsOf(text)).toEqual(expected);
  });

  test('a line without any full stop is cut, so that no sentence is endless', () => {
    const longest = Math.max(...sentences('x'.repeat(1_000_000)).map(({ text }) => text.length));
    expect(longest).toBeLessThanOrEqual(480);
    expect(sentences('wort '.repeat(50_000)).every(({ words }) => words.length <= 100)).toBe(true);
  });
});

describe('cutting a sentence into clauses', () => {
  test.for([
    [
      'wir mailen, rufen alle an und schreiben dann',
      ['wir mailen', 'rufen alle an', 'und schreiben dann'],
    ],
    ['wir mailen, aber nicht.', ['wir mailen, aber nicht']],
    ['1,900 people who agreed get a mail', ['1,900 people', 'who agreed get a mail']],
    ['kanal: e-mail', ['kanal', 'e-mail']],
  ] as const)('%j', ([text, expected]) => {
    expect(clausesOf(text)).toEqual(expected);
  });

  test('a label and its value are told apart', () => {
    const [line] = sentences('abmeldelink: ja');
    expect(line?.text.slice(line.value)).toBe('ja');
    expect(sentences('wir mailen und das ist wichtig für alle: ja')[0]?.value).toBeUndefined();
    expect(sentences('abmeldelink:')[0]?.value).toBeUndefined();
  });
});
