import { readFileSync } from 'node:fs';
import type { Passage, PassageText } from '#domain/passage.ts';
import { parseProvision } from '#domain/provision.ts';
import type { Fault } from '#knowledge/fault.ts';
import { parseYaml } from '#knowledge/read-file.ts';
import { PassageHead } from '#knowledge/schemas.ts';

const frontMatter = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

const marks = {
  de: {
    heading: 'Deutsch',
    fine: 'In Ordnung',
    notFine: 'Nicht in Ordnung',
    small: 'Für kleine Unternehmen',
  },
  en: { heading: 'English', fine: 'Fine', notFine: 'Not fine', small: 'For small companies' },
} as const;

/** Reads one passage: front matter, then the rule with examples in German and in English. */
export function readPassage(path: string, id: string): Passage | readonly Fault[] {
  const file = `passages/${id}.md`;
  const parts = frontMatter.exec(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  if (!parts) return [{ file, line: 1, message: 'has no front matter between two lines of ---' }];
  const [, head = '', body = ''] = parts;
  const read = parseYaml(head, file, PassageHead, 1);
  if (!read.ok) return read.faults;

  const de = textIn(body, 'de');
  const en = textIn(body, 'en');
  const lacking = [...missing(de, 'de'), ...missing(en, 'en')];
  const unnamed = parseProvision(read.value.provision)
    ? []
    : [`"${read.value.provision}" is not a provision name (see knowledge/README.md)`];
  const messages = [...lacking, ...unnamed];
  if (messages.length > 0) return messages.map((message) => ({ file, message }));
  return { id, pack: id.split('/')[0] ?? '', ...read.value, text: { de, en } };
}

function textIn(body: string, language: 'de' | 'en'): PassageText {
  const { heading, fine, notFine, small } = marks[language];
  const section = body.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const [rule = '', ...rest] = section.slice(heading.length).split(/\n\s*\n(?=\*\*)/);
  const labelled = (label: string) =>
    rest.find((part) => part.trim().startsWith(`**${label}:**`))?.replace(`**${label}:**`, '');
  return {
    rule: plain(rule),
    fine: plain(labelled(fine)),
    notFine: plain(labelled(notFine)),
    ...(labelled(small) ? { small: plain(labelled(small)) } : {}),
  };
}

function plain(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

function missing(text: PassageText, language: 'de' | 'en'): readonly string[] {
  const { heading, fine, notFine } = marks[language];
  return [
    ...(text.rule ? [] : [`has no rule below "## ${heading}"`]),
    ...(text.fine ? [] : [`has no example "**${fine}:**" below "## ${heading}"`]),
    ...(text.notFine ? [] : [`has no example "**${notFine}:**" below "## ${heading}"`]),
  ];
}
