import type { Shown, Span } from '#assistant/counter.ts';
import { textsIn } from '#playground/limits.ts';
import type { Message } from '#playground/messages.ts';
import { assistant, type Person } from '#playground/places.ts';

/** Reads Slack's markup as a client would show it. */
export function shownFrom(message: Message, people: readonly Person[]): Shown {
  const isAssistant = message.user === assistant.user;
  const blocks = message.blocks.map((block) => ({
    isSmall: block.type === 'context',
    lines: textsIn(block).flatMap((text) => linesOf(text, people)),
  }));
  return {
    by: isAssistant ? assistant.name : nameOf(message.user, people),
    isAssistant,
    paragraphs:
      blocks.length > 0 ? blocks : [{ isSmall: false, lines: linesOf(message.text, people) }],
  };
}

function linesOf(text: string, people: readonly Person[]): readonly (readonly Span[])[] {
  return text.split('\n').map((line) => spansOf(line, people));
}

function spansOf(line: string, people: readonly Person[]): readonly Span[] {
  const parts = line.split(/(<[^<>]*>|\*[^*]+\*)/).filter((part) => part !== '');
  return parts.map((part) => {
    if (part.startsWith('<')) return target(part.slice(1, -1), people);
    const isStrong = part.length > 2 && part.startsWith('*') && part.endsWith('*');
    return { text: plain(isStrong ? part.slice(1, -1) : part), isStrong };
  });
}

function target(inside: string, people: readonly Person[]): Span {
  const [to = '', label = to] = inside.split('|', 2);
  if (to.startsWith('@')) return { text: `@${nameOf(to.slice(1), people)}`, isStrong: true };
  if (!to.startsWith('https://')) return { text: plain(label), isStrong: false };
  return { text: plain(label), isStrong: false, link: plain(to) };
}

function nameOf(id: string, people: readonly Person[]): string {
  return id === assistant.user
    ? assistant.name
    : (people.find((person) => person.id === id)?.name ?? id);
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
