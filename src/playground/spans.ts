import type { Span } from '#assistant/playground.ts';
import { addressIn } from '#playground/permalinks.ts';
import { assistant, type Person } from '#playground/places.ts';

/** A text of Slack, with its markup where it has any. */
type Words = { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string };
export type Lines = readonly (readonly Span[])[];

/** Reads Slack's markup as a client would show it. */
export function linesOf({ type, text }: Words, people: readonly Person[]): Lines {
  return text
    .split('\n')
    .map((line) => (type === 'mrkdwn' ? spansOf(line, people) : [{ text: line, isStrong: false }]));
}

export function nameOf(id: string, people: readonly Person[]): string {
  return id === assistant.user
    ? assistant.name
    : (people.find((person) => person.id === id)?.name ?? id);
}

function spansOf(line: string, people: readonly Person[]): readonly Span[] {
  const parts = line.split(/(<[^<>]*>|\*[^*]+\*)/).filter((part) => part !== '');
  return parts.flatMap((part) => {
    if (part.startsWith('<')) return [target(part.slice(1, -1), people)];
    const isStrong = part.length > 2 && part.startsWith('*') && part.endsWith('*');
    if (!isStrong) return [{ text: plain(part), isStrong }];
    // Bold words may hold links and names of their own.
    return spansOf(part.slice(1, -1), people).map((span) => ({ ...span, isStrong }));
  });
}

function target(inside: string, people: readonly Person[]): Span {
  const [to = '', label = to] = inside.split('|', 2);
  if (to.startsWith('@')) return { text: `@${nameOf(to.slice(1), people)}`, isStrong: true };
  const span = { text: plain(label), isStrong: false };
  if (to.startsWith('#')) return { ...span, text: `#${plain(label).replace(/^#/, '')}` };
  const leadsTo = addressIn(plain(to));
  if (leadsTo) return { ...span, leadsTo };
  return to.startsWith('https://') ? { ...span, link: plain(to) } : span;
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
