import type { Desk, Feedback } from '#assistant/desk.ts';
import { findDecision } from '#assistant/find-decision.ts';
import type { House } from '#assistant/house.ts';

/** What a person says of an answer. */
export type Opinion = Pick<Feedback, 'decision' | 'person' | 'helpful' | 'reason'>;

/** Keeps what a person says of an answer; nothing where the log has no such answer. */
export async function giveFeedback(
  opinion: Opinion,
  house: House,
  desk: Desk,
): Promise<Feedback | undefined> {
  const decision = await findDecision(opinion.decision, house);
  if (!decision) return undefined;
  const feedback: Feedback = {
    ...opinion,
    workspace: house.workspace,
    reference: decision.reference,
    at: house.clock.now().toISOString(),
  };
  await desk.feedback.give(feedback);
  return feedback;
}
