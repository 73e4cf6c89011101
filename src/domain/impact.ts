import { assessCampaign, type Verdict } from '#domain/assessment.ts';
import type { Facts } from '#domain/fact.ts';
import type { Knowledge } from '#domain/knowledge.ts';

/** A campaign as it was judged, or as it might be: its facts, and the day of the check (ISO). */
export type Campaign = {
  readonly id: string;
  readonly facts: Facts;
  readonly asOf: string;
  /** The topics that its text mentions and that some pack leaves out. */
  readonly topics?: readonly string[];
};

/** A campaign that comes out otherwise, and the controls that make the difference. */
export type Impact = {
  readonly campaign: string;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly controls: readonly string[];
};

/** The campaigns whose verdict another knowledge base changes. */
export function impactOf(
  campaigns: readonly Campaign[],
  before: Knowledge,
  after: Knowledge,
): readonly Impact[] {
  return campaigns.flatMap(({ id, facts, asOf, topics }) => {
    const was = assessCampaign(before, facts, asOf, topics);
    const is = assessCampaign(after, facts, asOf, topics);
    if (was.verdict === is.verdict) return [];
    const standing = (assessment: typeof was) =>
      new Map(
        assessment.findings.map(({ control, outcome, severity }) => [
          control,
          `${outcome} ${severity}`,
        ]),
      );
    const [then, now] = [standing(was), standing(is)];
    const controls = [...new Set([...then.keys(), ...now.keys()])].filter(
      (control) => then.get(control) !== now.get(control),
    );
    return [{ campaign: id, before: was.verdict, after: is.verdict, controls }];
  });
}
