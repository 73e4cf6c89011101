import type { Section } from '#domain/answer.ts';
import { blockTextMax, sizeOf } from '#slack/messages/message.ts';
import { joined, lengthOf, type SlackText } from '#slack/messages/slack-text.ts';

/** A section in lines, its heading first. */
export type Part = {
  readonly id: Section['id'] | 'stated';
  readonly heading?: SlackText;
  readonly lines: readonly SlackText[];
};

/** What is shown, and how many lines of which parts are not. */
export type Room = {
  readonly shown: readonly Part[];
  readonly left: number;
  readonly from: readonly Part[];
};

/** The most important first: what decides, then what to do, then what it rests on. */
const importance: readonly Part['id'][] = [
  'verdict',
  'answer',
  'breached',
  'policy',
  'notice',
  'understood',
  'missing',
  'way',
  'open',
  'review',
  'branches',
  'ahead',
  'assumed',
  'stated',
  'basis',
];

// Slack takes 50 blocks; each part needs one, long ones two or three, and what stands around them up to 20.
const partsMax = 24;

/** Fits parts into a number of characters: where they are too long, the least important lines stay out. */
export function fit(parts: readonly Part[], characters: number): Room {
  const ranked = [...parts].sort((one, other) => rankOf(one) - rankOf(other));
  const kept = new Map<Part, readonly SlackText[]>();
  let room = characters;
  for (const part of ranked) {
    const head = part.heading ? lengthOf(part.heading) + 1 : 0;
    const lines = kept.size < partsMax ? leading(part.lines, room - head) : [];
    if (lines.length > 0) {
      kept.set(part, lines);
      room -= head + sizeOf(lines);
    }
    // A gap in the middle would read as if nothing were missing: after the first cut, nothing more is shown.
    if (lines.length < part.lines.length) room = 0;
  }
  const from = parts.filter((part) => (kept.get(part)?.length ?? 0) < part.lines.length);
  return {
    shown: parts.flatMap((part) => {
      const lines = kept.get(part);
      return lines ? [{ ...part, lines }] : [];
    }),
    left: from.reduce((sum, part) => sum + part.lines.length - (kept.get(part)?.length ?? 0), 0),
    from,
  };
}

/** The texts of a part, each as long as a block may be. */
export function packed({ heading, lines }: Pick<Part, 'heading' | 'lines'>): readonly SlackText[] {
  const packs: SlackText[][] = [[]];
  for (const line of [...(heading ? [heading] : []), ...lines]) {
    const last = packs.at(-1) ?? [];
    if (last.length > 0 && sizeOf([...last, line]) > blockTextMax) packs.push([line]);
    else last.push(line);
  }
  return packs.filter((pack) => pack.length > 0).map((pack) => joined(pack, '\n'));
}

function leading(lines: readonly SlackText[], room: number): readonly SlackText[] {
  let size = 0;
  const end = lines.findIndex((line) => {
    size += lengthOf(line) + 1;
    return size > room;
  });
  return end === -1 ? lines : lines.slice(0, end);
}

function rankOf({ id }: Part): number {
  return importance.indexOf(id);
}
