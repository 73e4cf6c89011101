import { valuesOf } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import { verdictNames } from '#domain/verdict-words.ts';
import type { Flip } from '#knowledge/flips.ts';
import { factsGiven } from '#knowledge/given.ts';
import { provisionName } from '#knowledge/handbook.ts';

type Ending = NonNullable<Flip['markets'][string]['outcome']>;

type Words = {
  readonly title: string;
  readonly lead: string;
  readonly head: readonly string[];
  readonly why: string;
  readonly given: string;
  readonly outcome: Readonly<Record<Ending, string>>;
};

const words: Readonly<Record<Language, Words>> = {
  de: {
    title: 'Dieselben Angaben, anderes Land, anderes Ergebnis',
    lead: 'Jede Zeile läuft als Test des Regelwerks. Wo kein Ergebnis steht, entscheidet im Einzelfall mehr als dieser eine Prüfpunkt.',
    head: ['Land', 'Ergebnis', 'Prüfpunkt', 'Ausgang', 'Fundstelle'],
    why: 'Warum',
    given: 'Angaben',
    outcome: {
      met: 'erfüllt',
      breached: 'verletzt',
      open: 'offen, ein Mensch beurteilt es',
      'not-applicable': 'trifft nicht zu',
      silent: 'gilt dort nicht',
    },
  },
  en: {
    title: 'The same facts, another country, another result',
    lead: 'Each row runs as a test of the rule base. Where no verdict stands, more than this one control decides the single case.',
    head: ['Country', 'Verdict', 'Control', 'Outcome', 'Source'],
    why: 'Why',
    given: 'Facts',
    outcome: {
      met: 'met',
      breached: 'breached',
      open: 'open, a person judges it',
      'not-applicable': 'does not apply',
      silent: 'does not hold there',
    },
  },
};

/** The flip table as a page for people (Markdown): what a conclusion across a border would get wrong. */
export function flipPage(flips: readonly Flip[], knowledge: Knowledge, language: Language): string {
  const word = words[language];
  const rows = flips.map((flip) => rowOf(flip, knowledge, language));
  return [`# ${word.title}`, word.lead, ...rows].join('\n\n');
}

function rowOf(flip: Flip, knowledge: Knowledge, language: Language): string {
  const word = words[language];
  const facts = Object.entries(factsGiven(flip.given)).map(([id, fact]) => {
    const { ask, options } = knowledge.facts.get(id) ?? { ask: undefined, options: [] };
    const values = valuesOf(fact).map(
      (value) => options.find((option) => option.id === value)?.label[language] ?? value,
    );
    return `- ${ask?.[language] ?? id} **${values.join(', ')}**`;
  });
  const markets = [...knowledge.facts.values()].find((fact) => fact.role === 'markets');
  const lines = Object.entries(flip.markets).map(([market, told]) => {
    const control = knowledge.controls.find(({ id }) => id === told.control);
    const passage = knowledge.passages.get(control?.cites[0] ?? '');
    const cells = [
      markets?.options.find(({ id }) => id === market)?.label[language] ?? market,
      told.verdict ? verdictNames[language][told.verdict] : '',
      control?.title[language] ?? '',
      told.outcome ? word.outcome[told.outcome] : '',
      passage ? `[${provisionName(passage.provision, language)}](${passage.source})` : '',
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    `## ${flip.title[language]}`,
    `${word.given}:\n\n${facts.join('\n')}`,
    [`| ${word.head.join(' | ')} |`, `|${' --- |'.repeat(word.head.length)}`, ...lines].join('\n'),
    `${word.why}: ${flip.why[language]}`,
  ].join('\n\n');
}
