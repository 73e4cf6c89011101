import { html } from 'hono/html';
import type { Notice } from '#domain/answer.ts';
import { instruments } from '#domain/provision/instruments.ts';
import type { Html } from '#web/layout.ts';
import { listOf, section } from '#web/log/html-parts.ts';
import { marketName, titleOf } from '#web/log/named.ts';
import type { View } from '#web/log/view.ts';

type Sentences = Readonly<Record<Exclude<Notice['kind'], 'ahead'>, (about: string) => string>>;

const german: Sentences = {
  'trusted-text': () => 'Der Text galt als bestätigt; was er nicht nennt, als nicht vorgesehen.',
  steering: () => 'Der Text enthielt Anweisungen an den Assistenten. Sie hatten keine Wirkung.',
  uncovered: (market) => `Für ${market} lag kein Regelwerk vor: nicht geprüft.`,
  'union-only': () => 'Geprüft wurde nur das Recht der EU, nicht das des einzelnen Landes.',
  'not-covered': (topic) => `Nicht geprüft, ein Mensch muss es ansehen: ${topic}.`,
  'no-source': (source) => `Gefragt war nach ${source}; dazu lag keine geprüfte Fassung vor.`,
  'sample-company': () => 'Die Firma war noch nicht eingerichtet: Die Musterfirma stand für sie.',
};

const english: Sentences = {
  'trusted-text': () => 'The text counted as confirmed; what it does not name, as not planned.',
  steering: () => 'The text held instructions to the assistant. They had no effect.',
  uncovered: (market) => `There were no rules for ${market}: not checked.`,
  'union-only': () => 'Only the law of the EU was checked, not that of the single country.',
  'not-covered': (topic) => `Not checked, a person has to look at it: ${topic}.`,
  'no-source': (source) => `${source} was asked about; there was no checked copy of it.`,
  'sample-company': () => 'The company was not set up yet: the sample company stood in.',
};

const words = {
  de: { notices: 'Hinweise', ahead: 'Bald ändert sich:', sentences: german },
  en: { notices: 'Notices', ahead: 'Soon to change:', sentences: english },
} as const;

/** What the asker was told beside the answer. */
export function noticesOf(notices: readonly string[], view: View): Html | '' {
  const told = notices.map((notice) => noticeOf(notice, view));
  return section(words[view.language].notices, listOf(told));
}

/** A notice is kept as its kind and what it is about. */
function noticeOf(notice: string, view: View): Html {
  const word = words[view.language];
  const [kind = '', about = ''] = notice.split(/:(.*)/s);
  if (kind === 'ahead') return html`${word.ahead} ${titleOf(about, view)}`;
  return isKnown(kind)
    ? html`${word.sentences[kind](nameOf(kind, about, view))}`
    : html`<code>${notice}</code>`;
}

function isKnown(kind: string): kind is keyof Sentences {
  return Object.hasOwn(german, kind);
}

/** What a notice is about, as people call it; its id where nobody knows it today. */
function nameOf(kind: keyof Sentences, about: string, view: View): string {
  if (kind === 'no-source') {
    return Object.entries(instruments).find(([id]) => id === about)?.[1][view.language] ?? about;
  }
  if (kind !== 'not-covered') return marketName(about, view);
  const [pack = '', id] = about.split('/');
  const topics = view.rooms.knowledge.packs.get(pack)?.notCovered ?? [];
  return topics.find((topic) => topic.id === id)?.name[view.language] ?? about;
}
