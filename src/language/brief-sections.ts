import { weightOf } from '#assistant/citations.ts';
import type { Material } from '#assistant/house.ts';
import type { Section, Sentence } from '#domain/answer.ts';
import { questionsMax } from '#domain/asking.ts';
import type { MarketFinding } from '#domain/assessment.ts';
import { isValidOn, type Control } from '#domain/control.ts';
import { valuesOf } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Bilingual, Language } from '#domain/language.ts';
import { verdictAnswers, verdictNames } from '#domain/verdict-words.ts';
import { marketSentences, withMarkets, type Told } from '#language/market-lines.ts';
import { noticeSentences } from '#language/notice-sentences.ts';
import { wording } from '#language/wording.ts';

/** So many of the requirements that are met are named. */
const basisMax = 5;

/** The answer to a brief: verdict first, then why, then what to do. */
export function briefSections(material: Material, knowledge: Knowledge): readonly Section[] {
  const { heading } = wording[material.language];
  const told = toldOf(material, knowledge);
  const isPolicy = ({ control }: Told) =>
    knowledge.passages.get(control.cites[0] ?? '')?.kind === 'policy';
  const breached = told.filter(({ finding }) => isBreachedBlocker(finding));
  const toDo = told.filter(({ finding }) => isToDo(finding));
  const review = told.filter(({ finding }) => finding.severity === 'review' && finding.applies);
  const inOrder = told.filter(({ finding }) => isInOrder(finding, material)).slice(0, basisMax);
  const say = (list: readonly Told[], part: 'reason' | 'remedy' | 'title') =>
    list.map((one) => sentenceFor(one, one.control[part], material, knowledge));

  return [
    { id: 'verdict', sentences: verdictSentences(material, told, knowledge) },
    {
      id: 'breached',
      heading: heading.breached,
      sentences: say(
        breached.filter((one) => !isPolicy(one)),
        'reason',
      ),
    },
    { id: 'policy', heading: heading.policy, sentences: say(breached.filter(isPolicy), 'reason') },
    { id: 'missing', heading: heading.missing, sentences: questionSentences(material, knowledge) },
    { id: 'branches', heading: heading.branches, sentences: branchSentences(material, knowledge) },
    { id: 'way', heading: heading.way, sentences: waySentences(material) },
    { id: 'open', heading: heading.open, sentences: say(toDo, 'remedy') },
    { id: 'review', heading: heading.review, sentences: say(review, 'reason') },
    {
      id: 'basis',
      heading: heading.basis,
      sentences: material.verdict === 'not_allowed' ? [] : say(inOrder, 'title'),
    },
    {
      id: 'understood',
      heading: heading.understood,
      sentences: understoodSentences(material, knowledge),
    },
    { id: 'assumed', heading: heading.assumed, sentences: assumedSentences(material, knowledge) },
    { id: 'ahead', heading: heading.ahead, sentences: aheadSentences(material, knowledge) },
    { id: 'notice', heading: heading.notice, sentences: noticeSentences(material, knowledge) },
  ];
}

/** Each finding with its control, the gravest first. */
function toldOf({ assessment, facts }: Material, knowledge: Knowledge): readonly Told[] {
  const weight = ({ finding, control }: Told) => weightOf(finding, control, knowledge, facts);
  return assessment.findings
    .flatMap((finding): readonly Told[] => {
      const control = knowledge.controls.find((one) => one.id === finding.control);
      return control ? [{ finding, control }] : [];
    })
    .toSorted((one, other) => weight(one) - weight(other));
}

/** What could have stood in the way and does not. */
function isInOrder({ severity, outcome, applies }: MarketFinding, { verdict }: Material): boolean {
  const counts = applies || verdict !== 'needs_information';
  return (severity === 'blocker' || severity === 'condition') && outcome === 'met' && counts;
}

function isBreachedBlocker(finding: MarketFinding): boolean {
  return finding.severity === 'blocker' && finding.outcome === 'breached';
}

/** Conditions that stand: breached, or open although nothing is left to ask, or to be told anyway. */
function isToDo({ severity, outcome, applies }: MarketFinding): boolean {
  return severity === 'condition' && (outcome === 'breached' || (outcome === 'open' && applies));
}

function verdictSentences(
  material: Material,
  told: readonly Told[],
  knowledge: Knowledge,
): readonly Sentence[] {
  const { verdict, language, ways, questions, asOf } = material;
  const word = wording[language];
  if (verdict === null) return [];
  const asked = Math.min(questions.length, questionsMax);
  const isEmpty = Object.values(material.reading.facts).every(
    (fact) => valuesOf(fact).length === 0,
  );
  const parts = [
    verdictAnswers[language][verdict],
    ...(verdict === 'needs_information' && asked > 0 ? [word.lead(asked)] : []),
    ...(verdict === 'needs_information' && asked === 0 && material.toConfirm.length > 0
      ? [word.onceConfirmed(verdictNames[language][material.onceConfirmed])]
      : []),
    ...(verdict === 'needs_information' && isEmpty ? [word.empty] : []),
    ...(verdict === 'not_allowed' && ways.length > 0 ? [word.hasWay] : []),
    word.asOf(asOf),
  ];
  const citesOf = (control: Control) => carryingCites(control, material, knowledge);
  return [
    { text: parts.join(' '), cites: [] },
    ...marketSentences(material, told, knowledge, citesOf),
  ];
}

