import { html } from 'hono/html';
import type { Answer, Decision } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { badge } from '#web/log/badge.ts';
import { factsOf } from '#web/log/facts.ts';
import { findingsOf } from '#web/log/findings.ts';
import { listOf, section } from '#web/log/html-parts.ts';
import { marketName, questionOf, sourceOf } from '#web/log/named.ts';
import { noticesOf } from '#web/log/notices.ts';
import { stepOf } from '#web/log/steps.ts';
import type { Texts } from '#web/log/texts.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    way: 'So wird es möglich',
    afterwards: 'Danach:',
    questions: 'Diese Angaben fehlen noch',
    unknown: 'Die Person wusste es nicht',
    citations: 'Genannte Fundstellen',
  },
  en: {
    way: 'How it becomes possible',
    afterwards: 'Then:',
    questions: 'These answers are still missing',
    unknown: 'The person did not know',
    citations: 'Sources named',
  },
} as const;

/** Everything that a judgement of a campaign rests on, and what it advises. */
export function decisionParts(decision: Decision, texts: Texts, view: View): Html {
  const word = words[view.language];
  const ask = (facts: readonly string[]) => listOf(facts.map((fact) => questionOf(fact, view)));
  return html`${noticesOf(decision.notices, view)}
  ${section(word.way, listOf(decision.wayToYes.map((way) => wayOf(way, decision, view))))}
  ${section(word.questions, ask(decision.questions))}
  ${section(word.unknown, ask(decision.unknown))} ${findingsOf(decision, view)}
  ${factsOf(decision, texts, view)} ${citationsOf(decision, view)}`;
}

/** What the answer to a question about a rule rests on. */
export function answerParts(answer: Answer, view: View): Html {
  return html`${noticesOf(answer.notices, view)} ${citationsOf(answer, view)}`;
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
