import type { Condition } from '#domain/condition.ts';
import type { Control } from '#domain/control.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Language } from '#domain/language.ts';
import { formatProvision, parseProvision } from '#domain/provision.ts';

const words = {
  de: {
    title: 'Handbuch der Prüfpunkte',
    version: 'Wissensstand',
    applies: 'Gilt, wenn',
    unless: 'Es sei denn',
    requires: 'Verlangt',
    person: 'ein Mensch muss es beurteilen',
    remedy: 'Abhilfe',
    sources: 'Fundstellen',
    checked: 'geprüft',
    all: 'und',
    any: 'oder',
    not: 'nicht',
    only: 'nur',
    always: 'immer',
    notCovered: 'Nicht abgedeckt',
    flips:
      'Wo dieselben Angaben in zwei Ländern anders ausgehen, druckt `leitplanke knowledge print flips`.',
    severity: {
      blocker: 'Sperre',
      condition: 'Auflage',
      advice: 'Rat',
      review: 'Einzelfallprüfung',
      duty: 'Formpflicht',
    },
  },
  en: {
    title: 'Handbook of controls',
    version: 'Knowledge version',
    applies: 'Applies when',
    unless: 'Unless',
    requires: 'Requires',
    person: 'a person has to judge it',
    remedy: 'Remedy',
    sources: 'Sources',
    checked: 'checked',
    all: 'and',
    any: 'or',
    not: 'not',
    only: 'only',
    always: 'always',
    notCovered: 'Not covered',
    flips:
      'Where the same facts end differently in two countries: `leitplanke knowledge print flips`.',
    severity: {
      blocker: 'Blocker',
      condition: 'Condition',
      advice: 'Advice',
      review: 'For a person',
      duty: 'Duty of form',
    },
  },
} as const;

/** The rule base as a document for people (Markdown): each control with its conditions and sources. */
export function handbook(knowledge: Knowledge, language: Language): string {
  const word = words[language];
  const packs = [...knowledge.packs.values()].map((pack) => {
    const controls = knowledge.controls.filter((control) => control.pack === pack.id);
    const gaps = pack.notCovered.map(({ name }) => name[language]);
    return [
      `## ${pack.name[language]}`,
      ...(gaps.length > 0 ? [`${word.notCovered}: ${gaps.join('; ')}.`] : []),
      ...controls.map((control) => controlPage(control, knowledge, language)),
    ].join('\n\n');
  });
  const version = `${word.version}: ${knowledge.version.slice(0, 12)}`;
  return [`# ${word.title}`, version, word.flips, ...packs].join('\n\n');
}

function controlPage(control: Control, knowledge: Knowledge, language: Language): string {
  const word = words[language];
  const say = (condition: Condition) => sentence(condition, knowledge, language);
  const sources = control.cites.flatMap((id) => {
    const passage = knowledge.passages.get(id);
    if (!passage) return [];
    return [
      `- [${provisionName(passage.provision, language)}](${passage.source}): ${passage.title[language]}`,
    ];
  });
  return [
    `### ${control.title[language]}`,
    `*${word.severity[control.severity]}*, \`${control.id}\`, ${word.checked} ${control.checked}`,
    [
      `- **${word.applies}:** ${say(control.when)}`,
      ...(control.unless ? [`- **${word.unless}:** ${say(control.unless)}`] : []),
      `- **${word.requires}:** ${control.requires ? say(control.requires) : word.person}`,
      `- **${word.remedy}:** ${control.remedy[language]}`,
    ].join('\n'),
    `${word.sources}:\n\n${sources.join('\n')}`,
  ].join('\n\n');
}

/** A condition in words, with questions and labels in place of ids. */
export function sentence(condition: Condition, knowledge: Knowledge, language: Language): string {
  const word = words[language];
  const inner = (part: Condition) =>
    part.kind === 'all' || part.kind === 'any'
      ? `(${sentence(part, knowledge, language)})`
      : sentence(part, knowledge, language);
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.map(inner).join(` ${word[condition.kind]} `) || word.always;
    case 'not':
      return `${word.not} ${inner(condition.part)}`;
    case 'is':
    case 'only': {
      const fact = knowledge.facts.get(condition.fact);
      const label = (value: string) =>
        fact?.options.find((option) => option.id === value)?.label[language] ?? value;
      const values = condition.values.map(label).join(` ${word.any} `);
      const prefix = condition.kind === 'only' ? `${word.only} ` : '';
      return `„${fact?.ask[language] ?? condition.fact}“ = ${prefix}${values}`;
    }
    case 'within':
      return `${condition.fact} ${Object.entries(condition.range)
        .map((bound) => bound.join(' '))
        .join(', ')}`;
  }
}

/** A provision as it is written in a language. */
export function provisionName(name: string, language: Language): string {
  const provision = parseProvision(name);
  return provision ? formatProvision(provision, language) : name;
}
