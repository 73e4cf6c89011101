import type { Condition } from '#domain/condition.ts';
import { evaluate } from '#domain/evaluate.ts';
import type { Facts, FactValue } from '#domain/fact.ts';
import type { Bilingual } from '#domain/language.ts';
import { every, missingFacts, negate } from '#domain/truth.ts';

/** How much a control weighs. A `duty` is a duty of form: left out on purpose it blocks, otherwise it is a condition. */
export type Severity = 'blocker' | 'condition' | 'advice' | 'review' | 'duty';

/** From and until, inclusive ISO days. */
export type Validity = { readonly from?: string | undefined; readonly until?: string | undefined };

/** One testable requirement. */
export type Control = {
  readonly id: string;
  readonly pack: string;
  readonly title: Bilingual;
  readonly status: 'draft' | 'in-force' | 'retired';
  readonly severity: Severity;
  readonly cites: readonly string[];
  readonly replaces: readonly string[];
  readonly checked: string;
  readonly valid: Validity;
  readonly when: Condition;
  readonly unless?: Condition | undefined;
  /** Absent for a review: whether it is fine is for a person to judge. */
  readonly requires?: Condition | undefined;
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
  readonly falseAlarms?:
    | { readonly de: readonly string[]; readonly en: readonly string[] }
    | undefined;
  readonly cases: readonly ControlCase[];
};

/** A worked example at the foot of a control; runs as a test. */
export type ControlCase = {
  readonly given: Readonly<Record<string, FactValue | { readonly only: readonly string[] }>>;
  readonly expect: Outcome;
  readonly ask?: readonly string[] | undefined;
};

export type Outcome = 'not-applicable' | 'met' | 'breached' | 'open';

/** How one control stands against one campaign. */
export type Finding = {
  readonly control: string;
  readonly outcome: Outcome;
  /** As it weighs here: a duty has become a blocker or a condition. */
  readonly severity: Exclude<Severity, 'duty'>;
  /** Only for open findings: the facts that would tell. */
  readonly missing: readonly string[];
  /** Whether the control is known to apply; an open review that certainly applies cannot be settled by facts. */
  readonly applies: boolean;
};

/** Applies a control to the facts. Facts that could no longer change the finding are never named. */
export function assess(control: Control, facts: Facts): Finding {
  const exempt = control.unless ? [negate(evaluate(control.unless, facts, true))] : [];
  const applies = every([evaluate(control.when, facts, false), ...exempt]);
  const base = { control: control.id, missing: [], applies: applies.known && applies.value };
  if (applies.known && !applies.value)
    return { ...base, outcome: 'not-applicable', severity: calm(control) };
  if (!control.requires) {
    return { ...base, outcome: 'open', severity: calm(control), missing: missingFacts([applies]) };
  }

  const met = evaluate(control.requires, facts, true);
  if (met.known && met.value) return { ...base, outcome: 'met', severity: calm(control) };
  // What is left out on purpose is no longer a thing to do before launch.
  const severity = met.known && control.severity === 'duty' ? 'blocker' : calm(control);
  if (applies.known && met.known) return { ...base, outcome: 'breached', severity };
  return { ...base, outcome: 'open', severity, missing: missingFacts([applies, met]) };
}

function calm(control: Control): Finding['severity'] {
  return control.severity === 'duty' ? 'condition' : control.severity;
}

/** Whether a control is in force on a day (ISO). */
export function isValidOn(valid: Validity, day: string): boolean {
  return (
    (valid.from === undefined || valid.from <= day) &&
    (valid.until === undefined || day <= valid.until)
  );
}
