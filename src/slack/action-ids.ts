/**
 * The names of everything that can be pressed, chosen or sent. A button's value and a view's
 * `private_metadata` carry ids only: any app of a workspace may read them.
 */
export const actionIds = {
  /** "All correct": confirms what the card shows as understood. */
  confirm: 'confirm',
  /** Opens the form to change what was understood or said. */
  change: 'change',
  /** One answer to a question; the option follows after a colon, because ids are unique in a block. */
  state: 'state',
  /** "I don't know": the question is not put again. */
  dontKnow: 'dont-know',
  /** Opens the form for a question that no button can answer. */
  fill: 'fill',
  /** Has a question checked as a campaign. */
  check: 'check',
  /** Shows the result in the channel it was asked from. */
  share: 'share',
  /** Opens the form to ask compliance. */
  askCompliance: 'ask-compliance',
  /** Takes a case; opens the form to judge it. */
  takeCase: 'take-case',
  judgeCase: 'judge-case',
  /** Says whether an answer helped. */
  feedback: 'feedback',
} as const;

/** The forms. */
export const viewIds = {
  brief: 'brief',
  facts: 'facts',
  askCompliance: 'ask-compliance',
  judgeCase: 'judge-case',
  feedback: 'feedback',
} as const;
