import type { House } from '#assistant/house.ts';
import { noticesFor } from '#assistant/notices.ts';
import type { Branch, Case } from '#domain/answer.ts';
import { factsToAsk } from '#domain/asking.ts';
import { conditionsOf } from '#domain/completions.ts';
import { factsIn } from '#domain/condition.ts';
import { assessCampaign, isBetter, type Assessment, type Verdict } from '#domain/assessment.ts';
import { assess } from '#domain/control.ts';
import { evaluate } from '#domain/evaluate.ts';
import { factInRole, saidByPerson, type Fact, type Facts, type FactValue } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import type { Reading } from '#domain/reading.ts';
import type { Request } from '#domain/request.ts';
import { settle } from '#domain/settle.ts';
import { applyChanges, waysToYes, type Way } from '#domain/way-to-yes.ts';

/** Everything that rules say about a request: facts, findings, verdict, questions, way to yes. */
export function consider(request: Request, reading: Reading, house: House): Case {
  const { knowledge, company } = house;
  const today = house.clock.today();
  // What should have started yesterday starts today: law that holds by now is never left out.
  const asOf = request.launch !== undefined && request.launch > today ? request.launch : today;
  const facts = settle(
    knowledge.facts,
    {
      person: request.said,
      request: requested(request, knowledge),
      usual: usualOf(house),
      readings: reading.facts,
      touched: reading.touched,
      isCampaign: request.kind === 'brief' && reading.kind === 'campaign',
      practice: company.practice,
      trustText: request.trustText,
    },
    today,
  );
  return weigh(facts, asOf, { request, reading, house });
}

/** Everything that rules say about settled facts on a day; nothing else of the request decides it. */
export function weigh(
  facts: Facts,
  asOf: string,
  { request, reading, house }: { request: Request; reading: Reading; house: House },
): Case {
  const { knowledge } = house;
  const topics = reading.topics ?? [];
  const judge = (some: Facts) => assessCampaign(knowledge, some, asOf, topics);
  const assessment = judge(facts);
  // A check starts with one click on "understood as ... all correct": nothing is asked that it settles.
  const confirmed = confirmedAsRead(facts);
  const afterwards = judge(confirmed);
  const declined = new Set(request.declined);
  return {
    language: request.language ?? reading.language,
    asOf,
    facts,
    assessment,
    verdict: verdictFor(request, reading, assessment),
    onceConfirmed: afterwards.verdict,
    ways: provenTwice(waysToYes(knowledge, facts, asOf, assessment), confirmed, judge),
    questions: factsToAsk(knowledge, confirmed, afterwards, declined),
    toConfirm: toConfirmIn(facts, assessment, knowledge),
    assumptions: assumptionsIn(facts, assessment, house),
    declined: request.declined,
    branches: branchesOf(request.declined, facts, judge, knowledge),
    route: routeOf(facts, house),
    notCovered: assessment.uncovered,
    notices: noticesFor(request, reading, facts, asOf, assessment, house),
  };
}

type Judge = (facts: Facts) => Assessment;

/**
 * A way leads where it says on what is known for certain, and no less once everything that was read
 * is confirmed: what it promises does not hang on a reading.
 */
function provenTwice(ways: readonly Way[], confirmed: Facts, judge: Judge): readonly Way[] {
  return ways.filter(({ changes, verdict }) => {
    const afterwards = judge(applyChanges(confirmed, changes)).verdict;
    return !isBetter(verdict, afterwards);
  });
}

/** The facts after "all correct"; what the text leaves unclear stays so. */
export function confirmedAsRead(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([id, fact]) => {
      if (!fact || fact.confirmed) return [id, fact];
      const complete = typeof fact.value === 'object' ? { complete: true } : {};
      return [id, { ...fact, confirmed: true, ...complete }];
    }),
  );
}

/** What waits for one click, as far as the rules of these markets look at it. */
function toConfirmIn(
  facts: Facts,
  { findings }: Assessment,
  knowledge: Knowledge,
): readonly string[] {
  const heard = new Set(findings.map((finding) => finding.control));
  const looked = new Set(
    knowledge.controls
      .filter((control) => heard.has(control.id))
      .flatMap((control) => conditionsOf(control).flatMap(factsIn)),
  );
  return Object.entries(facts).flatMap(([id, fact]) => {
    const counts = looked.has(id) || knowledge.facts.get(id)?.core !== undefined;
    return fact && counts && isForOneClick(fact) ? [id] : [];
  });
}

/** What was only read; where the text may mean more, one click is not enough and a question is put. */
function isForOneClick(fact: Fact): boolean {
  return !fact.confirmed && (fact.unclear ?? []).length === 0;
}

/** What the parameters say. */
function requested(request: Request, { facts }: Knowledge): Record<string, FactValue> {
  const stated: Record<string, FactValue> = {};
  const markets = factInRole(facts, 'markets');
  const launch = factInRole(facts, 'launch');
  if (markets && request.markets) stated[markets.id] = request.markets;
  if (launch && request.launch) stated[launch.id] = request.launch;
  return stated;
}

/** Where nobody names a market, the company's own markets are meant. */
function usualOf({ knowledge, company }: House): Record<string, FactValue> {
  const markets = factInRole(knowledge.facts, 'markets');
  return markets && company.markets.length > 0 ? { [markets.id]: company.markets } : {};
}

/** A question gets a verdict only where it describes a campaign, and then never a plain yes. */
function verdictFor(request: Request, reading: Reading, assessment: Assessment): Verdict | null {
  if (request.kind === 'brief') return assessment.verdict;
  const describes = reading.kind === 'campaign' && assessment.verdict !== 'allowed';
  return describes ? assessment.verdict : null;
}

/**
 * Profile facts that carry weight. While the campaign is not allowed only controls that certainly
 * apply count, so that nobody reads a list of what might matter.
 */
function assumptionsIn(facts: Facts, assessment: Assessment, house: House): readonly string[] {
  const isBarred = ['needs_information', 'not_allowed'].includes(assessment.verdict);
  const standing = Object.keys(facts).filter((id) => facts[id]?.origin === 'profile');
  const without = (id: string): Facts => ({ ...facts, [id]: undefined });
  return standing.filter((id) =>
    assessment.findings.some((finding) => {
      if (!finding.applies && isBarred) return false;
      if (finding.outcome === 'not-applicable') return false;
      const control = house.knowledge.controls.find((one) => one.id === finding.control);
      return control !== undefined && assess(control, without(id)).outcome !== finding.outcome;
    }),
  );
}

/** What each answer to an "I don't know" would mean. */
function branchesOf(
  declined: readonly string[],
  facts: Facts,
  judge: Judge,
  knowledge: Knowledge,
): readonly Branch[] {
  return declined
    .filter((id) => facts[id] === undefined)
    .flatMap((id) => knowledge.facts.get(id) ?? [])
    .filter((fact) => fact.kind !== 'choices')
    .flatMap((fact) =>
      fact.options.map((option) => {
        const answered = { ...facts, [fact.id]: saidByPerson(option.id) };
        const { verdict } = judge(answered);
        return { fact: fact.id, option: option.id, verdict };
      }),
    );
}

function routeOf(facts: Facts, house: House): string | null {
  const route = house.company.routes.find((one) => {
    // An easier release is a favour: what was only read does not give it.
    const truth = evaluate(one.when, facts, true);
    return truth.known && truth.value;
  });
  return route?.route ?? null;
}
