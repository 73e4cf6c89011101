import { html } from 'hono/html';
import type { Entry, StoredEntry } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { answerParts, decisionParts, verdictsOf } from '#web/log/decision.ts';
import { eventPairs } from '#web/log/event.ts';
import { pairs, section } from '#web/log/html-parts.ts';
import { dayIn, momentIn, timeZone } from '#web/log/moments.ts';
import { routeName } from '#web/log/named.ts';
import { proofOf } from '#web/log/proof.ts';
import { relatedOf } from '#web/log/related.ts';
import { resultOf } from '#web/log/result.ts';
import { personOf, versionOf } from '#web/log/short.ts';
import { terms } from '#web/log/terms.ts';
import { textsOf, type Texts } from '#web/log/texts.ts';
import { complaint, logPage, orComplaint, type View } from '#web/log/view.ts';

const words = {
  de: {
    result: 'Ergebnis',
    markets: 'Je Markt',
    asOf: 'Geprüft nach dem Stand vom',
    route: 'Freigabe',
    noRoute: 'keine Regel dazu',
    kind: 'Art',
    asked: { brief: 'aus einem Briefing', question: 'aus einer Frage' },
    at: 'Zeit',
    zone: (zone: string) => `(Uhr des Servers, ${zone})`,
    place: 'Ort',
    language: 'Sprache',
    person: 'Person',
    second: 'Zweite Person',
    pseudonym: '(Pseudonym, wechselt jedes Quartal)',
    talk: 'Gefragt und geantwortet',
    other:
      'Entschieden wurde mit einem anderen Stand der Wissensbasis als dem von heute. Fragen, Titel und Fundstellen stehen hier in der heutigen Fassung; was es nicht mehr gibt, steht mit seiner Kennung da. Das Ergebnis ist das von damals.',
    engine: 'Womit geprüft wurde',
    code: 'Programm',
    reader: 'Leser',
    knowledge: 'Wissensbasis',
    profile: 'Firmenprofil',
    noProfile: 'ohne',
    prompts: 'Vorgaben für das Sprachmodell',
    index: 'Suchverzeichnis',
    model: 'Sprachmodell',
    missing: (reference: string) => `Einen Eintrag ${reference} gibt es im Protokoll nicht.`,
    remedy: 'Vergleichen Sie das Aktenzeichen mit der Antwort, oder suchen Sie einen Teil davon.',
    toList: 'Zum Protokoll',
  },
  en: {
    result: 'Result',
    markets: 'By market',
    asOf: 'Checked as of',
    route: 'Release',
    noRoute: 'no rule for it',
    kind: 'Kind',
    asked: { brief: 'from a brief', question: 'from a question' },
    at: 'Time',
    zone: (zone: string) => `(clock of the server, ${zone})`,
    place: 'Place',
    language: 'Language',
    person: 'Person',
    second: 'Second person',
    pseudonym: '(pseudonym, changes each quarter)',
    talk: 'Asked and answered',
    other:
      'This was decided with another version of the knowledge base than that of today. Questions, titles and sources are shown as they are today; what is gone is shown by its id. The result is that of then.',
    engine: 'What it was checked with',
    code: 'Program',
    reader: 'Reader',
    knowledge: 'Knowledge base',
    profile: 'Company profile',
    noProfile: 'none',
    prompts: 'Instructions for the language model',
    index: 'Search index',
    model: 'Language model',
    missing: (reference: string) => `There is no entry ${reference} in the log.`,
    remedy: 'Compare the reference with the answer, or search for a part of it.',
    toList: 'To the log',
  },
} as const;

/** Everything that is on record under one reference. */
export async function casePage(stored: StoredEntry, view: View): Promise<Html> {
  const { entry } = stored;
  const word = words[view.language];
  const opened: { texts: Texts } = { texts: {} };
  const talk = await orComplaint(view, async () => {
    opened.texts = await view.rooms.book.open(entry);
    return textsOf(opened.texts, entry, view);
  });
  const related = await orComplaint(view, async () => html`${await relatedOf(stored, view)}`);
  const proof = await orComplaint(view, async () => html`${await proofOf(stored, view)}`);
  const isReply = entry.kind === 'decision' || entry.kind === 'answer';
  const isOfToday = entry.engine.knowledge === view.rooms.knowledge.version;
  return logPage(
    view,
    entry.ref,
    html`${await headOf(entry, view)}
    ${isReply && !isOfToday ? html`<p class="card">${word.other}</p>` : ''}
    ${section(word.talk, talk)} ${partsOf(entry, opened.texts, view)} ${related}
    ${section(word.engine, engineOf(entry, view))} ${proof}`,
  );
}

/** Says that there is no such entry, and what to do. */
export function noSuchCase(typed: string, view: View): Html {
  const word = words[view.language];
  return logPage(
    view,
    typed,
    html`${complaint(`${word.missing(typed)}\n${word.remedy}`)}
      <p><a href="/log">${word.toList}</a></p>`,
  );
}

async function headOf(entry: Entry, view: View): Promise<Html> {
  const { language } = view;
  const word = words[language];
  const term = terms[language];
  const isReply = entry.kind === 'decision' || entry.kind === 'answer';
  const asked = entry.kind === 'decision' && entry.body.asked;
  const person = (pseudonym: string) =>
    html`<code>${personOf(pseudonym)}</code> <span class="small">${word.pseudonym}</span>`;
  return html`<div class="card">
    ${pairs([
      ...(isReply ? [[word.result, resultOf(entry, view)] as const] : []),
      ...(entry.kind === 'decision' ? judgementPairs(entry.body, view) : []),
      [word.kind, `${term.kind[entry.kind]}${asked ? ` (${word.asked[asked]})` : ''}`],
      ...(isReply ? [] : await eventPairs(entry, view)),
      [word.at, html`${momentIn(entry.at, language)} ${word.zone(timeZone())}`],
      [word.place, term.place[entry.place]],
      [word.language, isReply ? term.language[entry.body.language] : undefined],
      [word.person, person(entry.pseudonym)],
      [word.second, entry.second === undefined ? undefined : person(entry.second)],
    ])}
  </div>`;
}

function judgementPairs(
  body: Extract<Entry, { kind: 'decision' }>['body'],
  view: View,
): readonly (readonly [string, Html | string])[] {
  const word = words[view.language];
  return [
    [word.markets, verdictsOf(body, view)],
    [word.asOf, dayIn(body.asOf, view.language)],
    [word.route, body.route === null ? word.noRoute : routeName(body.route, view)],
  ];
}

function partsOf(entry: Entry, texts: Texts, view: View): Html | '' {
  if (entry.kind === 'decision') return decisionParts(entry.body, texts, view);
  return entry.kind === 'answer' ? answerParts(entry.body, view) : '';
}

function engineOf({ engine }: Entry, { language }: View): Html {
  const word = words[language];
  return pairs([
    [word.code, `Leitplanke ${engine.code}, Node ${engine.node}`],
    [word.reader, engine.reader],
    [word.knowledge, versionCode(engine.knowledge)],
    [word.profile, engine.profile === null ? word.noProfile : versionCode(engine.profile)],
    [word.prompts, versionCode(engine.prompts)],
    [word.index, versionCode(engine.index)],
    [word.model, engine.model?.name],
  ]);
}

function versionCode(hash: string | undefined): Html | undefined {
  return hash === undefined ? undefined : html`<code>${versionOf(hash)}</code>`;
}
