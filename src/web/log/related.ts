import { html } from 'hono/html';
import type { StoredEntry } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { listOf, section } from '#web/log/html-parts.ts';
import { resultOf } from '#web/log/result.ts';
import { momentIn } from '#web/log/moments.ts';
import { terms } from '#web/log/terms.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    related: 'Was dazugehört',
    before: 'Davor im selben Gespräch',
    after: 'Danach im selben Gespräch',
    judged: 'Beurteilungen und Entscheidungen dazu',
    most: (count: number) => `Gezeigt werden die ersten ${count}.`,
    absent: 'nicht im Protokoll',
  },
  en: {
    related: 'What belongs to it',
    before: 'Before, in the same conversation',
    after: 'After, in the same conversation',
    judged: 'Judgements and decisions on it',
    most: (count: number) => `The first ${count} are shown.`,
    absent: 'not in the log',
  },
} as const;

const relatedMax = 50;

/** The entries that this one continues, and those that continue, judge or override it. */
export async function relatedOf({ index, entry }: StoredEntry, view: View): Promise<Html | ''> {
  if (entry.kind !== 'decision' && entry.kind !== 'answer') return '';
  const word = words[view.language];
  const later = await view.rooms.book.read({
    about: entry.op,
    after: index,
    oldestFirst: true,
    limit: relatedMax,
  });
  const after = later.filter((one) => !isJudgement(one)).map((one) => lineOf(one, view));
  const judged = later.filter(isJudgement).map((one) => lineOf(one, view));
  const before = entry.body.follows ? [await linkTo(entry.body.follows, view)] : [];
  return section(word.related, [
    ...part(word.before, before),
    ...part(word.after, after),
    ...part(word.judged, judged),
    ...(later.length === relatedMax ? [html`<p class="small">${word.most(relatedMax)}</p>`] : []),
  ]);
}

/** The way to the entry of an operation. */
export async function linkTo(op: string, view: View): Promise<Html> {
  const [stored] = await view.rooms.book.read({ op, limit: 1 });
  if (stored) return lineOf(stored, view);
  return html`<code>${op.slice(0, 8)}</code>
    <span class="small">(${words[view.language].absent})</span>`;
}

function lineOf({ entry }: StoredEntry, view: View): Html {
  const result = resultOf(entry, view);
  return html`<a href="/log/${entry.ref}">${entry.ref}</a>, ${momentIn(entry.at, view.language)}:
    ${terms[view.language].kind[entry.kind]}${result === '' ? '' : html` – ${result}`}`;
}

function isJudgement({ entry }: StoredEntry): boolean {
  return entry.kind === 'review' || entry.kind === 'override';
}

function part(heading: string, items: readonly Html[]): readonly Html[] {
  return items.length === 0
    ? []
    : [
        html`<h3>${heading}</h3>
          ${listOf(items)}`,
      ];
}
