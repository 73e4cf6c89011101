import { html } from 'hono/html';
import type { Entry } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { dayIn, momentIn } from '#web/log/moments.ts';
import { linkTo } from '#web/log/related.ts';
import { terms } from '#web/log/terms.ts';
import { personOf, versionOf } from '#web/log/short.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    action: 'Was geschah',
    case: 'Fall',
    about: 'Zur Entscheidung',
    person: 'Person',
    format: 'Format',
    range: 'Einträge',
    rangeFrom: (first: number, last: number) => `Nr. ${first} bis Nr. ${last}`,
    pseudonyms: 'Gelöschte Pseudonyme',
    keys: 'Gelöschte Schlüssel',
    what: 'Was',
    older: 'Älter als',
    from: 'Stand davor',
    to: 'Stand danach',
    none: 'keiner',
    key: 'Schlüssel',
    before: 'Uhr davor',
    after: 'Uhr danach',
    code: 'Störung',
  },
  en: {
    action: 'What happened',
    case: 'Case',
    about: 'On the decision',
    person: 'Person',
    format: 'Format',
    range: 'Entries',
    rangeFrom: (first: number, last: number) => `no. ${first} to no. ${last}`,
    pseudonyms: 'Pseudonyms deleted',
    keys: 'Keys deleted',
    what: 'What',
    older: 'Older than',
    from: 'Version before',
    to: 'Version after',
    none: 'none',
    key: 'Key',
    before: 'Clock before',
    after: 'Clock after',
    code: 'Incident',
  },
} as const;

type Event = Exclude<Entry, { kind: 'decision' | 'answer' }>;
type Pair = readonly [string, Html | string];

/** What an entry says that is neither a judgement nor an answer, as names and values. */
export async function eventPairs(event: Event, view: View): Promise<readonly Pair[]> {
  if (event.kind !== 'review' && event.kind !== 'override') return pairsOf(event, view);
  const word = words[view.language];
  const about = [word.about, await linkTo(event.body.decision, view)] as const;
  if (event.kind === 'override') {
    return [[word.action, terms[view.language].override[event.body.action]], about];
  }
  return [
    [word.action, terms[view.language].review[event.body.action]],
    about,
    [word.case, html`<code>${event.body.case}</code>`],
  ];
}

function pairsOf(
  event: Exclude<Event, { kind: 'review' | 'override' }>,
  view: View,
): readonly Pair[] {
  const word = words[view.language];
  const term = terms[view.language];
  switch (event.kind) {
    case 'reveal':
      return [[word.person, personOf(event.body.pseudonym)]];
    case 'export':
      return [
        [word.format, event.body.format],
        [word.range, word.rangeFrom(event.body.first, event.body.last)],
      ];
    case 'erasure':
      return [
        [word.pseudonyms, String(event.body.pseudonyms)],
        [word.keys, String(event.body.keys)],
      ];
    case 'retention':
      return [
        [word.what, term.retention[event.body.what]],
        [word.older, dayIn(event.body.before, view.language)],
        [
          word.range,
          event.body.ranges.map(([first, last]) => word.rangeFrom(first, last)).join('; '),
        ],
      ];
    case 'config':
      return [
        [word.what, term.config[event.body.what]],
        [word.from, versionOf(event.body.from) ?? word.none],
        [word.to, versionOf(event.body.to) ?? word.none],
      ];
    case 'key':
      return [
        [word.action, `${term.keyUse[event.body.use]}: ${term.keyEvent[event.body.event]}`],
        [word.key, html`<code>${event.body.key}</code>`],
      ];
    case 'clock':
      return [
        [word.before, momentIn(event.body.before, view.language)],
        [word.after, momentIn(event.body.after, view.language)],
      ];
    case 'error':
      return [[word.code, html`<code>${event.body.code}</code>`]];
  }
}
