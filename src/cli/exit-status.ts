import type { Verdict } from '#domain/assessment.ts';
import type { ProblemCode } from '#domain/problem.ts';

/** What the program's exit status says; a crash never says 1. */
export const exitStatus = {
  done: 0,
  notAllowed: 1,
  conditions: 2,
  needsInformation: 3,
  usage: 64,
  inputInvalid: 65,
  inputMissing: 66,
  unavailable: 69,
  bug: 70,
  config: 78,
} as const;

/** The exit status for a verdict. */
export function statusOfVerdict(verdict: Verdict | null): number {
  switch (verdict) {
    case null:
    case 'allowed':
      return exitStatus.done;
    case 'not_allowed':
      return exitStatus.notAllowed;
    case 'allowed_with_conditions':
      return exitStatus.conditions;
    case 'needs_information':
      return exitStatus.needsInformation;
  }
}

/** The exit status for an operational failure. */
export function statusOfProblem(code: ProblemCode): number {
  switch (code) {
    case 'usage':
      return exitStatus.usage;
    case 'input.invalid':
    case 'input.persons':
      return exitStatus.inputInvalid;
    case 'input.missing':
      return exitStatus.inputMissing;
    case 'log.unavailable':
    case 'log.damaged':
    case 'slack.unavailable':
    case 'port.taken':
      return exitStatus.unavailable;
    case 'config.invalid':
    case 'knowledge.invalid':
      return exitStatus.config;
  }
}
