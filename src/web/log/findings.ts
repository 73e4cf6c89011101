import { html } from 'hono/html';
import type { Decision } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { listOf, section } from '#web/log/html-parts.ts';
import { marketName, questionOf, sourceOf, titleOf } from '#web/log/named.ts';
import { terms } from '#web/log/terms.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    findings: 'Befunde',
    law: 'Recht',
    policy: 'Ethik-Richtlinie',
    open: 'Das hängt ab von:',
    sources: 'Fundstellen:',
    notApplicable: (count: number) =>
      count === 1
        ? 'Ein Prüfpunkt trifft auf diese Kampagne nicht zu.'
        : `${count} Prüfpunkte treffen auf diese Kampagne nicht zu.`,
  },
  en: {
    findings: 'Findings',
    law: 'Law',
    policy: 'Ethics policy',
    open: 'This depends on:',
    sources: 'Sources:',
    notApplicable: (count: number) =>
      count === 1
        ? 'One control does not apply to this campaign.'
        : `${count} controls do not apply to this campaign.`,
  },
} as const;

type Finding = Decision['findings'][number];

/** A longer list of open points is folded. */
const unfoldedMax = 8;

const gravity: readonly Finding['severity'][] = ['blocker', 'condition', 'review', 'advice'];

/** How the controls stand: breached, open, met; law and policy apart, the gravest first. */
export function findingsOf({ findings }: Decision, view: View): Html | '' {
  const word = words[view.language];
  const calm = findings.filter(({ outcome }) => outcome === 'not-applicable').length;
  const parts = (['breached', 'open', 'met'] as const).flatMap((outcome) => {
    const some = findings
      .filter((finding) => finding.outcome === outcome)
      .toSorted((one, other) => gravity.indexOf(one.severity) - gravity.indexOf(other.severity));
    return some.length === 0 ? [] : [outcomePart(outcome, some, view)];
  });
  const rest = calm === 0 ? [] : [html`<p>${word.notApplicable(calm)}</p>`];
  return section(word.findings, [...parts, ...rest]);
}

function outcomePart(
  outcome: 'breached' | 'open' | 'met',
  findings: readonly Finding[],
  view: View,
): Html {
  const heading = `${terms[view.language].outcome[outcome]} (${findings.length})`;
  const body = byOrigin(findings, view);
  // What is in order, or a long list, is there to look up and not to read first.
  if (outcome === 'breached' || (outcome === 'open' && findings.length <= unfoldedMax))
    return html`<h3>${heading}</h3>
      ${body}`;
  return html`<details>
    <summary>${heading}</summary>
    ${body}
  </details>`;
}

function byOrigin(findings: readonly Finding[], view: View): Html {
  const word = words[view.language];
  const law = findings.filter((finding) => !isPolicy(finding, view));
  const policy = findings.filter((finding) => isPolicy(finding, view));
  const part = (heading: string, some: readonly Finding[]) =>
    some.length === 0
      ? ''
      : html`<h4>${heading}</h4>
          ${listOf(some.map((finding) => findingOf(finding, view)))}`;
  return html`${part(word.law, law)} ${part(word.policy, policy)}`;
}

function isPolicy({ control }: Finding, { rooms }: View): boolean {
  const { controls, passages } = rooms.knowledge;
  const [first = ''] = controls.find(({ id }) => id === control)?.cites ?? [];
  return passages.get(first)?.kind === 'policy';
}

function findingOf({ control, severity, markets, missing }: Finding, view: View): Html {
  const cites = view.rooms.knowledge.controls.find(({ id }) => id === control)?.cites ?? [];
  const where = markets.map((market) => marketName(market, view)).join(', ');
  const about = [terms[view.language].severity[severity], where].filter(Boolean).join(' · ');
  const open = listOf((missing ?? []).map((fact) => questionOf(fact, view)));
  return html`<strong>${titleOf(control, view)}</strong> (${about})
    ${open === '' ? '' : html`<br />${words[view.language].open} ${open}`} ${sourcesOf(cites, view)}`;
}

function sourcesOf(cites: readonly string[], view: View): Html | '' {
  if (cites.length === 0) return '';
  const sources = cites.map(
    (passage, index) => html`${index > 0 ? '; ' : ''}${sourceOf(passage, view)}`,
  );
  return html`<br /><span class="small">${words[view.language].sources} ${sources}</span>`;
}