function questionSentences(material: Material, knowledge: Knowledge): readonly Sentence[] {
  return material.questions.slice(0, questionsMax).flatMap((id) => {
    const fact = knowledge.facts.get(id);
    if (!fact) return [];
    const hint = fact.hint ? ` (${fact.hint[material.language]})` : '';
    const text = `${fact.ask[material.language]}${hint}`;
    return [{ text, cites: citesBehind(id, material, knowledge) }];
  });
}

/** Why a question is put: what each control that waits for the answer rests on, the gravest first. */
function citesBehind(fact: string, material: Material, knowledge: Knowledge): readonly string[] {
  const waiting = toldOf(material, knowledge).filter(({ finding }) =>
    finding.missing.includes(fact),
  );
  const cites = waiting.flatMap(({ control }) =>
    carryingCites(control, material, knowledge).slice(0, 1),
  );
  const [first] = waiting;
  const second = first ? carryingCites(first.control, material, knowledge).slice(1, 2) : [];
  return [...new Set([...cites.slice(0, 3), ...(waiting.length === 1 ? second : [])])];
}

function branchSentences(
  { branches, language }: Material,
  knowledge: Knowledge,
): readonly Sentence[] {
  const word = wording[language];
  return branches.map(({ fact, option, verdict }) => {
    const ask = knowledge.facts.get(fact)?.ask[language] ?? fact;
    const label = labelOf(fact, [option], knowledge, language);
    return { text: word.ifSo(ask, label, verdictNames[language][verdict]), cites: [] };
  });
}

function waySentences({ ways, language }: Material): readonly Sentence[] {
  const word = wording[language];
  return ways.map(({ changes, verdict, isPart }) => {
    const steps = changes.map((change) => change.do[language]).join(' ');
    const result =
      verdict === 'needs_information'
        ? word.thenAnswers
        : word.afterwards(verdictNames[language][verdict]);
    return { text: [...(isPart ? [word.inPart] : []), steps, result].join(' '), cites: [] };
  });
}

function understoodSentences(material: Material, knowledge: Knowledge): readonly Sentence[] {
  const { facts, language, toConfirm } = material;
  return toConfirm.map((id) => {
    const statement = statementOf(id, valuesOf(facts[id]), knowledge, language);
    const quote = facts[id]?.quote;
    return { text: quote ? wording[language].quoted(statement, quote) : statement, cites: [] };
  });
}

function assumedSentences(material: Material, knowledge: Knowledge): readonly Sentence[] {
  const { facts, language, assumptions } = material;
  return assumptions.map((id) => ({
    text: statementOf(id, valuesOf(facts[id]), knowledge, language),
    cites: [],
  }));
}

function aheadSentences(
  { notices, language }: Material,
  knowledge: Knowledge,
): readonly Sentence[] {
  return notices.flatMap(({ kind, about }) => {
    const control =
      kind === 'ahead' ? knowledge.controls.find((one) => one.id === about) : undefined;
    if (!control?.valid.from) return [];
    return [
      { text: wording[language].from(control.valid.from, control.title[language]), cites: [] },
    ];
  });
}

function sentenceFor(
  { finding, control }: Told,
  text: Bilingual,
  material: Material,
  knowledge: Knowledge,
): Sentence {
  return {
    text: withMarkets(text[material.language], finding, material, knowledge),
    cites: carryingCites(control, material, knowledge).slice(0, 2),
  };
}

/** The passages of a control that hold on the day of the check. */
function carryingCites(
  control: Control,
  { asOf }: Material,
  knowledge: Knowledge,
): readonly string[] {
  return control.cites.filter((id) => {
    const passage = knowledge.passages.get(id);
    return passage !== undefined && isValidOn(passage.valid, asOf);
  });
}

/** A fact as question and answer. */
export function statementOf(
  id: string,
  values: readonly string[],
  knowledge: Knowledge,
  language: Language,
): string {
  return `${knowledge.facts.get(id)?.ask[language] ?? id} ${labelOf(id, values, knowledge, language)}`;
}

function labelOf(
  id: string,
  values: readonly string[],
  knowledge: Knowledge,
  language: Language,
): string {
  const options = knowledge.facts.get(id)?.options ?? [];
  return values
    .map((value) => options.find((option) => option.id === value)?.label[language] ?? value)
    .join(', ');
}
