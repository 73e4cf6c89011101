import { html } from 'hono/html';
import type { Answer, Decision } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { badge } from '#web/log/badge.ts';
import { factsOf } from '#web/log/facts.ts';
import { findingsOf } from '#web/log/findings.ts';
import { listOf, section } from '#web/log/html-parts.ts';
import { marketName, questionOf, sourceOf, titleOf } from '#web/log/named.ts';
import { stepOf } from '#web/log/steps.ts';
import type { Texts } from '#web/log/texts.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    way: 'So wird es möglich',
    afterwards: 'Danach:',
    questions: 'Diese Angaben fehlen noch',
    unknown: 'Die Person wusste es nicht',
    notices: 'Hinweise',
    citations: 'Genannte Fundstellen',
    notice: {
      'trusted-text': () =>
        'Der Text galt als bestätigt; was er nicht nennt, als nicht vorgesehen.',
      steering: () => 'Der Text enthielt Anweisungen an den Assistenten. Sie hatten keine Wirkung.',
      uncovered: (market: string) => `Für ${market} lag kein Regelwerk vor: nicht geprüft.`,
      'union-only': () => 'Geprüft wurde nur das Recht der EU, nicht das des einzelnen Landes.',
      'sample-company': () =>
        'Die Firma war noch nicht eingerichtet: Die Musterfirma stand für sie.',
    },
    ahead: 'Bald ändert sich:',
  },
  en: {
    way: 'How it becomes possible',
    afterwards: 'Then:',
    questions: 'These answers are still missing',
    unknown: 'The person did not know',
    notices: 'Notices',
    citations: 'Sources named',
    notice: {
      'trusted-text': () => 'The text counted as confirmed; what it does not name, as not planned.',
      steering: () => 'The text held instructions to the assistant. They had no effect.',
      uncovered: (market: string) => `There were no rules for ${market}: not checked.`,
      'union-only': () => 'Only the law of the EU was checked, not that of the single country.',
      'sample-company': () => 'The company was not set up yet: the sample company stood in.',
    },
    ahead: 'Soon to change:',
  },
} as const;

/** Everything that a judgement of a campaign rests on, and what it advises. */
export function decisionParts(decision: Decision, texts: Texts, view: View): Html {
  const word = words[view.language];
  const ask = (facts: readonly string[]) => listOf(facts.map((fact) => questionOf(fact, view)));
  return html`${noticesOf(decision, view)}
  ${section(word.way, listOf(decision.wayToYes.map((way) => wayOf(way, decision, view))))}
  ${section(word.questions, ask(decision.questions))}
  ${section(word.unknown, ask(decision.unknown))} ${findingsOf(decision, view)}
  ${factsOf(decision, texts, view)} ${citationsOf(decision, view)}`;
}

/** What the answer to a question about a rule rests on. */
export function answerParts(answer: Answer, view: View): Html {
  return html`${noticesOf(answer, view)} ${citationsOf(answer, view)}`;
}

/** The verdict for each market. */
export function verdictsOf({ verdicts }: Decision, view: View): Html | '' {
  const markets = Object.entries(verdicts);
  return listOf(
    markets.map(
      ([market, verdict]) => html`${marketName(market, view)}: ${badge(verdict, view.language)}`,
    ),
  );
}

function wayOf(
  { changes, verdict }: Decision['wayToYes'][number],
  decision: Decision,
  view: View,
): Html {
  const steps = changes.map((change) => html`${stepOf(change, decision, view)} `);
  return html`${steps}${words[view.language].afterwards} ${badge(verdict, view.language)}`;
}

function citationsOf({ citations }: Pick<Decision, 'citations'>, view: View): Html | '' {
  const sources = citations.map(({ passage, provision }) => sourceOf(passage, view, provision));
  return section(words[view.language].citations, listOf(sources));
}

function noticesOf({ notices }: Pick<Decision, 'notices'>, view: View): Html | '' {
  const told = notices.map((notice) => noticeOf(notice, view));
  return section(words[view.language].notices, listOf(told));
}

/** A notice is kept as its kind and what it is about. */
function noticeOf(notice: string, view: View): Html {
  const word = words[view.language];
  const [kind = '', about = ''] = notice.split(/:(.*)/s);
  if (kind === 'ahead') return html`${word.ahead} ${titleOf(about, view)}`;
  const sentences: Readonly<Record<string, (market: string) => string>> = word.notice;
  const sentence = sentences[kind]?.(marketName(about, view));
  return sentence === undefined ? html`<code>${notice}</code>` : html`${sentence}`;
}
